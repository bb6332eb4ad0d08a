import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asc, eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { auditEvents } from "#db/schema/audit";
import { standardTranslations, standardVersions } from "#db/schema/standards";
import { canonical } from "~/standards/canonical";
import { loadStandards, sha256, standardsFolder } from "~/standards/load.server";
import { planPublication, publishStandards } from "~/standards/publish.server";
import { allInLanguage, inLanguage } from "~/standards/translation/in-language.server";
import { langWithin } from "~/standards/translation/lang-within";
import { versionOf, versionsOf } from "~/standards/versions.server";
import { at, noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { asked } from "../support/register";

const { db, owner } = await freshDatabase();
const by = { system: "test" };
const file = "referral-capacity/1.0.0/cy/criteria/RC-1.1.yaml";
const welshTitle = "Mae’r ffôn a’r e-bost yn gweithio";

/** A copy of the standards in which only Referral capacity is translated. */
let folder: string;
beforeEach(async () => {
  await owner.begin((tx) => [tx`set local session_replication_role = replica`, tx`truncate standard_versions, audit_events cascade`]);
  folder = mkdtempSync(join(tmpdir(), "wm-standards-"));
  cpSync(standardsFolder, folder, { recursive: true, filter: (path) => !path.endsWith("/cy") || path.includes("referral-capacity") });
});

const say = (title: string) => writeFileSync(join(folder, file), readFileSync(join(folder, file), "utf8").replace(/^title: .*$/m, `title: ${title}`));
const publish = () => publishStandards(db, noon, by, folder);
const rows = () => db.select().from(standardTranslations).orderBy(asc(standardTranslations.seq));
const events = () => db.select().from(auditEvents).where(eq(auditEvents.type, "standard.translated"));
const rc = async () => (await versionOf(db, "referral-capacity", "1.0.0"))!;
const titleIn = async (language: "en" | "cy") => (await inLanguage(db, await rc(), language)).standard.criteria[0]?.title;

test("a translation is kept with its version, by hash, and the audit trail says so; the version's hash does not know of it", async () => {
  expect(await publish()).toMatchObject({ ok: true, translate: [{ key: "referral-capacity", version: "1.0.0", language: "cy" }] });
  const [row] = await rows();
  expect(row).toMatchObject({ versionId: (await rc()).id, language: "cy", publishedAt: noon.now() });
  expect(sha256(row!.content)).toBe(row!.sha256);
  const loaded = loadStandards(folder).versions.find(({ standard }) => standard.code === "RC")!;
  expect(row!.content).toBe(canonical(loaded.translations[0]!.translation));
  expect((await rc()).sha256).toBe(loaded.sha256);
  expect((await events()).map(({ subject, data }) => [subject, data])).toEqual([
    ["referral-capacity@1.0.0", { key: "referral-capacity", version: "1.0.0", language: "cy", sha256: row!.sha256 }],
  ]);
});

test("twice, or two at once, keeps it once", async () => {
  const both = await Promise.all([publish(), publish()]);
  expect(both.map((each) => each.ok && each.translate.length).sort()).toEqual([0, 1]);
  expect(await publish()).toMatchObject({ ok: true, translate: [] });
  expect([(await rows()).length, (await events()).length]).toEqual([1, 1]);
});

test("words put right are a new row under the same version, and count at once; going back is a row too", async () => {
  await publish();
  expect(await titleIn("cy")).toBe(welshTitle);
  say("Mae’r ffôn yn gweithio");
  expect(await publish()).toMatchObject({ ok: true, publish: [], unchanged: { length: 5 }, translate: { length: 1 } });
  expect(await titleIn("cy")).toBe("Mae’r ffôn yn gweithio");
  say(welshTitle);
  await Promise.all([publish(), publish()]);
  expect(await titleIn("cy")).toBe(welshTitle);
  const kept = await rows();
  expect([kept.length, new Set(kept.map(({ sha256 }) => sha256)).size]).toEqual([3, 3]);
  expect(await titleIn("en")).toBe("The phone and email work");
  expect(await db.select().from(standardVersions)).toHaveLength(5);
});

test("a dry run says what would be kept, and keeps nothing; a fault stops everything", async () => {
  expect(await planPublication(db, folder)).toMatchObject({ ok: true, translate: { length: 1 } });
  say('""');
  expect(await publish()).toMatchObject({ ok: false, why: "faults", faults: [{ message: "missing translation: expected some text" }] });
  expect([await rows(), await db.select().from(standardVersions)]).toEqual([[], []]);
});

test("only the versions asked for by name bring their translations", async () => {
  expect(await publishStandards(db, noon, by, folder, ["link-worker-practice@1.0.0"])).toMatchObject({ ok: true, translate: [] });
  expect(await publishStandards(db, at("2026-11-27T09:00:00Z"), by, folder, ["referral-capacity@1.0.0"])).toMatchObject({ ok: true, translate: { length: 1 } });
});

test("English where there is no translation, with the language said; one question for all versions once they were read", async () => {
  await publish();
  const all = [await rc(), ...(await versionsOf(db, "link-worker-practice"))];
  const read = await allInLanguage(db, all, "cy");
  expect(read.map(({ textIn, checked, standard: { code, version } }) => [code, version, textIn, checked])).toEqual([
    ["RC", "1.0.0", "cy", false],
    ["LW", "2.0.0", "en", true],
    ["LW", "1.1.0", "en", true],
    ["LW", "1.0.0", "en", true],
  ]);
  expect(read.map(({ textIn }) => langWithin(textIn, "cy"))).toEqual([undefined, "en-GB", "en-GB", "en-GB"]);
  expect(await asked(async () => void (await allInLanguage(db, all, "cy")))).toHaveLength(1);
  expect(await asked(async () => void (await allInLanguage(db, all, "en")))).toHaveLength(0);
});

test("what is kept is never changed", async () => {
  await publish();
  await expect(db.update(standardTranslations).set({ language: "gd" })).rejects.toThrow();
  await expect(db.delete(standardTranslations)).rejects.toThrow();
});
