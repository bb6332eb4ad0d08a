import { beforeAll, expect, test } from "vitest";
import { policyPdf } from "#db/seed/papers";
import type { Actor } from "~/accounts/actor";
import { heldAnswers } from "~/assessments/draft.server";
import { saveAnswer } from "~/assessments/save.server";
import { storeEvidence } from "~/evidence/store.server";
import { mostShown, wordsInside } from "~/evidence/words-inside.server";
import { paths } from "~/platform/paths";
import { addOffer, offersOf } from "~/providers/offers.server";
import { declareConflict } from "~/review/declare.server";
import { submitForReview } from "~/review/open.server";
import { publishStandards } from "~/standards/publish.server";
import { allStatements, filledDraft } from "../support/answers";
import { assigned, must } from "../support/cases";
import { noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import * as files from "../support/files";
import { cast } from "../support/people";
import { get } from "../support/website";

const { db } = await freshDatabase();
await publishStandards(db, noon, { system: "test" });
const people = await cast(db);
const readers = { assessor: people.sunil, second: people.amara, moderator: people.moira };
const criterion = "AS-4.1";
const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const sly = files.docxSaying("<w:p><w:t>&lt;script&gt;alert(1)&lt;/script&gt;</w:t></w:p><w:p><w:t>Steps we take</w:t></w:p>", {
  "docProps/core.xml": "<cp:coreProperties><dc:creator>Written by Pat</dc:creator></cp:coreProperties>",
});
let caseId: string;
let shown: { words: string; photo: string; scan: string };
let kept: string;

/** Marsh End shows a Word file, a photo and a scan, and keeps a PDF that it shows nowhere. */
beforeAll(async () => {
  const organisationId = people.organisations.marshEnd.id;
  const store = async (name: string, bytes: Uint8Array) => must(await storeEvidence(db, noon, people.pat, { organisationId, name, bytes })).file.id;
  shown = { words: await store("steps.docx", sly), photo: await store("shed.png", files.png()), scan: await store("scan.pdf", files.pdf()) };
  kept = await store("kept.pdf", policyPdf("Not shown"));
  const assessmentId = await filledDraft(db, people.pat, organisationId, "activities-and-services");
  const [held] = await heldAnswers(db, assessmentId, criterion);
  const evidence = Object.values(shown).map((file) => ({ kind: "file" as const, file, title: "What we show", clean: true }));
  must(await saveAnswer(db, noon, people.pat, { assessmentId, criterion, answer: { ...held!.answer, evidence }, basedOn: held!.version }));
  must(await addOffer(db, noon, people.pat, { organisationId, name: "Digging", summary: "Together" }));
  const scope = (await offersOf(db, organisationId)).map(({ name }) => name);
  caseId = must(await submitForReview(db, noon, people.pat, { assessmentId, scope, statements: allStatements })).caseId;
});

const status = async (id: string, as?: Actor) => (await get(paths.evidenceWords(id), as ? { as } : {})).status;

test("nobody reads the words of a file before both readers have declared", async () => {
  await assigned(db, caseId, readers);
  for (const reader of [people.sunil, people.amara]) expect(await status(shown.words, reader)).toBe(404);
});

test("then its readers do, as plain text that cannot be anything else, and nobody who may not open the file", async () => {
  for (const reader of [people.sunil, people.amara]) must(await declareConflict(db, noon, reader, { caseId, words: "none" }));
  for (const reader of [people.sunil, people.amara, people.moira, people.devon]) {
    const answer = await get(paths.evidenceWords(shown.words), { as: reader });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Content-Type")).toBe("text/plain; charset=utf-8");
    expect(answer.headers.get("Content-Security-Policy")).toBe("sandbox; default-src 'none'");
    expect(answer.headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(await answer.text()).toBe("<script>alert(1)</script>\nSteps we take");
  }
  for (const other of [people.asha, people.pat, people.edith, people.ruth]) expect(await status(shown.words, other)).toBe(404);
  for (const id of [kept, shown.photo, crypto.randomUUID(), "no-id"]) expect(await status(id, people.sunil)).toBe(404);
  expect(await (await get(paths.evidenceWords(shown.scan), { as: people.sunil })).text()).toContain("It may be a scan");
});

test("the page where a reader rates draws the photo, and has the words a press away", async () => {
  const page = (await (await get(paths.rate(caseId, criterion), { as: people.sunil })).text()).replace(/<!-- -->/g, "");
  expect(page).toMatch(new RegExp(`<img[^>]*src="${paths.evidence(shown.photo)}"[^>]*alt="What we show"[^>]*loading="lazy"`));
  expect(page).toContain(`<p data-words="true"><a href="${paths.evidenceWords(shown.words)}">The words of steps.docx</a>`);
  expect(page).not.toContain("Steps we take");
});

test("words are cut where they are too many, and those of a PDF are read", async () => {
  const many = await wordsInside(docx, files.docxSaying(`<w:p><w:t>${"again ".repeat(5000)}</w:t></w:p>`));
  expect(many).toHaveLength(mostShown + 1);
  expect(await wordsInside("application/pdf", policyPdf("Our joining form"))).toContain("Our joining form");
  expect(await wordsInside(docx, Uint8Array.from([1, 2, 3]))).toBeUndefined();
});
