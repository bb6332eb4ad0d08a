import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { issueCredential } from "~/marks/credential/issue.server";
import { statusList } from "~/marks/credential/status-list.server";
import { clock } from "~/platform/clock.server";
import { Verification } from "~/register/public-shapes";
import { freshDatabase } from "../support/database";
import { awarded, scheme } from "../support/marks";
import { waymark } from "../support/terminal";
import { website } from "../support/website";

// The command joins whatever database is configured; here that is the one of this file, open already.
const database = vi.hoisted(() => ({ away: false }));
vi.mock("~/cli/database.server", async () => {
  const { pool } = await import("~/platform/database.server");
  return {
    withDatabase: async (work: (open: typeof pool) => Promise<unknown>) => {
      if (database.away) throw new Error("nobody answers at localhost:5432");
      return work(pool);
    },
  };
});

const { db } = await freshDatabase();
const folder = mkdtempSync(join(tmpdir(), "wm-verify-cli-"));
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
let code: string;
let jwt: string;
let saved: string[];

beforeAll(async () => {
  const mark = await awarded(db, await scheme(db));
  code = mark.code;
  jwt = file("mark.jwt", await issueCredential(db, clock, mark.id));
  const keys = await (await website.fetch(new Request("http://localhost/.well-known/jwks.json"))).text();
  saved = ["--offline", "--keys", file("keys.json", keys), "--status", file("list.jwt", `${await statusList(db, clock, 1)}\n`)];
});
afterEach(() => {
  database.away = false;
});

describe("waymark verify", () => {
  test("of a code and of a file: in force is 0, and says who holds it for what", async () => {
    const byCode = await waymark(["verify", code.toLowerCase()]);
    expect(byCode).toMatchObject({ exit: 0, err: "" });
    expect(byCode.out).toMatch(/^mark in force: yes\n {2}.+\n {2}Held by .+\n {2}Covers: .+\n {2}http:\/\/localhost\/marks\//);
    const byFile = await waymark(["verify", jwt]);
    expect([byFile.exit, byFile.out]).toEqual([0, expect.stringMatching(/^document: genuine\nmark in force: yes\n/)]);
    const json = await waymark(["verify", jwt, "--json"]);
    expect(Verification.parse(JSON.parse(json.out))).toMatchObject({ document: "genuine", kind: "credential", in_force: true, mark: { code } });
  });

  test("what is no is 1: a code that nobody has, one mistyped, and a file that is not ours", async () => {
    expect(await waymark(["verify", "0000-0000-0000"])).toMatchObject({ exit: 1, out: expect.stringContaining("never issued") });
    expect(await waymark(["verify", "0000-0000-0001"])).toMatchObject({ exit: 1, out: expect.stringContaining("Nothing was looked up") });
    const other = await waymark(["verify", file("other.txt", "Assured"), "--json"]);
    expect([other.exit, JSON.parse(other.out)]).toEqual([1, expect.objectContaining({ document: "unreadable", in_force: null })]);
  });

  test("what could not be checked is neither", async () => {
    database.away = true;
    expect(await waymark(["verify", code])).toEqual({ exit: 1, out: "", err: "could not check: nobody answers at localhost:5432. That is neither a yes nor a no.\n" });
    const json = await waymark(["verify", jwt, "--json"]);
    expect([json.exit, JSON.parse(json.out)]).toEqual([1, expect.objectContaining({ title: "We could not check just now", status: 503 })]);
  });

  test("offline needs no database, and says as of when it knows", async () => {
    database.away = true;
    const said = await waymark(["verify", jwt, ...saved]);
    expect([said.exit, said.err]).toEqual([0, ""]);
    expect(said.out).toMatch(/^document: genuine\nmark in force: yes, as known on \d+ \w+ \d{4}/);
    expect(JSON.parse((await waymark(["verify", jwt, ...saved, "--json"])).out)).toMatchObject({
      document: "genuine",
      in_force: true,
      mark: { code },
      as_known_on: expect.any(String),
    });
  });

  test("offline with a list past its time says nothing about the mark", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 25 * 60 * 60_000 });
    try {
      const said = await waymark(["verify", jwt, ...saved]);
      expect([said.exit, said.out]).toEqual([1, expect.stringMatching(/^document: genuine\nmark in force: not known\n[\s\S]*past its time/)]);
    } finally {
      vi.useRealTimers();
    }
  });

  test.each<[string, () => string[], RegExp]>([
    ["nothing", () => [], /expected one word/],
    ["neither a file nor a code", () => ["nowhere.pdf"], /neither a file nor the twelve characters/],
    ["offline without keys", () => [jwt, "--offline"], /--offline needs --keys/],
    ["keys without offline", () => [jwt, "--keys", jwt], /belong to --offline/],
    ["a code offline", () => [code, ...saved], /offline only a file can be checked/],
    ["keys that are none", () => [jwt, "--offline", "--keys", jwt, "--status", jwt], /not a list of keys/],
    ["a flag without its value", () => [jwt, "--offline", "--keys"], /--keys/],
    ["a file of more than 5 MB", () => [file("big.pdf", "x".repeat(5 * 1024 * 1024 + 1))], /bigger than 5 MB/],
  ])("called wrongly with %s is 2", async (_, words, why) => {
    const { exit, out, err } = await waymark(["verify", ...words()]);
    expect({ exit, out }).toEqual({ exit: 2, out: "" });
    expect(err).toMatch(why);
  });
});
