import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { heldAnswers } from "~/assessments/draft.server";
import { saveAnswer } from "~/assessments/save.server";
import { startAssessment } from "~/assessments/start.server";
import { submitAssessment } from "~/assessments/submit.server";
import { clock } from "~/platform/clock.server";
import { publishStandards } from "~/standards/publish.server";
import { formatDay } from "~/ui/dates";
import { allStatements, filledDraft } from "../support/answers";
import { freshDatabase } from "../support/database";
import { type Cast, cast } from "../support/people";
import { get, post } from "../support/website";

const { db } = await freshDatabase();
const standardKey = "referral-capacity";
let people: Cast;
let id: string;
beforeAll(async () => {
  await publishStandards(db, clock, { system: "test" });
  people = await cast(db);
  const { id: organisationId } = people.organisations.marshEnd;
  const sent = await filledDraft(db, people.pat, organisationId, standardKey);
  await submitAssessment(db, clock, people.pat, { assessmentId: sent, scope: [], statements: allStatements });
  const started = await startAssessment(db, clock, people.pat, { organisationId, standardKey, carryFrom: sent });
  if (!started?.ok) throw new Error(started?.why);
  id = started.assessmentId;
});

const question = (criterion: string) => `/assessments/${id}/criteria/${criterion}`;
const words = async (answer: Response) =>
  (await answer.text())
    .replaceAll("<!-- -->", "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
const held = async (criterion: string) => (await heldAnswers(db, id, criterion))[0]!;

test("a question from last time asks whether it is still true; one press says so and goes on to the next", async () => {
  const page = await words(await get(question("RC-1.1"), { as: people.dee }));
  expect(page).toContain(`From last time (sent on ${formatDay(clock.now().toISOString().slice(0, 10))}). Still true?`);
  expect(page).toContain("Pat Holloway sent this answer on");
  expect(page).toContain("Yes, still true");
  const pressed = await post(question("RC-1.1"), { settle: "RC-1.1", version: "1", next: "RC-1.2" }, { as: people.dee });
  expect([pressed.status, pressed.headers.get("Location")]).toEqual([302, question("RC-1.2")]);
  expect(await held("RC-1.1")).toMatchObject({ carried: undefined, savedBy: people.dee.name });
  expect(await words(await get(question("RC-1.1"), { as: people.dee }))).not.toContain("Still true?");
  const list = await words(await get(`/assessments/${id}`, { as: people.dee }));
  expect(list).toContain("1 done");
  expect(list).toContain("Still true?");
  expect(await words(await get(`/assessments/${id}/check`, { as: people.pat }))).toContain("Say whether this is still true, or change it");
});

test("saved as it stands, the form says what is still to be said", async () => {
  const { answer } = await held("RC-1.2");
  const saved = await post(question("RC-1.2"), { version: "1", level: answer.level!, how: answer.how!, then: "continue" }, { as: people.pat });
  expect(saved.status).toBe(422);
  const html = await saved.text();
  expect(html).toContain('<a href="#still_true">Say whether this is still true, or change it</a>');
  expect(html).toContain('id="still_true"');
});

test("a press on an answer that somebody changed meanwhile comes back with who, and with the newer words", async () => {
  const { answer } = await held("RC-1.3");
  await saveAnswer(db, clock, people.pat, { assessmentId: id, criterion: "RC-1.3", answer: { ...answer, how: "Since May we ask ten things, no longer eight." }, basedOn: 1 });
  const pressed = await post(question("RC-1.3"), { settle: "RC-1.3", version: "1", next: "RC-2.1" }, { as: people.dee });
  expect(pressed.status).toBe(409);
  const page = await words(pressed);
  expect(page).toContain("Pat Holloway changed this answer after you opened the page, so nothing was confirmed.");
  expect(page).toContain("How the answer stands now");
  expect(page).toContain("Since May we ask ten things");
  expect(await held("RC-1.3")).toMatchObject({ savedBy: people.pat.name, version: 2 });
});

test("while the day of its plan has passed there is nothing to press: it has to be changed", async () => {
  const { answer } = await held("RC-2.1");
  const plan = { what: "Look at it every month, together.", who: "secretary", when: "2020-01-31" };
  await db.execute(sql`update answers set content = ${JSON.stringify({ ...answer, level: "not-yet", plan })}::jsonb where assessment_id = ${id} and criterion = 'RC-2.1'`);
  const page = await words(await get(question("RC-2.1"), { as: people.pat }));
  expect(page).toContain("You meant to have done this by 31 January 2020.");
  expect(page).not.toContain("Yes, still true");
});

test.each(["//elsewhere.example", "../../x", "RC-1.2\n", ""])("goes on to nowhere but a question (%j)", async (next) => {
  const { version } = await held("RC-1.1");
  const pressed = await post(question("RC-1.1"), { settle: "RC-1.1", version: String(version), next }, { as: people.dee });
  expect(pressed.headers.get("Location")).toBe(question("RC-1.1"));
});

test("a stranger can press nothing", async () => {
  expect((await post(question("RC-1.1"), { settle: "RC-1.1", version: "1" }, { as: people.ruth })).status).toBe(404);
});
