import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { auditEvents } from "#db/schema/audit";
import { standardVersions } from "#db/schema/standards";
import { loadStandards, sha256, standardsFolder } from "~/standards/load.server";
import { planPublication, publishStandards } from "~/standards/publish.server";
import { latestVersions, versionById, versionOf, versionsOf } from "~/standards/versions.server";
import { noon } from "../support/clock";
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
function newVersion(version: string) {
  cpSync(file("1.0.0"), file(version), { recursive: true });
  edit(`${version}/standard.yaml`, "version: 1.0.0", `version: ${version}`);
  edit(`${version}/criteria/RC-1.1.yaml`, "title: The phone and email work", `title: The phone and email work (${version})`);
}
const events = () => db.select().from(auditEvents).where(eq(auditEvents.type, "standard.published"));

test("publishes what is in the folder, by hash, and says so in the audit trail", async () => {
  const done = await publishStandards(db, noon, by, folder);
  expect(done).toMatchObject({ ok: true, publish: { length: 3 }, unchanged: [] });
  const rows = await db.select().from(standardVersions);
  expect(rows.map(({ key, version }) => `${key}@${version}`).sort()).toEqual(["activities-and-services@1.0.0", "link-worker-practice@1.0.0", "referral-capacity@1.0.0"]);
  for (const row of rows) expect(sha256(row.content)).toBe(row.sha256);
  expect(rows[0]).toMatchObject({ publishedAt: noon.now(), publishedBy: "system:test" });
  expect((await events()).map(({ subject, actor }) => [subject, actor])).toContainEqual(["referral-capacity@1.0.0", "system:test"]);
});

test("doing it again does nothing", async () => {
  await publishStandards(db, noon, by, folder);
  expect(await publishStandards(db, noon, by, folder)).toMatchObject({ ok: true, publish: [], unchanged: { length: 3 } });
  expect(await events()).toHaveLength(3);
});

test("two at once publish once", async () => {
  const both = await Promise.all([publishStandards(db, noon, by, folder), publishStandards(db, noon, by, folder)]);
  expect(both.map((each) => each.ok && each.publish.length).sort()).toEqual([0, 3]);
  expect(await events()).toHaveLength(3);
});

test("refuses when the files of a published version were edited, names the folder and both hashes, and publishes nothing else", async () => {
  const first = await publishStandards(db, noon, by, folder);
  edit("1.0.0/criteria/RC-1.1.yaml", "title: The phone and email work", "title: The phone works");
  newVersion("1.1.0");
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
  expect(await publishStandards(db, noon, by, folder)).toMatchObject({ ok: false, why: "faults", faults: [{ line: 7, column: 9 }] });
  expect(await db.select().from(standardVersions)).toEqual([]);
});

test("a dry run says what would happen and changes nothing", async () => {
  expect(await planPublication(db, folder)).toMatchObject({ ok: true, publish: { length: 3 } });
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
  for (const version of ["1.2.0", "1.10.0"]) newVersion(version);
  await publishStandards(db, noon, by, folder);
  expect((await latestVersions(db)).map(({ standard }) => `${standard.code} ${standard.version}`)).toEqual(["RC 1.10.0", "AS 1.0.0", "LW 1.0.0"]);
  expect((await versionsOf(db, "referral-capacity")).map(({ standard }) => standard.version)).toEqual(["1.10.0", "1.2.0", "1.0.0"]);
  expect(await versionsOf(db, "nothing")).toEqual([]);
});

test("the application cannot change or remove a published version", async () => {
  await publishStandards(db, noon, by, folder);
  await expect(db.update(standardVersions).set({ title: "Other" })).rejects.toThrow();
  await expect(db.delete(standardVersions)).rejects.toThrow();
});
