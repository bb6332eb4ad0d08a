import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { auditEvents } from "#db/schema/audit";
import { evidenceFiles, otherAwards } from "#db/schema/evidence";
import { heldAnswers } from "~/assessments/draft.server";
import { lookInside } from "~/evidence/look-inside.server";
import { clock } from "~/platform/clock.server";
import { publishStandards } from "~/standards/publish.server";
import { draftOf } from "../support/answers";
import { freshDatabase } from "../support/database";
import * as files from "../support/files";
import { type Cast, cast } from "../support/people";
import { cookieFor, get, post, website } from "../support/website";

const { db } = await freshDatabase();
let people: Cast;
let draft: string;
let page: string;
beforeAll(async () => {
  await publishStandards(db, clock, { system: "test" });
  people = await cast(db);
  draft = await draftOf(db, people.pat, people.organisations.marshEnd.id, "activities-and-services");
  page = `/organisations/${people.organisations.marshEnd.slug}/evidence`;
});

const form = (fields: Record<string, string>, file?: { name: string; bytes: Uint8Array }) => {
  const made = new FormData();
  if (file) made.set("file", new File([Buffer.from(file.bytes)], file.name));
  for (const [name, value] of Object.entries(fields)) made.set(name, value);
  return made;
};
const send = (fields: Record<string, string>, file?: { name: string; bytes: Uint8Array }, as = people.pat) => post(page, form(fields, file), { as });
const newest = async () => (await db.select().from(evidenceFiles).where(eq(evidenceFiles.organisationId, people.organisations.marshEnd.id))).at(-1)!;
const shown = async () => (await get(page, { as: people.pat })).text();

describe("the library of a group", () => {
  test("is empty, and says what to do", async () => {
    const empty = await shown();
    expect(empty).toContain("There is nothing here yet");
    expect(empty).toContain("You have not shown a web page yet");
    expect(empty).toContain("No virus scanner is connected here");
  });

  test("takes a file straight in, with its last day; the day can be changed and taken away, and a wrong one is said beside the boxes", async () => {
    expect((await send({ intent: "add", "expires-day": "31", "expires-month": "3", "expires-year": "2020" }, { name: "insurance.pdf", bytes: files.pdf() })).status).toBe(302);
    const file = await newest();
    expect(file.expiresOn).toBe("2020-03-31");
    expect(await shown()).toContain("Out of date");
    const day = (year: string) => ({ intent: "expiry", file_id: file.id, "expires-day": "30", "expires-month": "2", "expires-year": year });
    const wrong = await send(day("2027"));
    expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining("Enter a real date")]);
    expect((await send({ ...day("2999"), "expires-month": "4" })).status).toBe(302);
    expect((await newest()).expiresOn).toBe("2999-04-30");
    expect((await send({ intent: "expiry", file_id: file.id })).status).toBe(302);
    expect((await newest()).expiresOn).toBeNull();
    expect(await db.$count(auditEvents, eq(auditEvents.type, "evidence.expiry_set"))).toBe(3);
  });

  test("says what may be in a file, and takes the word of its people once", async () => {
    await send({ intent: "add" }, { name: "steps.docx", bytes: files.docxSaying("<w:p><w:r><w:t>NHS number 943 476 5919</w:t></w:r></w:p>") });
    const file = await newest();
    await lookInside(db, file.id);
    const page = await shown();
    expect(page).toContain("Cannot be sent like this");
    expect(page).toContain("an NHS number");
    expect(page).not.toContain("943 476");
    for (let times = 0; times < 2; times++) expect((await send({ intent: "confirm", file_id: file.id }, undefined, people.dee)).status).toBe(302);
    const events = await db.select().from(auditEvents).where(eq(auditEvents.type, "evidence.findings_confirmed"));
    expect(events.map(({ actor, data }) => ({ actor, data }))).toEqual([{ actor: `person:${people.dee.personId}`, data: { kinds: ["nhs_number"] } }]);
    expect(await shown()).toContain("You looked at it");
  });

  test("lends a file to a question, in the plain form and to the form in the browser alike, and then says where it is shown", async () => {
    const { id } = await newest();
    const evidence = `/assessments/${draft}/criteria/AS-2.2/evidence`;
    expect(await (await get(evidence, { as: people.pat })).text()).toContain("Use something you already have");
    expect((await post(evidence, form({ kind: "file", title: "Steps", clean: "yes", have: id }), { as: people.pat })).status).toBe(302);
    const [plain] = await heldAnswers(db, draft, "AS-2.2");
    const item = { kind: "file", file: id, title: "Steps", clean: true };
    expect(plain!.answer.evidence).toEqual([item]);
    const put = await website.fetch(
      new Request(`http://localhost/assessments/${draft}/criteria/AS-2.3/answer`, {
        method: "PUT",
        headers: {
          Host: "localhost",
          "Content-Type": "application/json",
          "If-Match": '"0"',
          Origin: "http://localhost",
          "Sec-Fetch-Site": "same-origin",
          Cookie: await cookieFor(people.pat),
        },
        body: JSON.stringify({ answer: { evidence: [item], how: "Ann, NHS number 943 476 5919" }, privateNote: "" }),
      }),
    );
    expect(await put.json()).toMatchObject({ version: 1, warnings: { how: expect.stringContaining("an NHS number") } });
    expect((await heldAnswers(db, draft, "AS-2.3"))[0]!.answer.evidence).toEqual(plain!.answer.evidence);
    expect(await shown()).toContain(`/assessments/${draft}/criteria/AS-2.2`);
    const theirs = await post(`/assessments/${draft}/criteria/AS-2.2/evidence`, form({ kind: "file", title: "Steps", clean: "yes", have: crypto.randomUUID() }), {
      as: people.pat,
    });
    expect(theirs.status).toBe(422);
  });

  test("the plain form warns beside the box once, keeps what was typed, and lets them go on", async () => {
    const address = `/assessments/${draft}/criteria/AS-1.2`;
    const fields = { level: "developing", how: "Mrs Penrose told us of her depression, so we found her a quiet place.", then: "continue" };
    const first = await post(address, { ...fields, version: "0" }, { as: people.pat });
    const body = await first.text();
    expect([first.status, body]).toEqual([422, expect.stringContaining("words about health")]);
    expect(body).toContain("Your answer is saved");
    expect(body).toContain("Mrs Penrose");
    expect((await post(address, { ...fields, version: "1", warned: "yes" }, { as: people.pat })).status).toBe(302);
  });

  test("awards of others are stated with number and last day, once; and can be taken off", async () => {
    const award = { intent: "award", award: "investing-in-volunteers", number: "IiV 1042", "expires-day": "1", "expires-month": "5", "expires-year": "2999" };
    for (const [fields, words] of [
      [{ ...award, award: "nobel" }, "Choose an award"],
      [{ ...award, number: " " }, "Enter the number"],
      [{ ...award, "expires-day": "" }, "Enter a real date"],
    ] as const) {
      const wrong = await send(fields);
      expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining(words)]);
    }
    expect((await send(award)).status).toBe(302);
    expect((await send(award)).status).toBe(422);
    expect(await shown()).toContain("You can show it for AS-4.1 and AS-4.2");
    const [row] = await db.select().from(otherAwards);
    expect((await send({ intent: "end_award", award_id: row!.id })).status).toBe(302);
    expect((await send({ intent: "end_award", award_id: row!.id })).status).toBe(404);
    expect(await db.$count(auditEvents, eq(auditEvents.type, "evidence.award_stated"))).toBe(1);
    expect(await db.$count(auditEvents, eq(auditEvents.type, "evidence.award_ended"))).toBe(1);
  });

  test("things of another group are not there", async () => {
    const { id } = await newest();
    const theirs = `/organisations/${people.organisations.harbour.slug}/evidence`;
    for (const intent of ["expiry", "confirm"]) expect((await post(theirs, form({ intent, file_id: id }), { as: people.ruth })).status).toBe(404);
    expect((await post(theirs, form({ intent: "confirm", file_id: "x" }), { as: people.ruth })).status).toBe(404);
    expect(await (await get(theirs, { as: people.ruth })).text()).not.toContain("steps.docx");
  });
});
