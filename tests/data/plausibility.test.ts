import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { auditEvents } from "#db/schema/audit";
import { SubmissionContent } from "~/assessments/answer";
import { replyToWarnings } from "~/assessments/reply-to-warnings.server";
import { submissionById } from "~/assessments/submission.server";
import { submitAssessment } from "~/assessments/submit.server";
import { warningsFor } from "~/assessments/warnings.server";
import { stateFacts } from "~/providers/state-facts.server";
import { publishStandards } from "~/standards/publish.server";
import { allStatements, filledDraft } from "../support/answers";
import { noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { type Cast, cast } from "../support/people";
import { cookieFor, get, post } from "../support/website";

const { db } = await freshDatabase();
let people: Cast;
let draft: string;
beforeAll(async () => {
  await publishStandards(db, noon, { system: "test" });
  people = await cast(db);
  const marshEnd = people.pat.memberships[0]!.organisationId;
  await stateFacts(db, noon, people.pat, marshEnd, { referral_email: "marsh.end@gmail.com", max_caseload_per_fte: 300, link_worker_fte: 1 });
  draft = await filledDraft(db, people.pat, marshEnd, "referral-capacity");
});

const shown = async () => (await warningsFor(db, noon, people.dee, draft))?.warnings.map(({ check, words }) => [check, words]);

test("what does not seem to fit is shown, answered by anyone of the group, and answered anew in its place", async () => {
  expect(await shown()).toEqual([
    ["caseload", ""],
    ["personal_email", ""],
  ]);
  const reply = (words: string) => replyToWarnings(db, noon, people.dee, { assessmentId: draft, replies: [{ check: "personal_email", words }] });
  expect(await reply("It is all we have.")).toEqual({ ok: true });
  expect(await reply(" We use it for nothing else. ")).toEqual({ ok: true });
  expect(await shown()).toEqual([
    ["caseload", ""],
    ["personal_email", "We use it for nothing else."],
  ]);
  const events = await db.select().from(auditEvents).where(eq(auditEvents.type, "assessment.warning_answered"));
  expect(events.map(({ data }) => data)).toEqual([{ check: "personal_email" }, { check: "personal_email" }]);
});

test("nobody else's people see it or answer it", async () => {
  expect(await warningsFor(db, noon, people.ruth, draft)).toBeUndefined();
  expect(await replyToWarnings(db, noon, people.ruth, { assessmentId: draft, replies: [{ check: "personal_email", words: "x" }] })).toBeUndefined();
});

test("too long a reply is kept on the page, with what is wrong beside it; a good one leads back", async () => {
  const headers = { Cookie: await cookieFor(people.dee) };
  const long = "why ".repeat(200);
  const refused = await post(`/assessments/${draft}/warnings`, { caseload: long, personal_email: "We use it for nothing else." }, { headers });
  expect(refused.status).toBe(422);
  const page = await refused.text();
  expect(page).toContain("Say it in 500 characters or fewer");
  expect(page).toContain(long.trim());
  const kept = await post(`/assessments/${draft}/warnings`, { caseload: "We have two people.", personal_email: "We use it for nothing else." }, { headers });
  expect(kept.status).toBe(302);
  const check = await (await get(`/assessments/${draft}/check`, { headers })).text();
  expect(check).toContain("2 things to look at again");
  expect(check).toContain("We have two people.");
});

test("the same stands beside the facts", async () => {
  const page = await (await get(`/organisations/${people.dee.memberships[0]!.slug}/facts`, { headers: { Cookie: await cookieFor(people.dee) } })).text();
  expect(page).toContain("Your email for referrals is at gmail.com");
});

test("it is frozen with what was sent, and cannot be answered afterwards; what was sent without it is still read", async () => {
  const sent = await submitAssessment(db, noon, people.pat, { assessmentId: draft, scope: [], statements: allStatements });
  if (!sent?.ok) throw new Error(sent?.why ?? "not theirs");
  const { content } = (await submissionById(db, sent.submissionId))!;
  expect(content.plausibility).toEqual([
    { check: "caseload", warning: expect.stringContaining("300"), words: "We have two people." },
    { check: "personal_email", warning: expect.stringContaining("gmail.com"), words: "We use it for nothing else." },
  ]);
  expect(await replyToWarnings(db, noon, people.pat, { assessmentId: draft, replies: [{ check: "caseload", words: "No" }] })).toEqual({ ok: false, why: "wrong_state" });
  const { plausibility, ...before } = content;
  expect(SubmissionContent.parse(before)).not.toHaveProperty("plausibility");
});

test("what was sent says what would get further, by their own levels", async () => {
  const page = await (await get(`/assessments/${draft}/sent`, { headers: { Cookie: await cookieFor(people.dee) } })).text();
  expect(page).toContain("To reach Assured with commendation by your own levels:");
  expect(page).toContain("not a promise");
});
