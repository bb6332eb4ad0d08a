import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { authorisation } from "~/authorisation";
import { standardsFolder } from "~/standards/load.server";
import { waymark } from "../support/terminal";
import cases from "./fixtures/scoring.json";

const keys = { RC: "referral-capacity", AS: "activities-and-services", LW: "link-worker-practice" } as const;

test.each(Object.entries(keys))("score answers every case of %s, one as one and a list as a list", async (code, key) => {
  const own = cases.filter((each) => each.standard === code);
  const many = await waymark(["score", `${key}@1.0.0`, "--json"], JSON.stringify(own));
  expect(many).toEqual({ exit: 0, err: "", out: `${JSON.stringify(own.map(({ expected }) => expected))}\n` });
  const { facts, ratings, na_claims, expected } = own[0] as (typeof own)[number];
  const one = await waymark(["score", `${key}@1.0.0`, "--json"], JSON.stringify({ facts, ratings, na_claims }));
  expect(JSON.parse(one.out)).toEqual(expected);
});

test("score without --json says it in words", async () => {
  const one = cases.find(({ id }) => id === "F05");
  expect((await waymark(["score", "referral-capacity@1.0.0"], JSON.stringify(one))).out).toBe("deferred, 77 of 80 points, assured once these are Met: RC-4.2\n");
});

test.each([
  ["no version", ["score"], "", "expected one word after the command, found 0"],
  ["half a name", ["score", "referral-capacity"], "", 'expected a standard and its version such as referral-capacity@1.0.0, found "referral-capacity"'],
  ["a path", ["score", "../x@1.0.0"], "", "expected a standard and its version"],
  ["an unknown version", ["score", "referral-capacity@9.0.0"], "", "there is no standards/referral-capacity/9.0.0"],
  ["an unknown flag", ["score", "referral-capacity@1.0.0", "--yaml"], "", "Unknown option '--yaml'"],
  ["no JSON", ["score", "referral-capacity@1.0.0"], "nothing", "standard input is not JSON"],
  ["a level out of range", ["score", "referral-capacity@1.0.0"], '{"ratings":{"RC-1.1":7}}', "ratings.RC-1.1: expected a level: 0, 1, 2 or 3"],
  ["the second of a list", ["score", "referral-capacity@1.0.0"], '[{"ratings":{}},{"ratings":{"AS-1.1":1}}]', "[1] ratings.AS-1.1: referral-capacity@1.0.0 has no such criterion"],
  ["an unknown folder", ["standards", "check", "/nowhere"], "", "there is no folder /nowhere"],
  ["an empty folder", ["standards", "check", mkdtempSync(join(tmpdir(), "wm-empty-"))], "", "there is no standard in"],
  ["a word too many", ["standards", "check", "a", "b"], "", '"b" is one word too many'],
  ["an unknown command", ["standards", "burn"], "", 'there is no command "standards burn"'],
])("called wrongly: %s is said, and exits with 2", async (_name, words, input, expected) => {
  const { exit, out, err } = await waymark(words, input);
  expect({ exit, out }).toEqual({ exit: 2, out: "" });
  expect(err).toContain(expected);
});

test("standards check says nothing about good standards, and a line for every fault of bad ones", async () => {
  expect(await waymark(["standards", "check"])).toEqual({ exit: 0, out: "", err: "" });
  const folder = mkdtempSync(join(tmpdir(), "wm-check-"));
  cpSync(join(standardsFolder, "referral-capacity"), join(folder, "referral-capacity"), { recursive: true });
  const file = join(folder, "referral-capacity/1.0.0/criteria/RC-1.1.yaml");
  writeFileSync(file, readFileSync(file, "utf8").replace("weight: 3", "weight: 30"));
  const { exit, out, err } = await waymark(["standards", "check", folder]);
  expect({ exit, err }).toEqual({ exit: 1, err: "" });
  expect(out).toMatch(/^\S+RC-1\.1\.yaml:8:9: .*expected number to be <=3\n$/);
});

test("routes lists every address of the table, with who may use it and whether it changes anything", async () => {
  const { exit, out } = await waymark(["routes", "--json"]);
  expect(exit).toBe(0);
  const listed = JSON.parse(out) as { pattern: string; method: string; who: string[]; changes: boolean }[];
  expect(listed).toHaveLength(authorisation.length);
  expect(listed).toContainEqual(expect.objectContaining({ pattern: "/standards/:key/:version.json", method: "GET", changes: false, who: expect.arrayContaining(["anonymous"]) }));
  expect((await waymark(["routes"])).out.trim().split("\n")).toHaveLength(authorisation.length);
});

test("help says what there is", async () => {
  const { exit, out } = await waymark(["help"]);
  expect(exit).toBe(0);
  for (const command of ["standards check", "standards publish", "score", "audit verify", "invariants", "routes", "doctor"]) expect(out).toContain(`waymark ${command}`);
  expect(await waymark([])).toMatchObject({ exit: 2, out: "" });
});
