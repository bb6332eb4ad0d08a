import { eq } from "drizzle-orm";
import { organisations } from "#db/schema/accounts";
import { submissions } from "#db/schema/assessments";
import { cases } from "#db/schema/review";
import { standardVersions } from "#db/schema/standards";
import { SubmissionContent } from "~/assessments/answer";
import { type By, record } from "~/audit/record.server";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { enqueue } from "~/platform/jobs.server";
import { paths } from "~/platform/paths";
import { type AwardRefusal, awardMail } from "./award-words";
import { certificateOf } from "./certificate-of";
import { newCode } from "./code";
import { conditionsFrom } from "./conditions";
import { readIdentifier } from "./identifier-words";
import { insertMark } from "./insert-mark.server";
import type { AwardLevel, Holder, MarkStatus } from "./mark";
import { permitChange } from "./mark-moves";
import { certificateRefusal } from "./render.server";
import { tellAdmins } from "./tell.server";
import { validUntil } from "./valid-until";

/** Thrown to take back the decision with everything else. */
export class CannotAward extends Error {
  constructor(readonly why: AwardRefusal) {
    super(why);
  }
}

type Award = {
  about: About;
  decision: { id: string; decidedAt: Date; score: { zeros: string[] } };
  level: AwardLevel /** The provider's mark for this standard that has not ended. */;
  current: { id: string; code: string; status: MarkStatus } | undefined;
  /** Their newest mark for this standard is suspended, or was when its time ran out, and nobody has lifted that. */
  suspended: boolean;
};

/** Gives the mark of a decision from now on: mark, end of the one it supersedes, mails and jobs. It runs 24 months from the decision (Marks §C.2). Throws `CannotAward`. */
export async function giveMark(tx: Db, clock: Clock, by: By, { about, decision, level, current, suspended }: Award) {
  if (suspended || (current && !permitChange("supersede", { status: current.status, standings: ["system"] }).ok)) throw new CannotAward("mark_suspended");
  const { organisationId, standardVersionId, holder, scope } = about;
  const now = clock.now();
  const awardedOn = londonDay(now);
  const until = validUntil(londonDay(decision.decidedAt));
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
  await record(tx, by, now, { type: "mark.awarded", subject: mark.id, data: { code: mark.code, level } });
  if (current) await record(tx, { system: "award" }, now, { type: "mark.changed", subject: current.id, data: { kind: "supersede" } });
  return { id: mark.id, code: mark.code };
}

export const letterUrl = (about: About, decision: { id: string }) => `${settings().baseUrl}${paths.letter(about.holder.slug, decision.id)}`;
const sampleCode = newCode(Array.from({ length: 11 }, () => 0));

export type About = { organisationId: string; standardVersionId: string; holder: Holder; scope: string[] };

/**
 * What a mark would be about, with the provider held: two decisions about one provider happen one after the other.
 * Held before anything else, because the audit trail, which every command writes last, has one writer at a time.
 */
export async function holdProvider(tx: Db, caseId: string): Promise<About | undefined> {
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
