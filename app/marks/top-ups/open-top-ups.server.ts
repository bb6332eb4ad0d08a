import { and, eq, exists, gte, inArray, isNull, notExists, notInArray, or, type SQL, sql } from "drizzle-orm";
import { submissions } from "#db/schema/assessments";
import { marks, topUps } from "#db/schema/marks";
import { providerFacts } from "#db/schema/providers";
import { cases, decisions } from "#db/schema/review";
import { Facts, FactValue } from "#standards/format";
import { record } from "~/audit/record.server";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { paths } from "~/platform/paths";
import { compareVersions } from "~/standards/version-order";
import { begunVersions, versionsById } from "~/standards/versions.server";
import { findMarks } from "../find-marks.server";
import type { FoundMark } from "../found-mark";
import { holdMarksOf } from "../hold-mark.server";
import { hasEnded, statusOf } from "../status";
import { tellAdmins } from "../tell.server";
import { freeIfNothingIsOverdue } from "./free.server";
import type { WantedTopUp } from "./top-up";
import { permitTopUp } from "./top-up-moves";
import { topUpMail } from "./top-up-words";
import { wantedTopUps } from "./wanted";

/** Facts and marks older than this have been looked at before. */
const newsLasts = 7 * 24 * 60 * 60_000;
const rule = "top-up";
type Begun = Awaited<ReturnType<typeof begunVersions>>[number];

/**
 * Asks of every mark in force what has come to apply to it: by what its provider has said lately, or by a newer version (Standard rules §C.2, §D). What applies no longer is dropped.
 * Answers how many were opened or dropped. Seven reads at most, and one transaction for each provider where something is.
 */
export async function askTopUps(db: Db, clock: Clock): Promise<number> {
  const now = clock.now();
  const begun = await begunVersions(db, londonDay(now));
  const differing = await differences(
    db,
    now,
    and(gte(marks.validUntil, londonDay(now)), or(newsSince(new Date(now.getTime() - newsLasts)), ...begun.flatMap((one) => unasked(one, begun)))),
    begun,
  );
  let moved = 0;
  for (const organisationId of new Set(differing.map(({ mark }) => mark.organisationId))) moved += await db.transaction((tx) => askTopUpsOf(tx, clock, organisationId));
  return moved;
}

/** The same for one provider: what it has just said about itself shows at once. In the caller's transaction, or in one of its own. */
export async function askTopUpsOf(db: Db, clock: Clock, organisationId: string): Promise<number> {
  return db.transaction(async (tx) => {
    const now = clock.now();
    const held = await holdMarksOf(tx, organisationId);
    if (held.length === 0) return 0;
    const found = await differences(tx, now, eq(marks.organisationId, organisationId), await begunVersions(tx, londonDay(now)));
    for (const { mark, open, drop } of found) {
      for (const each of open) await openTopUp(tx, clock, mark, each);
      for (const each of drop) await dropOne(tx, clock, mark, each);
      if (drop.length > 0) await freeIfNothingIsOverdue(tx, clock, mark.code);
    }
    return found.reduce((sum, { open, drop }) => sum + open.length + drop.length, 0);
  });
}

/** Asks one more criterion of a mark that the caller's transaction holds, and tells its provider. */
export async function openTopUp(tx: Db, clock: Clock, mark: FoundMark, wanted: WantedTopUp) {
  const [row] = await tx
    .insert(topUps)
    .values({ ...wanted, markId: mark.id, openedAt: clock.now(), state: "due" })
    .returning({ id: topUps.id });
  const about = { standard: mark.holder.standard.title, page: settings().baseUrl + paths.organisation(mark.slug) };
  await tellAdmins(tx, clock, mark.organisationId, `top-up:${row!.id}`, (language) => topUpMail(wanted, about, language));
  const { criterion, why, lastDay } = wanted;
  await record(tx, { system: rule }, clock.now(), { type: "mark.top_up_opened", subject: mark.id, data: { criterion, why, last_day: lastDay } });
}

async function dropOne(tx: Db, clock: Clock, mark: FoundMark, { id, criterion, state }: FoundMark["topUps"][number]) {
  const permission = permitTopUp("drop", { state, standings: ["system"], met: ["not_asked"] });
  if (!permission.ok) return;
  await tx.update(topUps).set({ state: permission.to, endedAt: clock.now() }).where(eq(topUps.id, id));
  await record(tx, { system: rule }, clock.now(), { type: "mark.top_up_moved", subject: mark.id, data: { criterion, to: permission.to } });
}

type Difference = { mark: FoundMark; open: WantedTopUp[]; drop: FoundMark["topUps"] };

/** Every mark where what should be asked and what is asked are not the same. Five reads. */
async function differences(db: Db, now: Date, where: SQL | undefined, begun: readonly Begun[]): Promise<Difference[]> {
  const found = (await findMarks(db, where, { limit: 100_000 })).filter(({ facts }) => !hasEnded(statusOf(facts, now).status));
  if (found.length === 0) return [];
  const [stated, given, shown] = await Promise.all([statedBy(db, found), givenFor(db, found), shownFor(db, found)]);
  const versions = new Map((await versionsById(db, [...new Set([...given.values()].map(({ versionId }) => versionId))])).map((each) => [each.id, each.standard]));
  return found.flatMap((mark): Difference[] => {
    const sent = given.get(mark.id);
    const standard = sent && versions.get(sent.versionId);
    if (!sent || !standard) return [];
    const newer = begun.filter((each) => each.standard.key === mark.standardKey && compareVersions(each.standard.version, standard.version) > 0);
    const wanted = wantedTopUps({
      standard,
      submitted: sent.facts,
      stated: stated.get(mark.organisationId) ?? {},
      newer: newer.map((each) => ({ standard: each.standard, inForceFrom: each.inForceFrom })),
      mark: mark.facts,
      today: londonDay(now),
    });
    const open = wanted.filter((each) => !mark.topUps.some(({ criterion, activity }) => activity === null && criterion === each.criterion) && !shown.has(nameOf(mark.id, each)));
    // What its provider says is not true any more, or has begun, is asked whatever facts and versions say.
    const drop = mark.topUps.filter((each) => each.why !== "not_true" && each.activity === null && !wanted.some(({ criterion }) => criterion === each.criterion));
    return open.length + drop.length > 0 ? [{ mark, open, drop }] : [];
  });
}

const nameOf = (markId: string, { criterion, version }: Pick<WantedTopUp, "criterion" | "version">) => [markId, criterion, version].join(" ");

async function statedBy(db: Db, found: FoundMark[]): Promise<Map<string, Facts>> {
  const { organisationId, key, value } = providerFacts;
  const rows = await db
    .select({ organisationId, key, value })
    .from(providerFacts)
    .where(
      inArray(
        organisationId,
        found.map((mark) => mark.organisationId),
      ),
    );
  const stated = new Map<string, Facts>();
  for (const row of rows) stated.set(row.organisationId, { ...stated.get(row.organisationId), [row.key]: FactValue.parse(row.value) });
  return stated;
}

/** The version that each was given under, and the facts that were sent for it. */
async function givenFor(db: Db, found: FoundMark[]): Promise<Map<string, { versionId: string; facts: Facts }>> {
  const rows = await db
    .select({ id: marks.id, versionId: marks.standardVersionId, facts: sql<unknown>`${submissions.content}::jsonb -> 'facts'` })
    .from(marks)
    .innerJoin(decisions, eq(decisions.id, marks.decisionId))
    .innerJoin(cases, eq(cases.id, decisions.caseId))
    .innerJoin(submissions, eq(submissions.id, cases.submissionId))
    .where(
      inArray(
        marks.id,
        found.map(({ id }) => id),
      ),
    );
  return new Map(rows.map(({ id, versionId, facts }) => [id, { versionId, facts: Facts.parse(facts) }]));
}

/** What was shown before, of the mark as a whole: asked once for a mark. */
async function shownFor(db: Db, found: FoundMark[]): Promise<Set<string>> {
  const rows = await db
    .select({ markId: topUps.markId, criterion: topUps.criterion, version: topUps.version })
    .from(topUps)
    .where(
      and(
        inArray(
          topUps.markId,
          found.map(({ id }) => id),
        ),
        eq(topUps.state, "done"),
        isNull(topUps.activityId),
      ),
    );
  return new Set(rows.map((row) => nameOf(row.markId, row)));
}

/** The mark is new, or its provider has said something since. */
const newsSince = (since: Date): SQL | undefined =>
  or(
    gte(marks.createdAt, since),
    exists(sql`(select 1 from ${providerFacts} where ${providerFacts.organisationId} = ${marks.organisationId} and ${gte(providerFacts.statedAt, since)})`),
  );

/** Marks under an older version that were not asked for what this one made a must-have, and those asked for what a version did that is in force no longer. */
function unasked({ standard }: Begun, begun: readonly Begun[]): (SQL | undefined)[] {
  const criteria = (standard.changes?.changes ?? []).flatMap(({ type, criteria: ids }) => (type === "critical_on" ? ids : []));
  if (criteria.length === 0) return [];
  const same = begun.filter((each) => each.standard.key === standard.key).map((each) => each.standard.version);
  const asked = (more: SQL | undefined) => sql`(select 1 from ${topUps} where ${topUps.markId} = ${marks.id} and ${more})`;
  const older = and(eq(marks.standardKey, standard.key), sql`${marks.holder} -> 'standard' ->> 'version' <> ${standard.version}`);
  return [
    ...criteria.map((id) => and(older, notExists(asked(and(eq(topUps.criterion, id), eq(topUps.version, standard.version)))))),
    and(older, exists(asked(and(eq(topUps.why, "critical_on"), inArray(topUps.state, ["due", "overdue"]), notInArray(topUps.version, same))))),
  ];
}
