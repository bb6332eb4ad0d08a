import { asc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { memberships, organisations, people, schemeRoles } from "#db/schema/accounts";
import { appealSeats, appeals } from "#db/schema/appeals";
import { submissions } from "#db/schema/assessments";
import { privacyLocks } from "#db/schema/privacy";
import { questionRounds, questions } from "#db/schema/questions";
import { claimRulings, drawSeeds, draws, factChecks, recommendations, talks, thirdRatings } from "#db/schema/reading";
import { assignments, caseMoves, caseRounds, cases, decisions, ratings, settlements, supplements } from "#db/schema/review";
import { Level } from "#standards/format";
import type { Actor } from "~/accounts/actor";
import { SubmissionContent } from "~/assessments/answer";
import type { Db } from "~/platform/database.server";
import { versionById } from "~/standards/versions.server";
import { type CaseFile, CaseId, factsOf } from "./case-file";
import { ClaimRuling } from "./claims";
import { Deferral } from "./deferral";
import { KeptDraw } from "./depth";
import { FactCheck } from "./fact-check/fact-check";
import { interestsTowards, KnownInterests, KnownTies, objectionOf, tieOf, tiesTo } from "./interests/kept.server";
import { Objection } from "./interests/objection";
import { Tie } from "./interests/tie";
import { hideLocked, hideVisits, KeptLock } from "./privacy/locks";
import { QuestionRound } from "./questions";
import { Recommendation } from "./recommendation";
import { Round } from "./round";
import { inReach } from "./standing";
import { KeptSupplement } from "./supplement";
import { KeptTalk } from "./talk";
import { Ticks } from "./tests-and-level";
import { ThirdRating } from "./third-rating";
import { contactTestedIn, visitsOf } from "./visits/kept.server";
import { Visit } from "./visits/visit";

/** The case, when this person may know of it. Five reads, however much is in it. */
export async function findCase(db: Db, actor: Actor, id: string): Promise<CaseFile | undefined> {
  const file = await readCase(db, id);
  return file && inReach(actor, factsOf(file)) ? file : undefined;
}

/** The same for a command: until the transaction ends, nothing else happens to this case. */
export async function holdCase(tx: Db, actor: Actor, id: string): Promise<CaseFile | undefined> {
  return (await lockCase(tx, id)) ? findCase(tx, actor, id) : undefined;
}

/** Waits for the case and keeps it. False when there is none. */
export async function lockCase(tx: Db, id: string): Promise<boolean> {
  if (!CaseId.safeParse(id).success) return false;
  const held = await tx.select({ id: cases.id }).from(cases).where(eq(cases.id, id)).for("update");
  return held.length === 1;
}

/** The case, whoever asks: for what the system does by itself, and for the provider's own withdrawal. */
export async function readCase(db: Db, id: string): Promise<CaseFile | undefined> {
  if (!CaseId.safeParse(id).success) return undefined;
  const [row] = await db
    .select({
      id: cases.id,
      number: cases.number,
      state: cases.state,
      reading: cases.reading,
      openedAt: cases.openedAt,
      organisationId: cases.organisationId,
      nation: organisations.nation,
      provider: { name: organisations.name, slug: organisations.slug, area: organisations.area },
      submission: { id: submissions.id, assessmentId: submissions.assessmentId, submittedAt: submissions.submittedAt, sha256: submissions.sha256, content: submissions.content },
      standardVersionId: submissions.standardVersionId,
      rounds: roundsOf,
      draws: drawsOf,
      thirds: thirdsOf,
      talks: talksOf,
      talkSince: talkSinceOf,
      talkEnded: talkEndedOf,
      deferral: deferralOf,
      recommendations: recommendationsOf,
      factChecks: factChecksOf,
      claimRulings: claimRulingsOf,
      supplements: supplementsSent,
      questionRound: questionRoundOf,
      objection: objectionOf(cases.id),
      locks: locksOf,
      judges: judgesOf,
      appealId: appealIdOf,
      visits: visitsOf(cases.id),
      contactTested: contactTestedIn(cases),
      ties: tiesTo(organisations),
    })
    .from(cases)
    .innerJoin(submissions, eq(submissions.id, cases.submissionId))
    .innerJoin(organisations, eq(organisations.id, cases.organisationId))
    .where(eq(cases.id, id));
  if (!row) return undefined;
  const [version, readers, rated, settled] = await Promise.all([versionById(db, row.standardVersionId), assignmentsOf(db, id), ratingsOf(db, id), settlementsOf(db, id)]);
  if (!version) throw new Error(`case ${id} was submitted against a version that was never published`);
  const added = {
    rounds: z.array(Round).parse(row.rounds),
    deferral: Deferral.nullable().parse(row.deferral),
    recommendations: z.array(Recommendation).parse(row.recommendations),
    factChecks: z.array(FactCheck).parse(row.factChecks),
    claimRulings: z.array(ClaimRuling).parse(row.claimRulings),
    locks: z.array(KeptLock).parse(row.locks),
    thirds: z.array(ThirdRating).parse(row.thirds),
    draws: z.array(KeptDraw).parse(row.draws),
    ...talkIn(row),
    questionRound: QuestionRound.nullable().parse(row.questionRound),
    judges: z.array(z.string()).parse(row.judges),
    objection: Objection.nullable().parse(row.objection),
    visits: hideVisits(z.array(Visit).parse(row.visits), z.array(KeptLock).parse(row.locks)),
    ties: KnownTies.parse(row.ties),
  };
  const sent = { content: SubmissionContent.parse(JSON.parse(row.submission.content)), supplements: z.array(KeptSupplement).parse(row.supplements) };
  const { content, supplements: since } = hideLocked(sent, added.locks);
  return {
    ...row,
    ...added,
    supplements: since,
    submission: { ...row.submission, content },
    standard: version.standard,
    assignments: readers,
    ratings: rated,
    settlements: settled,
  };
}

/** JSON: the rounds of a case after the first, in order. */
export const roundsOf = sql<unknown>`(select coalesce(json_agg(json_build_object('no', r.no, 'kind', r.kind, 'criteria', r.criteria, 'openedAt', r.opened_at, 'readers', json_build_object('assessor', r.assessor_id, 'second_reader', r.second_reader_id)) order by r.no), '[]') from ${caseRounds} r where r.case_id = ${cases.id})`;

/** JSON: the decision that put it off. There is at most one. */
const deferralOf = sql<unknown>`(select json_build_object('criteria', d.score -> 'criteria', 'decidedAt', d.decided_at) from ${decisions} d where d.case_id = ${cases.id} and d.outcome = 'deferred' order by d.round limit 1)`;

/** JSON: third ratings of what two readers differ in, oldest first. */
const thirdsOf = sql<unknown>`(select coalesce(json_agg(json_build_object('round', t.round, 'criterion', t.criterion, 'level', t.level, 'reason', t.reason, 'by', t.by, 'name', p.name, 'at', t.at) order by t.at, t.criterion), '[]')
  from ${thirdRatings} t join ${people} p on p.id = t.by where t.case_id = ${cases.id})`;

/** JSON: what the two readers have said to each other, oldest first. */
export const talksOf = sql<unknown>`(select coalesce(json_agg(json_build_object('round', t.round, 'criterion', t.criterion, 'part', t.part, 'level', t.level, 'reason', t.reason, 'by', t.by, 'at', t.at) order by t.at, t.seq), '[]')
  from ${talks} t where t.case_id = ${cases.id})`;

/** When the readers were last found to differ. */
export const talkSinceOf = sql<string | null>`(select max(m.at)::text from ${caseMoves} m where m.case_id = ${cases.id} and m.name = 'differ')`;
/** Whether it has been said since that their time to talk is over. */
export const talkEndedOf = sql<boolean>`exists (select 1 from ${caseMoves} m where m.case_id = ${cases.id} and m.name = 'end_talk'
  and m.seq > (select max(d.seq) from ${caseMoves} d where d.case_id = ${cases.id} and d.name = 'differ'))`;

/** What `talksOf` and `talkSinceOf` answered, read. */
export const talkIn = ({ talks, talkSince }: { talks: unknown; talkSince: string | null }) => ({
  talks: z.array(KeptTalk).parse(talks),
  talkSince: talkSince === null ? null : new Date(talkSince),
});

/** JSON: who said when that their ratings may go on, oldest first. */
export const recommendationsOf = sql<unknown>`(select coalesce(json_agg(json_build_object('round', n.round, 'part', n.part, 'covers', n.covers, 'by', n.by, 'at', n.at) order by n.seq), '[]') from ${recommendations} n where n.case_id = ${cases.id})`;

const factChecksOf = sql<unknown>`(select coalesce(json_agg(json_build_object('id', f.id, 'round', f.round, 'sentAt', f.sent_at, 'dueOn', f.due_on, 'endedAt', f.ended_at, 'how', f.how) order by f.round), '[]') from ${factChecks} f where f.case_id = ${cases.id})`;

const claimRulingsOf = sql<unknown>`(select coalesce(json_agg(json_build_object('round', c.round, 'criteria', c.criteria, 'confirmed', c.confirmed, 'reason', c.reason, 'by', c.by, 'at', c.at) order by c.seq), '[]') from ${claimRulings} c where c.case_id = ${cases.id})`;

/** JSON: whoever took a decision from before an appeal opened the case again, or was given that appeal to answer. */
const judgesOf = sql<unknown>`(select coalesce(json_agg(distinct judged.by), '[]') from (
    select d.decided_by as by from ${decisions} d join ${caseRounds} r on r.case_id = d.case_id and r.kind = 'appeal' and r.no > d.round where d.case_id = ${cases.id}
    union all select a.judge_id from ${appeals} a where a.case_id = ${cases.id} and a.judge_id is not null
    union all select s.person_id from ${appeals} a join ${appealSeats} s on s.appeal_id = a.id where a.case_id = ${cases.id}) judged)`;

/** The appeal against its decision, once it was sent. There is at most one. */
const appealIdOf = sql<string | null>`(select a.id from ${appeals} a where a.case_id = ${cases.id} and a.state <> 'drafting')`;

const drawsOf = sql<unknown>`(select coalesce(json_agg(json_build_object('why', d.why, 'lot', case when d.quarter is not null then
  json_build_object('quarter', d.quarter, 'number', d.number, 'oneIn', d.one_in, 'visitNumber', d.visit_number, 'commitment', s.commitment, 'secret', s.secret) end) order by d.drawn_at, d.seq), '[]')
  from ${draws} d left join ${drawSeeds} s on s.quarter = d.quarter where d.case_id = ${cases.id})`;

const supplementsSent = sql<unknown>`(select coalesce(json_agg(json_build_object('id', s.id, 'criterion', s.criterion, 'why', s.why, 'sourceId', s.source_id, 'sentAt', s.sent_at, 'content', s.content) order by s.sent_at, s.criterion, s.id), '[]')
  from ${supplements} s where s.case_id = ${cases.id} and s.sent_at is not null)`;

/** JSON: what is locked in it, or was removed for good. */
export const locksOf = sql<unknown>`(select coalesce(json_agg(json_build_object('kind', l.kind, 'target', l.target, 'criterion', l.criterion, 'sorts', l.sorts, 'state', l.state, 'lockedAs', l.locked_as, 'lockedAt', l.locked_at, 'decidedAt', l.decided_at) order by l.locked_at, l.id), '[]')
  from ${privacyLocks} l where l.case_id = ${cases.id} and l.state <> 'unlocked')`;

/** JSON: the round of questions of a case with its questions in order; null where nothing was ever asked. */
export const questionRoundOf = sql<unknown>`(select json_build_object('id', r.id, 'state', r.state, 'sentAt', r.sent_at, 'dueOn', r.due_on, 'endedAt', r.ended_at, 'questions',
    (select coalesce(json_agg(json_build_object('id', q.id, 'place', q.place, 'criterion', q.criterion, 'template', q.template, 'words', q.words) order by q.place), '[]') from ${questions} q where q.round_id = r.id))
  from ${questionRounds} r where r.case_id = ${cases.id})`;

/** Whether who reads belongs to the provider of the case. */
const belongsToProvider = sql<boolean>`exists (select 1 from ${memberships} m join ${cases} c on c.organisation_id = m.organisation_id
  where c.id = ${assignments.caseId} and m.person_id = ${assignments.personId})`;

const isAssessor = sql<boolean>`exists (select 1 from ${schemeRoles} r where r.person_id = ${assignments.personId} and r.role = 'assessor')`;

async function assignmentsOf(db: Db, caseId: string) {
  const rows = await db
    .select({
      id: assignments.id,
      part: assignments.part,
      personId: assignments.personId,
      name: people.name,
      email: people.email,
      assignedAt: assignments.assignedAt,
      ofProvider: belongsToProvider,
      interests: interestsTowards(assignments.personId, organisations),
      tie: tieOf(assignments.id),
      isAssessor,
      declaredAt: assignments.declaredAt,
      declaration: assignments.declaration,
      endedAt: assignments.endedAt,
      endedReason: assignments.endedReason,
    })
    .from(assignments)
    .innerJoin(people, eq(people.id, assignments.personId))
    .innerJoin(cases, eq(cases.id, assignments.caseId))
    .innerJoin(organisations, eq(organisations.id, cases.organisationId))
    .where(eq(assignments.caseId, caseId))
    .orderBy(asc(assignments.assignedAt), asc(assignments.part), asc(assignments.id));
  return rows.map((row) => ({ ...row, interests: KnownInterests.parse(row.interests), tie: Tie.nullable().parse(row.tie) }));
}

async function ratingsOf(db: Db, caseId: string) {
  const rows = await db
    .select({
      criterion: ratings.criterion,
      part: ratings.part,
      level: ratings.level,
      ticks: ratings.ticks,
      reason: ratings.reason,
      ratedBy: ratings.ratedBy,
      ratedAt: ratings.ratedAt,
      round: ratings.round,
    })
    .from(ratings)
    .where(eq(ratings.caseId, caseId))
    .orderBy(asc(ratings.ratedAt), asc(ratings.seq));
  return rows.map((row) => ({ ...row, level: Level.nullable().parse(row.level), ticks: Ticks.parse(row.ticks) }));
}

async function settlementsOf(db: Db, caseId: string) {
  const rows = await db
    .select({
      criterion: settlements.criterion,
      level: settlements.level,
      reason: settlements.reason,
      flagged: settlements.flagged,
      settledBy: settlements.settledBy,
      settledAt: settlements.settledAt,
      round: settlements.round,
    })
    .from(settlements)
    .where(eq(settlements.caseId, caseId))
    .orderBy(asc(settlements.settledAt), asc(settlements.criterion));
  return rows.map((row) => ({ ...row, level: Level.parse(row.level) }));
}
