import { beforeAll, expect, test } from "vitest";
import { heldAnswers } from "~/assessments/draft.server";
import { assessmentsOf } from "~/assessments/list.server";
import { saveAnswer } from "~/assessments/save.server";
import { clock } from "~/platform/clock.server";
import { publishStandards } from "~/standards/publish.server";
import { draftOf } from "../support/answers";
import { freshDatabase } from "../support/database";
import { type Cast, cast } from "../support/people";
import { get, post } from "../support/website";

const { db } = await freshDatabase();
const how = "Our treasurer leads, and everybody knows the steps.";
let people: Cast;
let rc: string;
let question: string;
let draft: string;
beforeAll(async () => {
  await publishStandards(db, clock, { system: "test" });
  people = await cast(db);
  const { id } = people.organisations.marshEnd;
  draft = await draftOf(db, people.pat, id, "activities-and-services");
  rc = (await assessmentsOf(db, id)).find(({ standard }) => standard.key === "referral-capacity")!.id;
  await saveAnswer(db, clock, people.pat, { assessmentId: rc, criterion: "RC-3.4", answer: { level: "met", how, evidence: [{ kind: "call", title: "The policy" }] }, basedOn: 0 });
  question = `/assessments/${draft}/criteria/AS-2.1`;
});
const words = async (answer: Response) =>
  (await answer.text())
    .replaceAll("<!-- -->", "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
const use = (version: string) => post(question, { "use-again": "RC-3.4", "of-assessment": rc, "of-version": version }, { as: people.dee });

test("offered, refused when the words have changed, used, noted, and never offered again", async () => {
  const page = await words(await get(question, { as: people.dee }));
  for (const part of ["You answered something like this before", "In Referral capacity, at RC-3.4", how, "The policy", "Use these words here"]) expect(page).toContain(part);

  const other = await use("9");
  expect(other.status).toBe(409);
  const told = await other.text();
  expect(told).toContain("The words that were offered have changed");
  expect(told).toContain('href="#offer"');
  expect(told).toContain('id="offer"');

  const used = await use("1");
  expect([used.status, used.headers.get("Location")]).toEqual([302, question]);
  const begun = await words(await get(question, { as: people.pat }));
  expect(begun).toContain("Copied from Referral capacity. Add anything special about your sessions.");
  expect(begun).not.toContain("You answered something like this before");
  expect(await words(await get(`/assessments/${draft}`, { as: people.pat }))).toContain("Half written");

  await post(question, { version: "1", level: "met", how: `${how} On Saturdays it is Dee.`, then: "later" }, { as: people.pat });
  expect(await words(await get(question, { as: people.pat }))).not.toContain("Copied from");
});

test("over what somebody typed meanwhile nothing is copied, and the page shows what they typed", async () => {
  await db.execute("delete from answers where criterion = 'AS-2.1'");
  await saveAnswer(db, clock, people.pat, { assessmentId: draft, criterion: "AS-2.1", answer: { how: "What Pat typed just now, in one sentence." }, basedOn: 0 });
  const used = await use("1");
  expect(used.status).toBe(409);
  const page = await words(used);
  expect(page).toContain("Pat Holloway answered this question after you opened the page, so nothing was copied.");
  expect(page).toContain("What Pat typed just now");
  expect((await heldAnswers(db, draft, "AS-2.1"))[0]?.version).toBe(1);
});

test("where the standard is not about sessions, the note does not speak of them", async () => {
  await db.execute("delete from answers where criterion = 'RC-3.4'");
  const there = `/assessments/${rc}/criteria/RC-3.4`;
  const used = await post(there, { "use-again": "AS-2.1", "of-assessment": draft, "of-version": "1" }, { as: people.dee });
  expect(used.status).toBe(302);
  expect(await words(await get(there, { as: people.pat }))).toContain("Copied from Activities and services. Add anything that is special here.");
});
