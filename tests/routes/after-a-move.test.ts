import { beforeAll, expect, test } from "vitest";
import { comment } from "~/assessments/comments.server";
import { agreeToMigrate } from "~/assessments/migrate.server";
import { giveSection } from "~/assessments/section-work.server";
import { startAssessment } from "~/assessments/start.server";
import { submitAssessment } from "~/assessments/submit.server";
import { undoMigration } from "~/assessments/undo-migration.server";
import { clock } from "~/platform/clock.server";
import { standardsFolder } from "~/standards/load.server";
import { publishStandards } from "~/standards/publish.server";
import { allStatements, filledDraft, groupFacts } from "../support/answers";
import { freshDatabase } from "../support/database";
import { type Cast, cast } from "../support/people";
import { asked } from "../support/register";
import { cookieFor, get } from "../support/website";

const { db } = await freshDatabase();
const LW = "link-worker-practice";
let people: Cast;
let id: string;
let old: string;
let sentUnderOld: string;
beforeAll(async () => {
  const publish = (...names: string[]) => publishStandards(db, clock, { system: "test" }, standardsFolder, names);
  await publish("referral-capacity@1.0.0", "activities-and-services@1.0.0", `${LW}@1.0.0`);
  people = await cast(db);
  const lw = { ...groupFacts, has_link_workers: true, uses_ai_tools: true };
  sentUnderOld = await filledDraft(db, people.pat, people.organisations.marshEnd.id, LW, lw);
  expect(await submitAssessment(db, clock, people.pat, { assessmentId: sentUnderOld, scope: [], statements: allStatements })).toMatchObject({ ok: true });
  const { id: harbour } = people.organisations.harbour;
  old = await filledDraft(db, people.ruth, harbour, LW, lw);
  await comment(db, clock, people.ruth, { id: crypto.randomUUID(), assessmentId: old, criterion: "LW-2.3", words: "Is Thursday all right?" });
  await giveSection(db, clock, people.ruth, { assessmentId: old, section: "LW-2", to: people.tomasz.personId });
  await publish(`${LW}@1.1.0`, `${LW}@2.0.0`);
  const moved = await agreeToMigrate(db, clock, people.ruth, old);
  if (!moved?.ok) throw new Error(moved?.why);
  id = moved.assessmentId;
});

const page = async (path: string, as = people.tomasz) => {
  const Cookie = await cookieFor(as);
  let html = "";
  const statements = await asked(async () => {
    html = await (await get(path, { headers: { Cookie } })).text();
  });
  const reads = statements.filter((statement) => !/^(begin|commit|savepoint|release)/i.test(statement)).length;
  return {
    reads,
    words: html
      .replaceAll("<!-- -->", "")
      .replace(/<[^>]+>/g, " ")
      .replace(/\s+/g, " "),
  };
};

test("the list says what is new, who has what, and how much was said, in no more reads than before", async () => {
  const { words, reads } = await page(`/assessments/${id}`);
  expect(words).toMatch(/AI[^·]*New in 2\.0\.0/);
  expect(words).toContain("Given to you.");
  expect(words).toMatch(/Supervision and peer support[^·]*Must-have · 1 comment/);
  expect(reads).toBeLessThanOrEqual(8);
});

test("a new question says so at its place; one that was moved shows what was said under the version before", async () => {
  const fresh = await page(`/assessments/${id}/criteria/LW-3.6`);
  expect(fresh.words).toContain("New in 2.0.0: A new criterion asks about AI and other smart tools used with people’s information.");
  const merged = await page(`/assessments/${id}/criteria/LW-2.5`);
  expect(merged.words).toMatch(/Ruth Penhale [^.]*, under version 1\.0\.0, about “Peer support and time to reflect” Is Thursday all right\?/);
  expect(merged.words).not.toContain("New in 2.0.0");
  expect(Math.max(fresh.reads, merged.reads)).toBeLessThanOrEqual(8);
});

test("a new question about a topic that was answered before says both, in no more than eight reads", async () => {
  const { words, reads } = await page(`/assessments/${id}/criteria/LW-3.6`);
  expect(words).toContain("You answered something like this before");
  expect(words).toContain("LW-3.5");
  expect(reads).toBeLessThanOrEqual(8);
});

test("a draft begun from what was sent under an older version asks what is still true, and says what is new", async () => {
  expect(sentUnderOld).toBeDefined();
  const started = await startAssessment(db, clock, people.pat, { organisationId: people.organisations.marshEnd.id, standardKey: LW, carryFrom: sentUnderOld });
  if (!started?.ok) throw new Error(started?.why);
  const at = (criterion: string) => `/assessments/${started.assessmentId}/criteria/${criterion}`;
  expect((await page(at("LW-1.2"), people.pat)).words).toMatch(/From last time \(sent on [^)]+\)\. Still true\?/);
  expect((await page(at("LW-3.6"), people.pat)).words).toContain("New in 2.0.0:");
});

test("what was moved back is told as that, and leads to where the work is", async () => {
  expect(await undoMigration(db, clock, people.ruth, id)).toMatchObject({ ok: true });
  const list = await page(`/organisations/${people.organisations.harbour.slug}/assessments`);
  expect(list.words).toMatch(/version 2\.0\.0 Moved to this version \d+ \w+ \d{4}, and moved back to the one before/);
  expect(list.words).not.toContain("given up");
  const { words, reads } = await page(`/assessments/${id}`);
  expect(words).toContain("Your work is in the version before");
  expect(words).not.toContain("start again");
  expect(Math.max(list.reads, reads)).toBeLessThanOrEqual(8);
  expect(await (await get(`/assessments/${id}`, { as: people.tomasz })).text()).toContain(`href="/assessments/${old}"`);
});
