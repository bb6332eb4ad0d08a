import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { freshDatabase } from "../support/database";
import { waymark } from "../support/terminal";

const { target, owner } = await freshDatabase();
// A command finds its database by its environment. A socket's folder has no place in a URL, so the rest is said beside it.
vi.stubEnv("DATABASE_URL", `postgres:///${target.database}`);
vi.stubEnv("WAYMARK_DATA", mkdtempSync(join(tmpdir(), "wm-cli-")));
vi.stubEnv("PGHOST", target.host);
vi.stubEnv("PGPORT", String(target.port));
vi.stubEnv("PGUSER", target.username);
afterAll(() => vi.unstubAllEnvs());

const published = () => owner`select key, version from standard_versions order by key`;

test("publish: a dry run says what it would do, the first run does it, the second has nothing to do", async () => {
  const dry = await waymark(["standards", "publish", "--dry-run"]);
  expect(dry).toMatchObject({ exit: 0, err: "" });
  expect(dry.out.match(/^would publish \S+@\d\.\d\.\d sha256 [0-9a-f]{64}$/gm)).toHaveLength(5);
  expect(dry.out).toMatch(/^ {2}split LW-4\.1 → LW-4\.5, LW-4\.6: touches .+$/m);
  expect(await published()).toHaveLength(0);
  expect((await waymark(["standards", "publish"])).out.match(/^published /gm)).toHaveLength(5);
  expect(await published()).toHaveLength(5);
  expect((await waymark(["standards", "publish"])).out.match(/^unchanged /gm)).toHaveLength(5);
});

test("diff: from one version to the next every change, over several what came of each criterion in the end; backwards says what was expected", async () => {
  const diff = (from: string, to: string) => waymark(["standards", "diff", `link-worker-practice@${from}`, `link-worker-practice@${to}`]);
  expect((await diff("1.1.0", "2.0.0")).out).toMatch(/^2\.0\.0 split LW-4\.1 to LW-4\.5, LW-4\.6 \(Now two or more\): /m);
  const { out } = await diff("1.0.0", "2.0.0");
  const [line] = /^LW-4\.1 becomes LW-4\.5 and LW-4\.6\n(?: {2}.*\n)+/m.exec(out) ?? [""];
  expect(line).toMatch(/^ {2}1\.1\.0 descriptor_clarified .*\n {2}2\.0\.0 split /m);
  expect(line).toMatch(/^ {2}What to do: Your answer and evidence are copied to both\./m);
  expect(await diff("2.0.0", "1.0.0")).toMatchObject({ exit: 1, err: expect.stringContaining("expected the older version first") });
});

test("people and providers are added from the outside, and somebody known is only given more to do", async () => {
  expect(await waymark(["people", "add", "Moira@waymark.example", "Moira Kinsella", "moderator"])).toEqual({ exit: 0, err: "", out: "added   Moira@waymark.example: moderator\n" });
  expect((await waymark(["people", "add", "moira@waymark.example", "Moira Kinsella", "moderator", "assessor"])).out).toMatch(/^known /);
  expect((await owner`select role from scheme_roles order by role`).map(({ role }) => role)).toEqual(["assessor", "moderator"]);
  expect(await waymark(["people", "add", "x@waymark.example", "X", "king"])).toMatchObject({ exit: 2, err: expect.stringContaining("expected roles out of") });
  expect(await waymark(["people", "add", "no address", "X"])).toMatchObject({ exit: 2, err: expect.stringContaining("expected an e-mail address") });

  const group = ["Marsh End Community Allotment", "Marsh End", "england"];
  expect(await waymark(["providers", "add", ...group, "pat@waymark.example", "secretary"])).toMatchObject({ exit: 1, err: expect.stringContaining("add them first") });
  await waymark(["people", "add", "pat@waymark.example", "Pat Holloway"]);
  expect(await waymark(["providers", "add", ...group, "pat@waymark.example", "secretary"])).toMatchObject({
    exit: 0,
    out: expect.stringContaining("/organisations/marsh-end-community-allotment"),
  });
  expect(await owner`select role, title from memberships`).toEqual([{ role: "admin", title: "secretary" }]);
  expect(await waymark(["providers", "add", "A", "B", "atlantis", "pat@waymark.example", "x"])).toMatchObject({ exit: 2, err: expect.stringContaining("nation") });
});

test("audit verify gives the chain's length and head, or the first event that does not fit", async () => {
  expect(await waymark(["audit", "verify"])).toEqual({
    exit: 0,
    err: "",
    out: expect.stringMatching(/^chain ok, \d+ events, head [0-9a-f]{64}\nlog ok, \d+ leaves, \d+ checkpoints, .*\n$/),
  });
  await owner.begin((tx) => [tx`set local session_replication_role = replica`, tx`update audit_events set actor = 'person:somebody-else' where seq = 2`]);
  expect(await waymark(["audit", "verify"])).toEqual({ exit: 1, out: "", err: "chain broken at event 2: what it says is not what was hashed when it was written\n" });
});

test("invariants names what is broken, and doctor sees it too", async () => {
  expect((await waymark(["invariants"])).out.match(/^broken .*$/gm)).toEqual(["broken  the audit trail is an unbroken chain: event 2"]);
  await owner.begin((tx) => [tx`set local session_replication_role = replica`, tx`update standard_versions set content = content || ' ' where key = 'referral-capacity'`]);
  const { exit, out } = await waymark(["invariants"]);
  expect(exit).toBe(1);
  expect(out).toMatch(/^broken {2}every published version, .*: [0-9a-f-]{36}$/m);
  const doctor = await waymark(["doctor"]);
  expect(doctor.exit).toBe(1);
  expect(doctor.out).toMatch(/^ok {6}standards {2}5 versions published$/m);
  expect(doctor.out).toMatch(/^wrong {3}audit {6}chain broken at event 2$/m);
});
