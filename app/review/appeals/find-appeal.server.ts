import { eq, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { formerMemberships, people } from "#db/schema/accounts";
import { appealAnswers, appealSeats, appeals, appealVoices } from "#db/schema/appeals";
import { submissions } from "#db/schema/assessments";
import { assignments, cases, decisions } from "#db/schema/review";
import { type Actor, membershipIn } from "~/accounts/actor";
import type { Db } from "~/platform/database.server";
import { CaseId } from "../case-file";
import { lockCase, readCase } from "../find-case.server";
import { decidableOutcomes } from "../outcome";
import { AppealAnswer, AppealContent, appealOutcomes, seats } from "./appeal";
import { type Appeal, type AppealFile, type AppealOf, inAppealReach } from "./appeal-file";

/** An appeal with its case, when this person may know of it for the scheme. Six reads. */
export async function findAppeal(db: Db, actor: Actor, id: string): Promise<AppealOf | undefined> {
  const file = await readAppeal(db, id);
  return file && inAppealReach(actor, file) ? file : undefined;
}

/** The same for a command: until the transaction ends, nothing else happens to its case. */
export async function holdAppeal(tx: Db, actor: Actor, id: string): Promise<AppealOf | undefined> {
  const file = await heldAppeal(tx, id);
  return file && inAppealReach(actor, file) ? file : undefined;
}

/** The appeal, held, whoever asks: for what happens by itself. */
export async function heldAppeal(tx: Db, id: string): Promise<AppealOf | undefined> {
  if (!CaseId.safeParse(id).success) return undefined;
  const [row] = await tx.select({ caseId: appeals.caseId }).from(appeals).where(eq(appeals.id, id));
  return row && (await lockCase(tx, row.caseId)) ? readAppeal(tx, id) : undefined;
}

/** What one of the provider's own people can appeal against, or has: by the assessment that was sent. Undefined when it is not theirs, or was never decided. Six reads. */
export async function findOwnAppeal(db: Db, actor: Actor, assessmentId: string): Promise<AppealFile | undefined> {
  if (!CaseId.safeParse(assessmentId).success) return undefined;
  const file = await read(db, eq(submissions.assessmentId, assessmentId));
  return file && membershipIn(actor, file.case.organisationId) && file.decisions.length > 0 ? file : undefined;
}

/** The same for a command, with the case held. */
export async function holdOwnAppeal(tx: Db, actor: Actor, assessmentId: string): Promise<AppealFile | undefined> {
  const found = await findOwnAppeal(tx, actor, assessmentId);
  return found && (await lockCase(tx, found.case.id)) ? findOwnAppeal(tx, actor, assessmentId) : undefined;
}

async function readAppeal(db: Db, id: string): Promise<AppealOf | undefined> {
  if (!CaseId.safeParse(id).success) return undefined;
  const file = await read(db, eq(appeals.id, id));
  return file?.appeal ? { ...file, appeal: file.appeal } : undefined;
}

async function read(db: Db, where: SQL): Promise<AppealFile | undefined> {
  const [row] = await db
    .select({ caseId: cases.id, appeal: appeals, judge: people.name, answers: answersOf, seats: seatsOf, decisions: decisionsOf, assigners: assignersOf, former: formerOf })
    .from(cases)
    .innerJoin(submissions, eq(submissions.id, cases.submissionId))
    .leftJoin(appeals, eq(appeals.caseId, cases.id))
    .leftJoin(people, eq(people.id, appeals.judgeId))
    .where(where);
  const file = row && (await readCase(db, row.caseId));
  if (!file) return undefined;
  return {
    case: file,
    decisions: z.array(KeptDecision).parse(row.decisions),
    assigners: z.array(z.string()).parse(row.assigners),
    former: z.array(Former).parse(row.former),
    appeal: row.appeal && appealIn(row.appeal, row),
  };
}

const appealIn = (kept: typeof appeals.$inferSelect, row: { judge: string | null; answers: unknown; seats: unknown }): Appeal => ({
  ...kept,
  content: AppealContent.parse(JSON.parse(kept.content)),
  judge: kept.judgeId === null ? null : { id: kept.judgeId, name: row.judge ?? "" },
  answers: z.array(KeptAnswer).parse(row.answers),
  seats: z.array(KeptSeat).parse(row.seats),
});

const Person = { personId: z.string(), name: z.string() };
const KeptDecision = z.object({
  id: z.string(),
  round: z.number(),
  outcome: z.enum(decidableOutcomes),
  reason: z.string(),
  at: z.coerce.date(),
  by: z.string(),
  byName: z.string(),
});
const KeptVoice = z.object({ ...Person, agrees: z.boolean(), words: z.string(), at: z.coerce.date() });
const KeptAnswer = z.object({
  id: z.string(),
  stage: z.union([z.literal(1), z.literal(2)]),
  outcome: z.enum(appealOutcomes),
  content: z.string().transform((kept) => AppealAnswer.parse(JSON.parse(kept))),
  by: z.string(),
  byName: z.string(),
  at: z.coerce.date(),
  voices: z.array(KeptVoice),
});
const KeptSeat = z.object({
  id: z.string(),
  seat: z.enum(seats),
  ...Person,
  email: z.string(),
  declaredAt: z.coerce.date().nullable(),
  declaration: z.string().nullable(),
  endedAt: z.coerce.date().nullable(),
});
const Former = z.object({ personId: z.string(), until: z.coerce.date() });

/** JSON: the decisions of a case with who took them, oldest first. */
const decisionsOf = sql<unknown>`(select coalesce(json_agg(json_build_object('id', d.id, 'round', d.round, 'outcome', d.outcome, 'reason', d.reason, 'at', d.decided_at, 'by', d.decided_by, 'byName', p.name) order by d.round), '[]')
  from ${decisions} d join ${people} p on p.id = d.decided_by where d.case_id = ${cases.id})`;

const answersOf = sql<unknown>`(select coalesce(json_agg(json_build_object('id', a.id, 'stage', a.stage, 'outcome', a.outcome, 'content', a.content, 'by', a.by, 'byName', p.name, 'at', a.at, 'voices',
    (select coalesce(json_agg(json_build_object('personId', v.person_id, 'name', q.name, 'agrees', v.agrees, 'words', v.words, 'at', v.at) order by v.at, q.name), '[]')
      from ${appealVoices} v join ${people} q on q.id = v.person_id where v.answer_id = a.id)) order by a.seq), '[]')
  from ${appealAnswers} a join ${people} p on p.id = a.by where a.appeal_id = ${appeals.id})`;

const seatsOf = sql<unknown>`(select coalesce(json_agg(json_build_object('id', s.id, 'seat', s.seat, 'personId', s.person_id, 'name', p.name, 'email', p.email, 'declaredAt', s.declared_at, 'declaration', s.declaration, 'endedAt', s.ended_at) order by s.seated_at, s.seat), '[]')
  from ${appealSeats} s join ${people} p on p.id = s.person_id where s.appeal_id = ${appeals.id})`;

const assignersOf = sql<unknown>`(select coalesce(json_agg(distinct a.assigned_by), '[]') from ${assignments} a where a.case_id = ${cases.id})`;
const formerOf = sql<unknown>`(select coalesce(json_agg(json_build_object('personId', f.person_id, 'until', f.until)), '[]') from ${formerMemberships} f where f.organisation_id = ${cases.organisationId})`;
