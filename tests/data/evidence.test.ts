import { readdirSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { evidenceFiles } from "#db/schema/evidence";
import { assignments, cases } from "#db/schema/review";
import type { Actor } from "~/accounts/actor";
import { saveAnswer } from "~/assessments/save.server";
import { submitAssessment } from "~/assessments/submit.server";
import { readingStates } from "~/assessments/workflow";
import type { FileRefusal } from "~/evidence/file-kinds";
import { readEvidence as readIn } from "~/evidence/read.server";
import { storeEvidence } from "~/evidence/store.server";
import { settings } from "~/platform/env.server";
import { readStored, stallFiles } from "~/platform/files.server";
import { publishStandards } from "~/standards/publish.server";
import { allStatements, filledDraft } from "../support/answers";
import { noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import * as files from "../support/files";
import { type Cast, cast } from "../support/people";

const { db, owner } = await freshDatabase();
let people: Cast;
let marshEnd: string;
beforeAll(async () => {
  await publishStandards(db, noon, { system: "test" });
  people = await cast(db);
  marshEnd = people.pat.memberships[0]!.organisationId;
});
afterEach(() => stallFiles(0));

const readEvidence = (at: typeof db, actor: Actor, id: string) => readIn(at, actor, id, readingStates);

const store = (name: string, bytes: Uint8Array<ArrayBufferLike>, actor = people.pat) => storeEvidence(db, noon, actor, { organisationId: marshEnd, name, bytes });
const stored = async (name = "poster.pdf", bytes: Uint8Array = files.pdf()) => {
  const kept = await store(name, bytes);
  if (!kept?.ok) throw new Error(kept?.why);
  return kept.file;
};

describe("what is kept", () => {
  const good: [string, Uint8Array, string][] = [
    ["x.pdf", files.pdf(), "application/pdf"],
    ["x.PDF", files.pdf(), "application/pdf"],
    ["photo.jpeg", files.jpeg(), "image/jpeg"],
    ["photo.png", files.png(), "image/png"],
    ["IMG_1.HEIC", files.heic(), "image/heic"],
    ["steps.docx", files.docx(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
    ["counts.xlsx", files.xlsx(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
    ["steps.odt", files.odt(), "application/vnd.oasis.opendocument.text"],
  ];
  test.each(good)("%s with its own content", async (name, bytes, mediaType) => {
    const file = await stored(name, bytes);
    expect(file).toMatchObject({ name, mediaType, bytes: bytes.length });
    const [row] = await db.select().from(evidenceFiles).where(eq(evidenceFiles.id, file.id));
    expect(row?.checkedAt).toEqual(noon.now());
    expect(Buffer.from(bytes).equals((await readStored(row!.storageKey))!)).toBe(true);
  });

  const contents = {
    PDF: files.pdf(),
    HTML: files.html(),
    "SVG with a script": files.svg(),
    "GIF that is also a script": files.gifPolyglot(),
    EXE: files.exe(),
    DOCM: files.docm(),
    ZIP: files.plainZip(),
  };
  const names: [string, keyof typeof contents | undefined, FileRefusal][] = [
    ["x.pdf", "PDF", "content_differs"],
    ["x.pdf.html", undefined, "type_not_allowed"],
    ["x.svg", undefined, "type_not_allowed"],
    ["x.pdf\0.png", undefined, "content_differs"],
    ["x.docx", undefined, "content_differs"],
    [".htaccess", undefined, "type_not_allowed"],
    ["no-ending", undefined, "type_not_allowed"],
    ["x.exe", undefined, "type_not_allowed"],
    ["x.docm", undefined, "type_not_allowed"],
    ["x.constructor", undefined, "type_not_allowed"],
  ];
  const product = names.flatMap(([name, fits, why]) => Object.entries(contents).map(([content, bytes]) => [name, content, bytes, fits === content ? undefined : why] as const));
  test.each(product)("%j holding %s", async (name, _content, bytes, why) => {
    const before = await db.$count(evidenceFiles);
    const kept = await store(name, bytes);
    expect(kept).toMatchObject(why ? { ok: false, why } : { ok: true });
    expect(await db.$count(evidenceFiles)).toBe(before + (why ? 0 : 1));
  });

  test("empty, one byte over the limit, and locked with a password", async () => {
    expect(await store("x.pdf", new Uint8Array())).toEqual({ ok: false, why: "empty" });
    const full = new Uint8Array(20 * 1024 * 1024);
    full.set(files.pdf());
    expect(await store("x.pdf", full)).toMatchObject({ ok: true });
    const over = new Uint8Array(full.length + 1);
    over.set(files.pdf());
    expect(await store("x.pdf", over)).toEqual({ ok: false, why: "too_big" });
    expect(await store("x.pdf", files.lockedPdf())).toEqual({ ok: false, why: "locked" });
    expect(await store("x.docx", files.cfb())).toEqual({ ok: false, why: "locked" });
  });

  test("nothing while the storage does not answer, and everything again afterwards", async () => {
    const file = await stored();
    const before = await db.$count(evidenceFiles);
    stallFiles(60);
    expect(await store("x.pdf", files.pdf())).toEqual({ ok: false, why: "storage_unavailable" });
    expect(await readEvidence(db, people.pat, file.id)).toEqual({ ok: false, why: "storage_unavailable" });
    expect(await db.$count(evidenceFiles)).toBe(before);
    stallFiles(0);
    expect(await readEvidence(db, people.pat, file.id)).toMatchObject({ ok: true });
  });

  test("nothing when the row was not written; but bytes whose row may stand are left", async () => {
    const folder = join(settings().files, "evidence");
    const count = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile()).length;
    await stored();
    const before = count();
    await owner`revoke insert on audit_events from waymark_app`;
    await expect(store("poster.pdf", files.pdf())).rejects.toThrow();
    await owner`grant insert on audit_events to waymark_app`;
    expect(count()).toBe(before);
    await owner`create function at_the_end() returns trigger language plpgsql as 'begin raise exception $$the end was not heard of$$; end'`;
    await owner`create constraint trigger at_the_end after insert on evidence_files deferrable initially deferred for each row execute function at_the_end()`;
    await expect(store("poster.pdf", files.pdf())).rejects.toThrow();
    await owner`drop trigger at_the_end on evidence_files`;
    expect(count()).toBe(before + 1);
  });

  test("nothing from a stranger", async () => {
    expect(await store("x.pdf", files.pdf(), people.ruth)).toBeUndefined();
    expect(await store("x.pdf", files.pdf(), people.moira)).toBeUndefined();
  });
});

describe("who may read", () => {
  test("before it was sent: only the organisation's own people", async () => {
    const { id } = await stored();
    expect(await readEvidence(db, people.dee, id)).toMatchObject({ ok: true });
    for (const stranger of [people.ruth, people.sunil, people.moira, people.devon, people.alex, people.gareth]) expect(await readEvidence(db, stranger, id)).toBeUndefined();
    expect(await readEvidence(db, people.pat, crypto.randomUUID())).toBeUndefined();
    expect(await readEvidence(db, people.pat, "../etc/passwd")).toBeUndefined();
  });

  test("once it was sent: the case's readers who declared, moderators and decision-makers; and only of files that are shown", async () => {
    const [shown, other] = [await stored("shown.pdf"), await stored("other.pdf")];
    const assessmentId = await filledDraft(db, people.pat, marshEnd, "referral-capacity");
    const answer = {
      level: "met" as const,
      how: "It is on the page that we give to everybody.",
      evidence: [{ kind: "file" as const, file: shown.id, title: "Page", clean: true }],
    };
    await saveAnswer(db, noon, people.pat, { assessmentId, criterion: "RC-1.2", answer, basedOn: 1 });
    const sent = await submitAssessment(db, noon, people.pat, { assessmentId, scope: [], statements: allStatements });
    if (!sent?.ok) throw new Error("not sent");
    const [opened] = await db
      .insert(cases)
      .values({ submissionId: sent.submissionId, organisationId: marshEnd, state: "declaring", openedAt: noon.now() })
      .returning({ id: cases.id });
    const row = { caseId: opened!.id, part: "assessor" as const, personId: people.sunil.personId, assignedBy: people.moira.personId, assignedAt: noon.now() };
    const [assignment] = await db.insert(assignments).values(row).returning({ id: assignments.id });
    expect(await readEvidence(db, people.sunil, shown.id)).toBeUndefined();
    const mine = eq(assignments.id, assignment!.id);
    await db.update(assignments).set({ declaredAt: noon.now(), declaration: "none" }).where(mine);
    expect(await readEvidence(db, people.sunil, shown.id), "the other reader has not declared").toBeUndefined();
    await db.update(cases).set({ state: "assessing" }).where(eq(cases.id, opened!.id));
    for (const reader of [people.sunil, people.moira, people.devon]) {
      expect(await readEvidence(db, reader, shown.id)).toMatchObject({ ok: true });
      expect(await readEvidence(db, reader, other.id)).toBeUndefined();
    }
    for (const stranger of [people.amara, people.ruth, people.edith, people.alex]) expect(await readEvidence(db, stranger, shown.id)).toBeUndefined();
    expect(await readEvidence(db, { ...people.sunil, roles: [] }, shown.id), "an assessor no more").toBeUndefined();
    await db.update(cases).set({ state: "withdrawn" }).where(eq(cases.id, opened!.id));
    expect(await readEvidence(db, people.sunil, shown.id), "taken back").toBeUndefined();
    await db.update(cases).set({ state: "assessing" }).where(eq(cases.id, opened!.id));
    await db.update(assignments).set({ endedAt: noon.now(), endedReason: "stepped aside" }).where(mine);
    expect(await readEvidence(db, people.sunil, shown.id)).toBeUndefined();
  });

  test("nobody, before its content was looked at", async () => {
    const { id } = await stored();
    await db.update(evidenceFiles).set({ checkedAt: null }).where(eq(evidenceFiles.id, id));
    expect(await readEvidence(db, people.pat, id)).toBeUndefined();
  });
});
