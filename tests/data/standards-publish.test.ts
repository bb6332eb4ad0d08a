import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { auditEvents } from "#db/schema/audit";
import { standardVersions, standardWithdrawals } from "#db/schema/standards";
import { createPerson } from "~/accounts/people.server";
import { loadStandards, sha256, standardsFolder } from "~/standards/load.server";
import { planPublication, publishStandards } from "~/standards/publish.server";
import { latestVersions, standingsOf, versionById, versionOf, versionsOf } from "~/standards/versions.server";
import { at, noon } from "../support/clock";
import { freshDatabase } from "../support/database";

const { db, owner } = await freshDatabase();
const by = { system: "test" };

let folder: string;
beforeEach(async () => {
  // The triggers refuse this to everybody; only a superuser in this mode gets past them.
  await owner.begin((tx) => [tx`set local session_replication_role = replica`, tx`truncate standard_versions, audit_events cascade`]);
  folder = mkdtempSync(join(tmpdir(), "wm-standards-"));
  cpSync(standardsFolder, folder, { recursive: true });
});

const file = (path: string) => join(folder, "referral-capacity", path);
const edit = (path: string, from: string, to: string) => writeFileSync(file(path), readFileSync(file(path), "utf8").replaceAll(from, to));
/** A new version of Referral capacity beside the first, with one word of it changed. */
function newVersion(version: string, from = "1.0.0") {
  cpSync(file("1.0.0"), file(version), { recursive: true });
  const words = "what: Its title.\n    reason: It is clearer.\n    what_to_do: Nothing.\n";
  writeFileSync(file(`${version}/changes.yaml`), `from: ${from}\nchanges:\n  - type: editorial\n    criteria: [RC-1.1]\n    ${words}`);
  edit(`${version}/standard.yaml`, "version: 1.0.0", `version: ${version}`);
  edit(`${version}/criteria/RC-1.1.yaml`, "title: The phone and email work", `title: The phone and email work (${version})`);
}
const events = () => db.select().from(auditEvents).where(eq(auditEvents.type, "standard.published"));

test("publishes what is in the folder, by hash, and says so in the audit trail", async () => {
  const done = await publishStandards(db, noon, by, folder);
  expect(done).toMatchObject({ ok: true, publish: { length: 5 }, unchanged: [] });
  const rows = await db.select().from(standardVersions);
  expect(rows.map(({ key, version }) => `${key}@${version}`).sort()).toEqual([
    "activities-and-services@1.0.0",
    "link-worker-practice@1.0.0",
    "link-worker-practice@1.1.0",
    "link-worker-practice@2.0.0",
    "referral-capacity@1.0.0",
  ]);
  for (const row of rows) expect(sha256(row.content)).toBe(row.sha256);
  expect(rows[0]).toMatchObject({ publishedAt: noon.now(), publishedBy: "system:test" });
  expect((await events()).map(({ subject, actor }) => [subject, actor])).toContainEqual(["referral-capacity@1.0.0", "system:test"]);
});

test("doing it again does nothing", async () => {
  await publishStandards(db, noon, by, folder);
  expect(await publishStandards(db, noon, by, folder)).toMatchObject({ ok: true, publish: [], unchanged: { length: 5 } });
  expect(await events()).toHaveLength(5);
});

test("two at once publish once", async () => {
  const both = await Promise.all([publishStandards(db, noon, by, folder), publishStandards(db, noon, by, folder)]);
  expect(both.map((each) => each.ok && each.publish.length).sort()).toEqual([0, 5]);
  expect(await events()).toHaveLength(5);
});

test("refuses when the files of a published version were edited, names the folder and both hashes, and publishes nothing else", async () => {
  const first = await publishStandards(db, noon, by, folder);
  newVersion("1.1.0");
  edit("1.0.0/criteria/RC-1.1.yaml", "title: The phone and email work", "title: The phone works");
  const published = first.ok && first.publish.find(({ standard }) => standard.code === "RC")?.sha256;
  const found = loadStandards(folder).versions.find(({ standard }) => standard.code === "RC" && standard.version === "1.0.0")?.sha256;
  expect(await publishStandards(db, noon, by, folder)).toEqual({
    ok: false,
    why: "changed",
    changed: [{ folder: file("1.0.0"), key: "referral-capacity", version: "1.0.0", published, found }],
  });
  expect(await versionOf(db, "referral-capacity", "1.1.0")).toBeUndefined();
});

test("refuses a folder with a fault as a whole", async () => {
  edit("1.0.0/criteria/RC-1.1.yaml", "weight: 3", "weight: 30");
  expect(await publishStandards(db, noon, by, folder)).toMatchObject({ ok: false, why: "faults", faults: [{ line: 8, column: 9 }] });
  expect(await db.select().from(standardVersions)).toEqual([]);
});

test("a dry run says what would happen and changes nothing", async () => {
  expect(await planPublication(db, folder)).toMatchObject({ ok: true, publish: { length: 5 } });
  expect(await db.select().from(standardVersions)).toEqual([]);
});

test("a published version is what was published, whatever happens to the files", async () => {
  await publishStandards(db, noon, by, folder);
  edit("1.0.0/criteria/RC-1.1.yaml", "title: The phone and email work", "title: Something else");
  const found = await versionOf(db, "referral-capacity", "1.0.0");
  expect(found?.standard.criteria[0]?.title).toBe("The phone and email work");
  expect(found && (await versionById(db, found.id))).toBe(found);
});

test("the newest version by number, everyone's standard first; all versions, the newest first", async () => {
  newVersion("1.2.0");
  newVersion("1.10.0", "1.2.0");
  await publishStandards(db, noon, by, folder);
  expect((await latestVersions(db, "2026-06-01")).map(({ standard }) => `${standard.code} ${standard.version}`)).toEqual(["RC 1.10.0", "AS 1.0.0", "LW 1.1.0"]);
  expect((await versionsOf(db, "referral-capacity")).map(({ standard }) => standard.version)).toEqual(["1.10.0", "1.2.0", "1.0.0"]);
  expect(await versionsOf(db, "nothing")).toEqual([]);
});

test("the versions asked for by name and no others, one after the other", async () => {
  const lw = (version: string) => `link-worker-practice@${version}`;
  const first = await publishStandards(db, noon, by, folder, [lw("1.0.0")]);
  expect(first).toMatchObject({ ok: true, publish: { length: 1 } });
  expect(await publishStandards(db, noon, by, folder, [lw("2.0.0")])).toEqual({ ok: false, why: "out_of_order", early: [{ name: lw("2.0.0"), from: lw("1.1.0") }] });
  expect(await publishStandards(db, noon, by, folder, [lw("1.1.0"), lw("7.0.0")])).toEqual({ ok: false, why: "no_such_version", names: [lw("7.0.0")] });
  const later = at("2026-11-08T09:00:00Z");
  await publishStandards(db, later, by, folder, [lw("1.1.0"), lw("2.0.0")]);
  expect((await versionsOf(db, "link-worker-practice")).map(({ standard, publishedAt }) => [standard.version, publishedAt])).toEqual([
    ["2.0.0", later.now()],
    ["1.1.0", later.now()],
    ["1.0.0", noon.now()],
  ]);
});

test("a version is begun from the day it is in force, and not once it is withdrawn", async () => {
  await publishStandards(db, noon, by, folder);
  const lw = async (today: string) => (await latestVersions(db, today)).find(({ standard }) => standard.code === "LW")?.standard.version;
  expect([await lw("2026-10-04"), await lw("2026-10-05")]).toEqual(["1.1.0", "2.0.0"]);
  const stand = async (today: string) =>
    (await standingsOf(db, "link-worker-practice", today)).map(({ standard, stands }) => `${standard.version} ${stands.standing} ${stands.lastSubmitOn}`);
  expect(await stand("2026-10-05")).toEqual(["2.0.0 in_force undefined", "1.1.0 superseded 2027-01-03", "1.0.0 superseded 2027-01-03"]);
  const [edith, ines] = await Promise.all(["edith", "ines"].map((name) => createPerson(db, noon, by, { email: `${name}@example.org`, name })));
  const { id: versionId } = (await versionOf(db, "link-worker-practice", "2.0.0"))!;
  const [proposed] = await db.insert(standardWithdrawals).values({ versionId, reason: "A mistake in the sums.", proposedBy: edith!, proposedAt: noon.now() }).returning();
  expect(await lw("2026-10-05")).toBe("2.0.0");
  await db.update(standardWithdrawals).set({ confirmedBy: ines!, confirmedAt: noon.now() }).where(eq(standardWithdrawals.id, proposed!.id));
  expect(await lw("2026-10-05")).toBe("1.1.0");
  expect(await stand("2026-10-05")).toEqual(["2.0.0 withdrawn undefined", "1.1.0 in_force undefined", "1.0.0 superseded undefined"]);
});

test("the application cannot change or remove a published version", async () => {
  await publishStandards(db, noon, by, folder);
  await expect(db.update(standardVersions).set({ title: "Other" })).rejects.toThrow();
  await expect(db.delete(standardVersions)).rejects.toThrow();
});
