import { eq } from "drizzle-orm";
import { cases } from "#db/schema/review";
import type { Level } from "#standards/format";
import type { Answers } from "~/assessments/answer";
import { decideAndAward } from "~/marks/award.server";
import { findMarks } from "~/marks/find-marks.server";
import { insertMark } from "~/marks/insert-mark.server";
import { statusOf } from "~/marks/status";
import { type Day, londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { must, mustHaves, openedCase, publishSmall, rated } from "./cases";
import { noon } from "./clock";
import { type Cast, cast } from "./people";

export const decisionReason = "Every must-have was met on the day, and what people told us matched what we saw.";

/** The cast, and the small standard to award marks for. */
export async function scheme(db: Db) {
  return { people: await cast(db), versionId: await publishSmall(db) };
}
export type Scheme = Awaited<ReturnType<typeof scheme>>;

/** Nothing is claimed not to apply. */
const plain: Answers = Object.fromEntries([...mustHaves, "MU-2.1"].map((id) => [id, { level: "met", how: "This is how we do it here." }]));

type Given = { home?: keyof Cast["organisations"]; first?: Record<string, Level>; second?: Record<string, Level>; clock?: Clock };

/** A case of the provider's that only has to be decided. Nobody is its assessor twice running. At Met everywhere, unless told otherwise. */
export async function readyToDecide(db: Db, { people, versionId }: Scheme, { home = "marshEnd", first, second, clock = noon }: Given = {}): Promise<string> {
  const by = home === "marshEnd" ? people.pat : people.ruth;
  const { caseId } = await openedCase(db, by, people.organisations[home].id, versionId, { answers: plain, clock });
  const turn = await db.$count(cases, eq(cases.organisationId, people.organisations[home].id));
  await rated(db, caseId, { assessor: turn % 2 === 1 ? people.sunil : people.asha, second: people.amara, moderator: people.moira }, { first, second });
  return caseId;
}

/** A decided case, and its mark where there is one. */
export async function decided(db: Db, scheme: Scheme, given: Given = {}) {
  const caseId = await readyToDecide(db, scheme, given);
  return { caseId, ...must(await decideAndAward(db, given.clock ?? noon, scheme.people.devon, { caseId, reason: decisionReason })) };
}

/** An Assured mark. */
export async function awarded(db: Db, scheme: Scheme, given: Given = {}): Promise<{ id: string; code: string }> {
  const { mark } = await decided(db, scheme, given);
  if (!mark) throw new Error("no mark was awarded");
  return mark;
}

/** The status of every mark there is, by code. */
export async function statuses(db: Db, { now }: Clock = noon): Promise<Record<string, string>> {
  return Object.fromEntries((await findMarks(db, undefined)).map(({ code, facts }) => [code, statusOf(facts, now()).status]));
}

/** A mark with these conditions, given by a decision of Devon's. */
export async function awardedWithConditions(db: Db, scheme: Scheme, { criteria, by, home = "marshEnd" }: { criteria: string[]; by: Day; home?: keyof Cast["organisations"] }) {
  const { people, versionId } = scheme;
  const { decision } = await decided(db, scheme, { home, first: { "MU-1.1": 0 }, second: { "MU-1.1": 0 } });
  const { id: organisationId, name, slug } = people.organisations[home];
  return db.transaction((tx) =>
    insertMark(
      tx,
      {
        decisionId: decision.id,
        organisationId,
        standardVersionId: versionId,
        standardKey: "made-up",
        level: "assured_with_conditions",
        scope: ["Everything"],
        holder: { name, slug, area: "Norfolk", identifiers: [], standard: { key: "made-up", title: "Made up", version: "1.0.0" } },
        conditions: { criteria, by },
        awardedOn: londonDay(noon.now()),
        validUntil: "2028-05-31",
        createdAt: noon.now(),
      },
      undefined,
    ),
  );
}
