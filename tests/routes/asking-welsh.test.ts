import { eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { people as peopleRows } from "#db/schema/accounts";
import { photo } from "#db/seed/papers";
import { assessmentAsRead } from "~/assessments/as-read.server";
import { heldAnswers } from "~/assessments/draft.server";
import { submissionOf } from "~/assessments/submission.server";
import { clock } from "~/platform/clock.server";
import { paths } from "~/platform/paths";
import { addOffer } from "~/providers/offers.server";
import { stateFacts } from "~/providers/state-facts.server";
import { submitForReview } from "~/review/open.server";
import { publishStandards } from "~/standards/publish.server";
import { allStatements, draftOf, filledDraft } from "../support/answers";
import { freshDatabase } from "../support/database";
import { asRead, englishIn } from "../support/english";
import { type Cast, cast } from "../support/people";
import { cookieFor, type Form, get, post, website } from "../support/website";

const { db } = await freshDatabase();
let people: Cast;
let draft: string;
let whole: string;
let sent: string;

beforeAll(async () => {
  await publishStandards(db, clock, { system: "test" });
  people = await cast(db);
  const { organisationId } = people.pat.memberships[0]!;
  await stateFacts(db, clock, people.pat, organisationId, { referral_email: "marsh.end@gmail.com", max_caseload_per_fte: 300, link_worker_fte: 1 });
  await addOffer(db, clock, people.pat, { organisationId, name: "Tuesday plot" });
  draft = await draftOf(db, people.pat, organisationId, "activities-and-services");
  whole = await filledDraft(db, people.pat, organisationId, "referral-capacity");
  const ruths = people.ruth.memberships[0]!.organisationId;
  sent = await filledDraft(db, people.ruth, ruths, "referral-capacity");
  await submitForReview(db, clock, people.ruth, { assessmentId: sent, scope: [], statements: allStatements });
}, 60_000);
beforeEach(() => db.update(peopleRows).set({ language: "cy" }));

const at = (criterion: string) => paths.criterion(draft, criterion);
const page = async (path: string, as = people.pat) => asRead(await (await get(path, { as })).text());
const on = (path: string, form: Form, as = people.pat) => post(path, form, { as });
const titleOf = (html: string) => /<title>(.*?)<\/title>/.exec(html)?.[1];
const held = async (criterion: string) => (await heldAnswers(db, draft, criterion))[0];
const languageOf = async () => (await db.select({ language: peopleRows.language }).from(peopleRows).where(eq(peopleRows.id, people.pat.personId)))[0]?.language;

describe("nothing that we say is in English", () => {
  test.each([
    ["a question that may not apply", () => at("AS-1.2"), undefined],
    ["a must-have", () => at("AS-1.3"), undefined],
    ["one where nothing is shown", () => paths.criterion(whole, "RC-1.1"), undefined],
    ["something to show", () => paths.criterionEvidence(draft, "AS-1.3"), "Dangoswch i ni: "],
    ["what is missing", () => paths.check(draft), "Gwiriwch eich atebion"],
    ["what can be sent", () => paths.check(whole), "Gwiriwch eich atebion"],
    ["what does not seem to fit", () => paths.warnings(whole), "Pethau i edrych arnynt eto"],
  ])("on the page of %s", async (_what, path, title) => {
    const html = await page(path());
    expect(html).toMatch(/^<!DOCTYPE html><html lang="cy"/i);
    expect(englishIn(html)).toEqual([]);
    if (title) expect(titleOf(html)).toContain(title);
  });

  test.each([
    ["what was sent", () => paths.sent(sent), "Anfonwyd: "],
    ["an answer that was sent", () => paths.criterion(sent, "RC-1.2"), undefined],
  ])("on the page of %s", async (_what, path, title) => {
    const html = await page(path(), people.ruth);
    expect(englishIn(html)).toEqual([]);
    if (title) expect(titleOf(html)).toContain(title);
    expect(html).toContain('<form method="post" action="/language">');
  });

  test("when an answer cannot be kept, is not finished, or looks as if it were about somebody", async () => {
    const answers = [
      await on(at("AS-5.1"), { version: "0", level: "excellent", how: "x".repeat(5001), "plan-when-day": "the first of", "plan-when-month": "September", then: "continue" }),
      await on(at("AS-5.1"), { version: "0", level: "met", how: "Rhy fyr", then: "continue" }),
      await on(at("AS-5.1"), { version: "1", level: "met", how: "Ei rhif GIG yw 943 476 5919, a’i phen-blwydd yw 3 Mai 1951.", then: "continue" }),
      await on(at("AS-1.2"), { version: "0", na: "yes", "na-reason": "x", "na-words": "x", then: "continue" }),
      await on(at("AS-1.3"), {
        version: "0",
        level: "developing",
        how: "x".repeat(1501),
        "plan-what": "x",
        "plan-when-day": "31",
        "plan-when-month": "2",
        "plan-when-year": "2026",
        then: "continue",
      }),
      await on(paths.criterionEvidence(draft, "AS-1.3"), formOf({ kind: "link", link: "x", "date-day": "31", "date-month": "2", "date-year": "2026", move: "add" })),
      await on(paths.criterionEvidence(draft, "AS-1.3"), formOf({ move: "add" })),
      await on(paths.check(whole), {}),
      await on(paths.warnings(whole), { personal_email: "x".repeat(501) }),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(422);
      const html = asRead(await answer.text());
      expect(englishIn(html)).toEqual([]);
      expect(titleOf(html)).toMatch(/^Gwall: /);
    }
  });

  test("when the form in the browser saves itself", async () => {
    const Cookie = await cookieFor(people.pat);
    const put = async (how: string, version: number) => {
      const body = JSON.stringify({ answer: { how }, privateNote: "" });
      const headers = { Cookie, Host: "localhost", Origin: "http://localhost", "Content-Type": "application/json", "If-Match": `"${version}"` };
      return (await website.fetch(new Request(`http://localhost${paths.answer(draft, "AS-5.2")}`, { method: "PUT", headers, body }))).json() as Promise<{
        detail?: string;
        warnings?: Record<string, string>;
      }>;
    };
    expect((await put("x".repeat(5001), 0)).detail).toBe("Defnyddiwch 1,500 nod neu lai");
    expect((await put("Rhif GIG: 943 476 5919", 0)).warnings?.how).toContain("rhif GIG");
  });
});

test("a standard’s own words are marked with their language where it is not the page’s", async () => {
  const { textIn } = (await assessmentAsRead(db, { ...people.pat, language: "cy" }, draft))!;
  expect(/<h1[^>]*>.*<span lang="en-GB">/.test(await page(at("AS-1.3")))).toBe(textIn === "en");
  await db.update(peopleRows).set({ language: "en" });
  expect(await page(at("AS-1.3"))).not.toContain('<span lang="en-GB">');
});

describe("another language, with a form half filled in", () => {
  const mine = { level: "met", how: "What was typed just now." };

  test("what was typed is saved, and the same question comes in it", async () => {
    await db.update(peopleRows).set({ language: "en" });
    const before = await page(at("AS-3.1"));
    expect(before.match(/>Cymraeg</g)).toHaveLength(1);
    expect(before).toContain('<button type="submit" class="govuk-link wm-link" name="then" value="cy" lang="cy">Cymraeg</button>');
    expect(before).not.toContain('action="/language"');
    const switched = await on(at("AS-3.1"), { version: "0", ...mine, then: "cy" });
    expect([switched.status, switched.headers.get("Location")]).toEqual([302, at("AS-3.1")]);
    const after = await page(at("AS-3.1"));
    expect(after).toContain(`${mine.how}</textarea>`);
    expect(after).toContain("Cadw a pharhau");
    expect((await on(at("AS-3.1"), { version: "1", ...mine, then: "en" })).status).toBe(302);
    expect(await languageOf()).toBe("en");
  });

  test("what cannot be kept comes back as it was typed, and says why in it", async () => {
    await db.update(peopleRows).set({ language: "en" });
    const long = "x".repeat(5001);
    const answer = await on(at("AS-3.2"), { version: "0", level: "met", how: long, then: "cy" });
    expect(answer.status).toBe(422);
    const html = asRead(await answer.text());
    expect(html).toContain(`${long}</textarea>`);
    expect(html).toContain("Defnyddiwch 1,500 nod neu lai");
    expect(englishIn(html)).toEqual([]);
    expect(await held("AS-3.2")).toBeUndefined();
  });

  test("somebody else saved in between: both are shown in it, and nothing is overwritten", async () => {
    await db.update(peopleRows).set({ language: "en" });
    await on(at("AS-3.3"), { version: "0", level: "met", how: "What Dee wrote.", then: "later" }, people.dee);
    const answer = await on(at("AS-3.3"), { version: "0", ...mine, then: "cy" });
    expect(answer.status).toBe(409);
    const html = asRead(await answer.text());
    expect(html).toContain(`Newidiodd ${people.dee.name} yr ateb hwn hefyd`);
    expect(html).toContain("What Dee wrote.");
    expect(html).toContain(`${mine.how}</textarea>`);
    expect(englishIn(html)).toEqual([]);
    expect((await held("AS-3.3"))?.answer.how).toBe("What Dee wrote.");
  });

  test("one thing to show, half typed: it comes back, with its file, and nothing was added", async () => {
    await db.update(peopleRows).set({ language: "en" });
    const form = formOf({ kind: "file", title: "Our joining form", "date-day": "31", move: "cy" });
    form.set("file", new File([new Uint8Array(photo("shed"))], "shed.png", { type: "image/png" }));
    const answer = await on(paths.criterionEvidence(draft, "AS-2.1"), form);
    expect(answer.status).toBe(200);
    const html = asRead(await answer.text());
    expect(html).toContain('value="Our joining form"');
    expect(html).toContain("<strong>shed.png</strong>");
    expect(titleOf(html)).not.toMatch(/^Gwall/);
    expect(englishIn(html)).toEqual([]);
    expect(await held("AS-2.1")).toBeUndefined();
    expect(await languageOf()).toBe("cy");
  });

  test("what is said to what does not seem to fit: kept, and the same page comes in it", async () => {
    await db.update(peopleRows).set({ language: "en" });
    const answer = await on(paths.warnings(whole), { personal_email: "It is all we have.", language: "cy" });
    expect(answer.headers.get("Location")).toBe(paths.warnings(whole));
    const html = await page(paths.warnings(whole));
    expect(html).toContain("It is all we have.</textarea>");
    expect(englishIn(html)).toEqual([]);
  });

  test("a stranger’s changes nothing, their language neither", async () => {
    await db.update(peopleRows).set({ language: "en" });
    expect((await on(at("AS-3.4"), { version: "0", ...mine, then: "cy" }, people.ruth)).status).toBe(404);
    expect(await db.execute(sql`select 1 from people where language = 'cy'`)).toHaveLength(0);
  });
});

test("what is frozen is in English, whatever it was read in; its page says it in the reader’s language", async () => {
  expect((await on(paths.check(whole), Object.fromEntries(allStatements.map((key) => [key, "yes"])))).status).toBe(302);
  const { content } = (await submissionOf(db, whole))!;
  expect(content.declaration.statements[0]).toBe("Our answers are true as far as we know.");
  expect(content.plausibility?.map(({ warning }) => warning.slice(0, 8))).toEqual(["You say ", "Your ema"]);
  expect(await page(paths.sent(whole))).toContain("Mae ein hatebion yn wir hyd y gwyddom.");
});

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}
