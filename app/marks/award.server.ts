import { and, eq } from "drizzle-orm";
import { organisations } from "#db/schema/accounts";
import { submissions } from "#db/schema/assessments";
import { marks } from "#db/schema/marks";
import { cases } from "#db/schema/review";
import { standardVersions } from "#db/schema/standards";
import type { Actor } from "~/accounts/actor";
import { SubmissionContent } from "~/assessments/answer";
import { record } from "~/audit/record.server";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { enqueue } from "~/platform/jobs.server";
import { paths } from "~/platform/paths";
import { CaseId } from "~/review/case-file";
import { type Decided, type Decision, decideCase } from "~/review/decide.server";
import { type AwardRefusal, awardMail, confirmedMail, decisionMail } from "./award-words";
import { certificateOf } from "./certificate-of";
import { newCode } from "./code";
import { conditionsFrom } from "./conditions";
import { confirmedMark } from "./confirmed-mark.server";
import { findMarks } from "./find-marks.server";
import { readIdentifier } from "./identifier-words";
import { insertMark } from "./insert-mark.server";
import { type AwardLevel, awardLevels, type Holder, type MarkStatus } from "./mark";
import { permitChange } from "./mark-moves";
import { certificateRefusal } from "./render.server";
import { hasEnded, statusOf, suspensionStands } from "./status";
import { tellAdmins } from "./tell.server";
import { validUntil } from "./valid-until";

export type AwardResult = { ok: true; decision: Decision; mark: { id: string; code: string } | null } | Extract<Decided, { ok: false }> | { ok: false; why: AwardRefusal };

/**
 * Decides a case, and gives the mark where the outcome is one: decision, mark, end of the mark it supersedes, mails and jobs happen together or not at all.
 * A case that is decided anew after an appeal, at the level it had, keeps its mark as it is.
 * Refuses what `decideCase` refuses, and an award while the provider's mark for the same standard is suspended, or was when its time ran out, or when no certificate could be printed.
 * Undefined when there is no such case for this person.
 */
export async function decideAndAward(db: Db, clock: Clock, actor: Actor, input: { caseId: string; reason: string }): Promise<AwardResult | undefined> {
  if (!CaseId.safeParse(input.caseId).success) return undefined;
  try {
    return await db.transaction((tx) => decideThenAward(tx, clock, actor, input));
  } catch (error) {
    if (error instanceof CannotAward) return { ok: false, why: error.why };
    throw error;
  }
}

/** Thrown to take back the decision with everything else. */
class CannotAward extends Error {
  constructor(readonly why: AwardRefusal) {
    super(why);
  }
}

async function decideThenAward(tx: Db, clock: Clock, actor: Actor, input: { caseId: string; reason: string }): Promise<AwardResult | undefined> {
  const about = await holdProvider(tx, input.caseId);
  if (!about) return undefined;
  const now = clock.now();
  // Before deciding: a renewal that is decided no longer keeps the earlier mark in force.
  const held = await findMarks(tx, and(eq(marks.organisationId, about.organisationId), eq(marks.standardKey, about.holder.standard.key)));
  const [newest] = held;
  const suspended = newest !== undefined && suspensionStands(newest.facts, now);
  const current = held
    .map((mark) => ({ id: mark.id, code: mark.code, decisionId: mark.decisionId, facts: mark.facts, status: statusOf(mark.facts, now).status }))
    .find(({ status }) => !hasEnded(status));
  const decided = await decideCase(tx, { now: () => now }, actor, input);
  if (!decided?.ok) return decided;

  const { decision } = decided;
  const confirmed = await confirmedMark(tx, decided.case.id, decision, current);
  await enqueue(tx, "make-letter", { id: decision.id }, `letter:${decision.id}`);
  const level = awardLevels.find((each) => each === decision.outcome);
  if (level && confirmed) {
    const news = { standard: about.holder.standard.title, letter: letterUrl(about, decision) };
    await tellAdmins(tx, clock, about.organisationId, `decision:${decision.id}`, (language) => confirmedMail(news, language));
    return { ok: true, decision, mark: { id: confirmed.id, code: confirmed.code } };
  }
  if (level) return { ok: true, decision, mark: await give(tx, { now: () => now }, actor, { about, decision, level, current, suspended }) };
  const news = { standard: about.holder.standard.title, outcome: decision.outcome, letter: letterUrl(about, decision) };
  await tellAdmins(tx, clock, about.organisationId, `decision:${decision.id}`, (language) => decisionMail(news, language));
  return { ok: true, decision, mark: null };
}

type Award = {
  about: About;
  decision: Decision;
  level: AwardLevel /** The provider's mark for this standard that has not ended. */;
  current: { id: string; code: string; status: MarkStatus } | undefined;
  /** Their newest mark for this standard is suspended, or was when its time ran out, and nobody has lifted that. */
  suspended: boolean;
};

async function give(tx: Db, clock: Clock, actor: Actor, { about, decision, level, current, suspended }: Award) {
  if (suspended || (current && !permitChange("supersede", { status: current.status, standings: ["system"] }).ok)) throw new CannotAward("mark_suspended");
  const { organisationId, standardVersionId, holder, scope } = about;
  const now = clock.now();
  const awardedOn = londonDay(now);
  const until = validUntil(awardedOn);
  const conditions = level === "assured_with_conditions" ? conditionsFrom(awardedOn, decision.score.zeros) : null;
  const { baseUrl: origin, issuer } = settings();
  const sample = certificateOf({ code: sampleCode, number: 1, holder, scope, facts: { level, conditions, awardedOn, validUntil: until } }, { contactTested: true });
  if (certificateRefusal(sample, { origin, issuer })) throw new CannotAward("cannot_be_printed");

  const content = { level, scope, holder, conditions, awardedOn, validUntil: until };
  const mark = await insertMark(tx, { decisionId: decision.id, organisationId, standardVersionId, standardKey: holder.standard.key, ...content, createdAt: now }, current);
  await enqueue(tx, "issue-certificate", { id: mark.id }, `certificate:${mark.id}`);
  const news = {
    provider: holder.name,
    standard: holder.standard.title,
    level,
    until,
    replaces: current?.code ?? null,
    page: `${origin}${paths.mark(mark.code)}`,
    letter: letterUrl(about, decision),
  };
  await tellAdmins(tx, clock, organisationId, `decision:${decision.id}`, (language) => awardMail(news, language));
  await record(tx, { personId: actor.personId }, now, { type: "mark.awarded", subject: mark.id, data: { code: mark.code, level } });
  if (current) await record(tx, { system: "award" }, now, { type: "mark.changed", subject: current.id, data: { kind: "supersede" } });
  return { id: mark.id, code: mark.code };
}

const letterUrl = (about: About, decision: { id: string }) => `${settings().baseUrl}${paths.letter(about.holder.slug, decision.id)}`;
const sampleCode = newCode(Array.from({ length: 11 }, () => 0));

type About = { organisationId: string; standardVersionId: string; holder: Holder; scope: string[] };

/**
 * What a mark would be about, with the provider held: two decisions about one provider happen one after the other.
 * Held before anything else, because the audit trail, which every command writes last, has one writer at a time.
 */
async function holdProvider(tx: Db, caseId: string): Promise<About | undefined> {
  const [row] = await tx
    .select({
      organisation: organisations,
      content: submissions.content,
      version: { id: standardVersions.id, key: standardVersions.key, title: standardVersions.title, version: standardVersions.version },
    })
    .from(cases)
    .innerJoin(submissions, eq(submissions.id, cases.submissionId))
    .innerJoin(standardVersions, eq(standardVersions.id, submissions.standardVersionId))
    .innerJoin(organisations, eq(organisations.id, cases.organisationId))
    .where(eq(cases.id, caseId))
    .for("no key update", { of: organisations });
  if (!row) return undefined;
  const { id: standardVersionId, ...standard } = row.version;
  const { id: organisationId, name, slug, area, identifiers } = row.organisation;
  return {
    organisationId,
    standardVersionId,
    holder: { name, slug, area, identifiers: identifiers.map(readIdentifier), standard },
    scope: SubmissionContent.parse(JSON.parse(row.content)).scope,
  };
}
