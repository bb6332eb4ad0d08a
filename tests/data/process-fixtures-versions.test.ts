import { like } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { outbox } from "#db/schema/platform";
import { groups } from "#db/seed/groups";
import { done, type Provider } from "#db/seed/world";
import type { Level } from "#standards/format";
import type { Actor } from "~/accounts/actor";
import { statementKeys } from "~/assessments/declaration";
import { overviewFor } from "~/assessments/overview.server";
import { proposalFor } from "~/assessments/proposal.server";
import { certificateOf } from "~/marks/certificate-of";
import { heldMark } from "~/marks/held-mark.server";
import { showTopUp } from "~/marks/top-ups/show-top-up.server";
import { caseFor } from "~/review/case.server";
import { writeWords } from "~/review/deferral-draft.server";
import { submitForReview } from "~/review/open.server";
import { rateCriterion } from "~/review/rate.server";
import { ratingDeskFor } from "~/review/rating-desk.server";
import { resumeCase } from "~/review/resume.server";
import { because, recommended } from "../support/cases";
import { freshDatabase } from "../support/database";
import { LW, processWorld } from "../support/process";

/** The process fixtures about a newer version of a standard, by their numbers (Standard rules §C.6): 2.0.0 of link worker practice is published, and in force, on 1 June 2026. */
const { db } = await freshDatabase();
const scheme = await processWorld(db, "2026-03-02T10:00:00Z");
const { world, stage, sweepAt, standing, seen, to } = scheme;
const { moira } = world.actors as Record<string, Actor>;
const group = (key: string, name: string) => ({ ...groups.harbour!, key, name, contact: { name: `Somebody of ${name}`, title: "manager" } });
let held: { provider: Provider; code: string };
let drafting: { provider: Provider; id: string };
const sent: Record<"steady" | "lantern", { provider: Provider; assessmentId: string; caseId: string }> = {} as never;

beforeAll(async () => {
  const harbour = await world.join(groups.harbour!);
  held = { provider: harbour, ...(await scheme.holds(harbour, LW)) };
  to("2026-05-20T10:00:00Z");
  const quay = await world.join(group("quay", "Quay Links"));
  drafting = { provider: quay, id: await world.start(quay, LW) };
  await world.answer(quay, drafting.id, LW);
  const [steady, lantern] = [await world.join(group("steady", "Steady Links")), await world.join(group("lantern", "Lantern Links"))];
  to("2026-05-30T10:00:00Z");
  sent.steady = { provider: steady, ...(await scheme.sent(steady, LW)) };
  sent.lantern = { provider: lantern, ...(await scheme.sent(lantern, LW)) };
  to("2026-06-01T09:00:00Z");
  await scheme.publish(`${LW}@1.1.0`, `${LW}@2.0.0`);
});

test("P05: a draft on 1.0 is shown what 2.0 changes, may stay and be sent until 30 August, and from the 31st has to move to be sent", async () => {
  const { provider, id } = drafting;
  to("2026-06-10T10:00:00Z");
  const overview = await overviewFor(db, stage, provider.admin, id);
  expect(overview?.newer).toEqual({ from: "1.0.0", to: "2.0.0", lastSubmitOn: "2026-08-30", late: false });
  expect(await proposalFor(db, stage, provider.admin, id)).toMatchObject({ to: "2.0.0", fates: expect.arrayContaining([expect.anything()]) });
  const send = () => submitForReview(db, stage, provider.admin, { assessmentId: id, scope: [], statements: [...statementKeys] });
  to("2026-08-30T23:00:00Z");
  expect(await send(), "it is the 31st in London").toEqual({ ok: false, why: "past_sunset" });
  to("2026-08-30T22:59:59Z");
  const { caseId } = done(await send());
  expect(await caseFor(db, stage, moira!, caseId)).toMatchObject({ standard: { version: "1.0.0" } });
});

test("P06: sent on 1.0 before 2.0 was published: read on 1.0 without a question of 2.0, and mark, certificate and page say 1.0", async () => {
  const { provider, caseId } = sent.steady;
  to("2026-06-20T10:00:00Z");
  const { assessor } = await scheme.read(provider, LW, caseId);
  expect(await ratingDeskFor(db, stage, assessor, caseId, "LW-4.1")).toMatchObject({ case: { standard: "Link worker practice 1.0.0" } });
  expect(await ratingDeskFor(db, stage, assessor, caseId, "LW-4.5"), "a question of 2.0").not.toMatchObject({ mayRate: true });
  const { mark } = await scheme.decide(caseId);
  const { found, markPage, mark: answer } = await seen(mark!.code);
  expect(answer.standard).toMatchObject({ version: "1.0.0" });
  expect(JSON.stringify(markPage.mark)).toContain("version 1.0.0");
  expect(JSON.stringify(certificateOf(found, { contactTested: true }))).toContain("1.0.0");
});

test("P07: put off for LW-3.2 and answered after 2.0 was published: still 1.0, to the end", async () => {
  const { provider, assessmentId, caseId } = sent.lantern;
  to("2026-06-20T12:00:00Z");
  const { assessor, second } = await scheme.read(provider, LW, caseId, { "LW-3.2": 1 });
  to("2026-06-25T10:00:00Z");
  const { decision, mark } = await scheme.decide(caseId);
  expect([decision.outcome, mark]).toEqual(["deferred", null]);
  to("2026-07-10T10:00:00Z");
  done(await writeWords(db, stage, provider.admin, { assessmentId, criterion: "LW-3.2", words: "Everybody was trained on 6 July; the dates are with Ruth." }));
  done(await resumeCase(db, stage, provider.admin, { assessmentId }));
  const again = (by: Actor, criterion: string, level: Level) =>
    rateCriterion(db, stage, by, { caseId, criterion, level, ticks: { met: [0, 1, 2, 3, 4], leading: [] }, reason: because });
  expect(await ratingDeskFor(db, stage, assessor, caseId, "LW-3.2")).toMatchObject({ mayRate: true, case: { standard: "Link worker practice 1.0.0" } });
  expect(await again(assessor, "LW-3.1", 2), "that criterion alone").toMatchObject({ ok: false });
  for (const reader of [assessor, second]) done(await again(reader, "LW-3.2", 2));
  await recommended(db, caseId, { assessor, second }, stage);
  const { mark: given } = await scheme.decide(caseId);
  expect((await seen(given!.code)).mark).toMatchObject({ status: "live", standard: { version: "1.0.0" } });
});

test("P08: 2.0 makes LW-2.2 a must-have, to be shown by 1 December: reviewed from that day, suspended 28 days later; shown, in force again", async () => {
  const { provider, code } = held;
  await sweepAt("2026-09-01T09:00:00Z");
  await sweepAt("2026-09-01T09:05:00Z");
  const asked = (await db.select().from(outbox).where(like(outbox.subject, "One more thing to show%"))).filter((mail) => mail.to === provider.admin.email);
  expect(asked.map(({ text }) => text)).toEqual([expect.stringMatching(/Version 2\.0\.0[\s\S]*LW-2\.2[\s\S]*by 30 November 2026/)]);
  await sweepAt("2026-11-30T23:59:59Z");
  expect([(await standing(code)).status, (await seen(code)).mark.not_covered]).toEqual(["live", []]);
  await sweepAt("2026-12-01T00:00:00Z");
  await sweepAt("2026-12-01T00:05:00Z");
  expect(await standing(code)).toMatchObject({ status: "under_review", inForce: true, since: "2026-12-01" });
  await sweepAt("2026-12-28T23:59:59Z");
  expect(await standing(code)).toMatchObject({ status: "under_review" });
  await sweepAt("2026-12-29T00:00:00Z");
  expect(await standing(code)).toMatchObject({ status: "suspended", reasonClass: "paperwork_overdue", since: "2026-12-29" });
  const { markPage, mark, provider: whole } = await seen(code);
  expect([mark.status, whole.mark_suspended, JSON.stringify(markPage)]).toEqual(["suspended", true, expect.stringContaining("paperwork is overdue")]);

  const [due] = (await heldMark(db, moira!, code, stage.now()))!.toShow;
  done(await showTopUp(db, stage, moira!, { code, topUpId: due!.id, note: "Their limit is 200, with counts since October." }));
  expect(await standing(code)).toMatchObject({ status: "live", since: "2026-12-29" });
  await sweepAt("2027-03-01T09:00:00Z");
  expect(await standing(code), "asked once").toMatchObject({ status: "live" });
});
