import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { auditEvents } from "#db/schema/audit";
import { standardComments, standardDraftEdits, standardDrafts, standardVersions } from "#db/schema/standards";
import { startAssessment } from "~/assessments/start.server";
import { baseFiles } from "~/standards/drafting/base-files.server";
import { comment, commentsOn } from "~/standards/drafting/comments.server";
import { changesPath, standardPath } from "~/standards/drafting/draft";
import { examine } from "~/standards/drafting/examine.server";
import { discardDraft, openConsultation, reopenDraft } from "~/standards/drafting/move.server";
import { moveOntoNewest, ontoNewest } from "~/standards/drafting/onto-newer.server";
import { publishDraft, publishingBy } from "~/standards/drafting/publish-draft.server";
import { startDraft } from "~/standards/drafting/start.server";
import { criterionPath, filesFrom, type VersionFiles } from "~/standards/drafting/version-files";
import { confirmWithdrawal, dropWithdrawal, proposeWithdrawal, withdrawalOf } from "~/standards/drafting/withdraw.server";
import { markOf, writeFile } from "~/standards/drafting/write.server";
import { contentOf, editYaml } from "~/standards/drafting/yaml-text";
import { loadStandards } from "~/standards/load.server";
import { planPublication, publishStandards } from "~/standards/publish.server";
import { versionOf, versionsOf } from "~/standards/versions.server";
import { at, noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { draftNow, edit, wordedDraft } from "../support/drafting";
import { type Cast, cast } from "../support/people";

const { db } = await freshDatabase();
const AS = "activities-and-services";
const RC = "referral-capacity";
const LW = "link-worker-practice";
let people: Cast;
beforeAll(async () => {
  await publishStandards(db, noon, { system: "test" });
  people = await cast(db);
});
const later = at("2026-06-30T11:00:00Z");
const fileOf = criterionPath("AS-1.1");
const eventsOf = async (subject: string) =>
  (await db.select({ type: auditEvents.type }).from(auditEvents).where(eq(auditEvents.subject, subject)).orderBy(auditEvents.seq)).map(({ type }) => type);

/** What `publishStandards` would make of these files. */
function asFolder(key: string, version: string, files: VersionFiles) {
  const folder = mkdtempSync(join(tmpdir(), "wm-drafting-"));
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, key, version, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return loadStandards(folder);
}

describe("writing", () => {
  test("a draft begins with the very files of the newest version, the new number and an empty list of changes", async () => {
    const started = await startDraft(db, noon, people.edith, { key: AS, part: "major" });
    const draft = await draftNow(db, started?.ok ? started.draftId : "");
    const base = baseFiles((await versionsOf(db, AS))[0]!);
    expect(draft).toMatchObject({ key: AS, version: "2.0.0", state: "draft", revision: 1 });
    expect({ ...draft.files, [standardPath]: "", [changesPath]: "" }).toEqual({ ...base, [standardPath]: "", [changesPath]: "" });
    expect(contentOf(draft.files[standardPath])).toMatchObject({ version: "2.0.0", published_on: "2026-06-01", effective_from: "2026-06-01" });
    expect(contentOf(draft.files[changesPath])).toEqual({ from: "1.0.0", changes: [] });
    expect(await startDraft(db, noon, people.ines, { key: AS, part: "major" })).toEqual({ ok: false, why: "already_begun", version: "2.0.0" });
    expect(await eventsOf(draft.id)).toEqual(["standard.draft_started"]);
    await discardDraft(db, noon, people.ines, { draftId: draft.id });
    expect(await eventsOf(draft.id)).toEqual(["standard.draft_started", "standard.draft_discarded"]);
  });

  test("where the folder is gone, the files are written from what was published and publish to the same", async () => {
    const [version] = await versionsOf(db, AS);
    const files = baseFiles(version!, mkdtempSync(join(tmpdir(), "wm-empty-")));
    expect(files).toEqual(filesFrom(version!.content));
    expect(asFolder(AS, "1.0.0", files).versions[0]?.sha256).toBe(version!.sha256);
  });

  test("faults may be saved, are named, and stand in the way of asking anybody", async () => {
    const started = await startDraft(db, noon, people.edith, { key: AS, part: "major" });
    const draftId = started?.ok ? started.draftId : "";
    await edit(db, noon, people.edith, draftId, fileOf, [{ path: ["weight"], value: "heavy" }]);
    const { checked, faultless } = await examine(db, await draftNow(db, draftId));
    expect([faultless, checked.version]).toEqual([false, undefined]);
    expect(checked.faults).toContainEqual(expect.objectContaining({ file: fileOf, message: expect.stringContaining("expected number") }));
    expect(await openConsultation(db, noon, people.edith, { draftId, until: "2026-06-20" })).toEqual({ ok: false, why: "faultless" });
    expect(await publishDraft(db, noon, people.ines, { draftId })).toEqual({ ok: false, why: "faultless" });
    await edit(db, noon, people.edith, draftId, fileOf, [{ path: ["weight"], value: 1 }]);
    await edit(db, noon, people.edith, draftId, changesPath, [{ path: ["changes"], value: [{ type: "weight", criteria: ["AS-1.2"], what: "x", reason: "y", what_to_do: "z" }] }]);
    expect(await examine(db, await draftNow(db, draftId))).toMatchObject({ faultless: false, unlisted: ["AS-1.1"] });
    await discardDraft(db, noon, people.edith, { draftId });
  });

  test("a second editor's save of the same file overwrites nothing; of another file it does no harm; of many at once one counts", async () => {
    const started = await startDraft(db, noon, people.edith, { key: AS, part: "major" });
    const draftId = started?.ok ? started.draftId : "";
    const text = (await draftNow(db, draftId)).files[fileOf];
    const saying = (words: string) => editYaml(text, [{ path: ["title"], value: words }]);
    const save = (by: keyof Cast & ("edith" | "ines"), words: string, path = fileOf, madeFrom = markOf(text)) =>
      writeFile(db, noon, people[by], { draftId, path, madeFrom, text: saying(words) });
    const both = await Promise.all([save("edith", "Hers"), save("ines", "Hers too"), save("edith", "Another")]);
    expect(both.filter((each) => each?.ok)).toHaveLength(1);
    const there = (await draftNow(db, draftId)).files[fileOf];
    expect(both.filter((each) => each && !each.ok)).toEqual([
      { ok: false, why: "changed_meanwhile", text: there },
      { ok: false, why: "changed_meanwhile", text: there },
    ]);
    const other = criterionPath("AS-1.2");
    expect(await edit(db, noon, people.ines, draftId, other, [{ path: ["title"], value: "Elsewhere" }])).toMatchObject({ ok: true, revision: 3 });
    expect(await writeFile(db, noon, people.ines, { draftId, path: fileOf, madeFrom: "", text: there })).toEqual({ ok: true, revision: 3 });
    expect((await eventsOf(draftId)).filter((type) => type === "standard.draft_written")).toHaveLength(2);
    await discardDraft(db, noon, people.edith, { draftId });
    expect(await save("edith", "Too late")).toEqual({ ok: false, why: "wrong_state" });
  });

  test("nobody but an editor comes near it", async () => {
    const draftId = await wordedDraft(db, noon, people.edith, AS, "major", "AS-1.1");
    for (const who of [people.pat, people.moira, people.alex]) {
      expect(await startDraft(db, noon, who, { key: RC, part: "patch" })).toBeUndefined();
      expect(await writeFile(db, noon, who, { draftId, path: fileOf, madeFrom: "", text: "" })).toBeUndefined();
      expect(await openConsultation(db, noon, who, { draftId, until: "2026-06-20" })).toBeUndefined();
      expect(await publishDraft(db, noon, who, { draftId })).toBeUndefined();
      expect(await proposeWithdrawal(db, noon, who, { key: AS, version: "1.0.0", reason: "Because it is wrong." })).toBeUndefined();
    }
    await discardDraft(db, noon, people.edith, { draftId });
  });
});

describe("from draft to version", () => {
  let draftId = "";
  const minor = { key: AS, version: "1.1.0" };

  test("readers have a week at least, say what they think in public, and are told when it is over", async () => {
    draftId = await wordedDraft(db, noon, people.edith, AS, "minor", "AS-1.1");
    expect(await publishDraft(db, noon, people.ines, { draftId })).toEqual({ ok: false, why: "heard" });
    expect(await openConsultation(db, noon, people.edith, { draftId, until: "2026-06-07" })).toEqual({ ok: false, why: "day_ahead" });
    expect(await openConsultation(db, noon, people.edith, { draftId, until: "2026-06-20" })).toEqual({ ok: true });
    const say = (words: string, criterion: string | null = "AS-1.1", clock = noon) => comment(db, clock, people.pat, { ...minor, criterion, words });
    expect(await say("  Plainer, thank you. ")).toEqual({ ok: true });
    expect(await say(" ")).toEqual({ ok: false, why: "words_missing" });
    expect(await say("x".repeat(4001))).toEqual({ ok: false, why: "words_long" });
    expect(await say("Of nothing", "AS-9.9")).toBeUndefined();
    expect(await say("On the last day", null, at("2026-06-20T22:59:00Z"))).toEqual({ ok: true });
    expect(await say("Too late", null, at("2026-06-20T23:00:00Z"))).toEqual({ ok: false, why: "closed" });
    expect(await commentsOn(db, draftId)).toMatchObject([
      { criterion: "AS-1.1", words: "Plainer, thank you.", by: "Pat Holloway" },
      { criterion: null, by: "Pat Holloway" },
    ]);
    await expect(db.update(standardComments).set({ words: "Something else" })).rejects.toThrow();
    expect(await edit(db, noon, people.edith, draftId, fileOf, [{ path: ["title"], value: "While it is read" }])).toEqual({ ok: false, why: "wrong_state" });
    expect(await publishDraft(db, at("2026-06-20T11:00:00Z"), people.ines, { draftId })).toEqual({ ok: false, why: "heard" });
  });

  test("taken back to be written again, the comments stay and the text is consulted on again", async () => {
    expect(await reopenDraft(db, noon, people.edith, { draftId })).toEqual({ ok: true });
    expect(await edit(db, noon, people.edith, draftId, fileOf, [{ path: ["good"], value: "Anybody can tell what they would be coming to." }])).toMatchObject({ ok: true });
    expect(await commentsOn(db, draftId)).toHaveLength(2);
    expect(await openConsultation(db, noon, people.ines, { draftId, until: "2026-06-20" })).toEqual({ ok: true });
  });

  test("who wrote any of it does not publish it; another may, once, and what comes of it is what the files would have given", async () => {
    expect(await publishDraft(db, later, people.edith, { draftId })).toEqual({ ok: false, why: "wrote" });
    const several = await Promise.all([1, 2, 3].map(() => publishDraft(db, later, people.ines, { draftId })));
    expect(several.filter((each) => each?.ok)).toHaveLength(1);
    expect(several.filter((each) => each && !each.ok)).toEqual([
      { ok: false, why: "wrong_state" },
      { ok: false, why: "wrong_state" },
    ]);
    const { files } = await draftNow(db, draftId);
    const version = await versionOf(db, AS, "1.1.0");
    const { versions, faults } = asFolder(AS, "1.1.0", files);
    expect(faults).toEqual([]);
    expect([version?.sha256, version?.content]).toEqual([versions[0]?.sha256, versions[0]?.content]);
    expect(version?.standard).toMatchObject({ published_on: "2026-06-30", effective_from: "2026-06-30", changes: { from: "1.0.0" } });
    expect((await db.select().from(standardVersions).where(eq(standardVersions.id, version!.id)))[0]).toMatchObject({ publishedBy: `person:${people.ines.personId}` });
    expect(await eventsOf(`${AS}@1.1.0`)).toEqual(["standard.published"]);
    expect((await eventsOf(draftId)).slice(-2)).toEqual(["standard.draft_written", "standard.consultation_opened"]);
    expect((await eventsOf(draftId)).filter((type) => /commented|reopened/.test(type))).toEqual(["standard.commented", "standard.commented", "standard.draft_reopened"]);
    expect((await db.select().from(standardDraftEdits).where(eq(standardDraftEdits.draftId, draftId)).orderBy(standardDraftEdits.seq)).map(({ name }) => name)).toEqual([
      "started",
      "wrote",
      "wrote",
      "consulted",
      "reopened",
      "wrote",
      "consulted",
      "published",
    ]);
  });

  test("two drafts of one base at once: one wins, the other is told", async () => {
    const ids = [await wordedDraft(db, later, people.edith, AS, "patch", "AS-1.1"), await wordedDraft(db, later, people.edith, AS, "minor", "AS-1.2")];
    await openConsultation(db, later, people.edith, { draftId: ids[1]!, until: "2026-07-10" });
    const after = at("2026-07-20T11:00:00Z");
    const both = await Promise.all(ids.map((id) => publishDraft(db, after, people.ines, { draftId: id })));
    expect(both.map((each) => (each?.ok ? "published" : each?.why)).sort()).toEqual(["newest_base", "published"]);
  });

  describe("a draft whose base is no longer the newest", () => {
    let draftId = "";
    const onto = (by: "edith" | "ines", given: Partial<Parameters<typeof moveOntoNewest>[3]> = {}) =>
      draftNow(db, draftId).then(({ revision }) => moveOntoNewest(db, later, people[by], { draftId, madeFrom: revision, to: "1.1.0", choices: {}, ...given }));

    test("is moved onto it: what both changed has to be chosen, what one changed is taken, and it has the next number", async () => {
      const started = await startDraft(db, noon, people.edith, { key: LW, part: "minor" });
      expect(started).toEqual({ ok: true, draftId: expect.any(String) });
      draftId = started?.ok ? started.draftId : "";
      expect(await moveOntoNewest(db, later, people.edith, { draftId, madeFrom: 1, to: "2.0.0", choices: {} })).toEqual({ ok: false, why: "up_to_date" });
      // As if it had been begun when 1.0.0 was the newest.
      const first = (await versionOf(db, LW, "1.0.0"))!;
      const files = { ...filesFrom(first.content), [changesPath]: "from: 1.0.0\nchanges: []\n" };
      await db.update(standardDrafts).set({ baseVersionId: first.id, version: "1.1.1", files }).where(eq(standardDrafts.id, draftId));
      await edit(db, noon, people.edith, draftId, criterionPath("LW-1.4"), [{ path: ["statement"], value: "Ours." }]);
      await edit(db, noon, people.edith, draftId, criterionPath("LW-1.2"), [{ path: ["why"], value: "Ours too." }]);
      const shown = await ontoNewest(db, await draftNow(db, draftId));
      expect(shown).toMatchObject({ from: "1.0.0", to: "2.0.0", version: "2.1.0", kept: [criterionPath("LW-1.2")] });
      const clash = `${criterionPath("LW-1.4")} statement`;
      expect(shown?.clashes.map(({ id }) => id)).toEqual([clash]);
      expect(await onto("ines", { to: "2.0.0" })).toEqual({ ok: false, why: "undecided", open: [clash] });
      expect(await onto("ines", { choices: { [clash]: "mine" } })).toEqual({ ok: false, why: "changed_meanwhile" });
      expect(await onto("ines", { to: "2.0.0", madeFrom: 1, choices: { [clash]: "mine" } })).toEqual({ ok: false, why: "changed_meanwhile" });
      const both = await Promise.all([onto("ines", { to: "2.0.0", choices: { [clash]: "mine" } }), onto("ines", { to: "2.0.0", choices: { [clash]: "theirs" } })]);
      expect(both.filter((each) => each?.ok)).toHaveLength(1);
    });

    test("then begins from it: the files are those of both, publishing no longer refuses for it, and whoever moved it wrote part of it", async () => {
      const draft = await draftNow(db, draftId);
      const newest = (await versionOf(db, LW, "2.0.0"))!;
      expect(draft).toMatchObject({ version: "2.1.0", baseVersionId: newest.id, revision: 4 });
      expect(Object.keys(draft.files).sort()).toEqual(Object.keys(baseFiles(newest)).sort());
      expect(contentOf(draft.files[criterionPath("LW-1.2")])).toMatchObject({ why: "Ours too." });
      expect(contentOf(draft.files[changesPath])).toEqual({ from: "2.0.0", changes: [] });
      expect((await examine(db, draft)).differing.map(({ id }) => id)).toContain("LW-1.2");
      expect(await publishingBy(db, people.ines, draft, await examine(db, draft), "2026-07-01")).toMatchObject({ met: ["newest_base"], bars: ["wrote"] });
      expect(await eventsOf(draftId)).toEqual(["standard.draft_started", "standard.draft_written", "standard.draft_written", "standard.draft_moved"]);
      expect(await onto("edith")).toEqual({ ok: false, why: "up_to_date" });
    });

    test("is not moved onto a number that another draft has, in a consultation, or by nobody's editor", async () => {
      const first = (await versionOf(db, LW, "1.0.0"))!;
      await startDraft(db, noon, people.edith, { key: LW, part: "major" });
      await db
        .update(standardDrafts)
        .set({ baseVersionId: first.id, version: "1.9.0", files: { ...filesFrom(first.content), [changesPath]: "from: 1.0.0\nchanges: []\n" } })
        .where(eq(standardDrafts.id, draftId));
      const taken = await startDraft(db, noon, people.ines, { key: LW, part: "minor" });
      expect(await onto("edith", { to: "2.0.0" })).toEqual({ ok: false, why: "number_taken" });
      await discardDraft(db, noon, people.ines, { draftId: taken?.ok ? taken.draftId : "" });
      await db.update(standardDrafts).set({ state: "consultation" }).where(eq(standardDrafts.id, draftId));
      expect(await onto("edith", { to: "2.0.0" })).toEqual({ ok: false, why: "wrong_state" });
      for (const who of [people.pat, people.moira]) expect(await moveOntoNewest(db, later, who, { draftId, madeFrom: 1, to: "2.0.0", choices: {} })).toBeUndefined();
      await discardDraft(db, noon, people.edith, { draftId });
    });
  });

  test("the version is not on disk, and that is said without being a fault", async () => {
    const plan = await planPublication(db);
    expect(plan.ok && plan.notOnDisk.map(({ key, byEditor }) => [key, byEditor])).toEqual([
      [AS, true],
      [AS, true],
    ]);
  });
});

describe("withdrawing", () => {
  const named = { key: RC, version: "1.0.0" };
  const begin = () => startAssessment(db, later, people.pat, { organisationId: people.organisations.marshEnd.id, standardKey: RC });

  test("one proposes with a reason, another confirms; then nothing new begins under it", async () => {
    expect(await proposeWithdrawal(db, later, people.edith, { ...named, reason: " so " })).toEqual({ ok: false, why: "reason_missing" });
    expect(await confirmWithdrawal(db, later, people.ines, named)).toEqual({ ok: false, why: "not_proposed" });
    expect(await proposeWithdrawal(db, later, people.edith, { ...named, reason: "One of its rules cannot be met." })).toEqual({ ok: true });
    expect(await proposeWithdrawal(db, later, people.ines, { ...named, reason: "Another reason for it." })).toEqual({ ok: false, why: "already_proposed" });
    expect(await confirmWithdrawal(db, later, people.edith, named)).toEqual({ ok: false, why: "own_proposal" });
    expect(await dropWithdrawal(db, later, people.edith, named)).toEqual({ ok: true });
    await proposeWithdrawal(db, later, people.edith, { ...named, reason: "One of its rules cannot be met." });
    const both = await Promise.all([confirmWithdrawal(db, later, people.ines, named), confirmWithdrawal(db, later, people.ines, named)]);
    expect(both.filter((each) => each?.ok)).toHaveLength(1);
    expect(await withdrawalOf(db, (await versionOf(db, RC, "1.0.0"))!.id)).toMatchObject({ reason: "One of its rules cannot be met.", confirmedAt: later.now() });
    expect(await dropWithdrawal(db, later, people.edith, named)).toEqual({ ok: false, why: "not_proposed" });
    expect(await eventsOf(`${RC}@1.0.0`)).toEqual([
      "standard.published",
      "standard.translated",
      "standard.withdrawal_proposed",
      "standard.withdrawal_dropped",
      "standard.withdrawal_proposed",
      "standard.withdrawn",
    ]);
    expect(await begin()).toEqual({ ok: false, why: "no_such_standard" });
  });
});

test("what was done to a draft is never changed afterwards", async () => {
  await expect(db.execute(sql`delete from standard_draft_edits`)).rejects.toThrow();
});
