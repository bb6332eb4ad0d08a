import { type Actor, membershipIn } from "~/accounts/actor";
import { assessmentAsRead } from "~/assessments/as-read.server";
import type { ShownCriterion } from "~/assessments/shown-criterion";
import { movesOpenTo } from "~/assessments/workflow";
import type { Day } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import type { Language } from "~/platform/words";
import { type AgreedLine, agreedLines } from "../agreed-lines";
import { ratingsAreOpen } from "../case-file";
import { findSent } from "../find-sent.server";
import { lookedAt, lookedAtWords } from "../interests/looked-at";
import { standingsIn } from "../standing";
import { draftsOf } from "../supplement-draft.server";
import { type FactCheck, isCheckOver } from "./fact-check";

/** One criterion of a draft report: the level as it stands, why, and what the group says is wrong in that; `sent` once it cannot be changed. */
export type ReportLine = Pick<AgreedLine, "level" | "reason"> & { criterion: ShownCriterion; remark: string; sent: boolean };
export type ReportView = {
  assessmentId: string;
  slug: string;
  standard: { title: string; textIn: Language };
  /** The last day for remarks. */
  until: Day;
  ended: { how: NonNullable<FactCheck["how"]>; at: string } | null;
  /** None while its readers look again at what the group said. */
  sections: { id: string; title: string; lines: ReportLine[] }[];
  may: { write: boolean; send: boolean };
  /** Who read it, and what was said of their ties: a sentence each. */
  looked: string[];
};

/** The newest draft report of what the actor's organisation sent, in its reader's words. Undefined when the assessment is not theirs, or has had none. */
export async function reportFor(db: Db, clock: Clock, actor: Actor, assessmentId: string): Promise<ReportView | undefined> {
  const assessment = await assessmentAsRead(db, actor, assessmentId);
  const file = assessment && (await findSent(db, actor, assessmentId));
  const check = file?.factChecks.at(-1);
  if (!assessment || !file || !check) return undefined;
  const { standard } = assessment.version;
  const written = new Map(file.supplements.filter(({ why, sentAt }) => why === "facts" && sentAt >= check.sentAt).map(({ criterion, content }) => [criterion, content.words]));
  const sent = written.size > 0;
  if (!sent) for (const { criterion, content } of await draftsOf(db, file, "facts")) written.set(criterion, content.words);
  const lines = ratingsAreOpen(file.state) ? agreedLines(file) : [];
  const open = check.endedAt === null && !isCheckOver(check, clock.now());
  const moves = open ? movesOpenTo("case", { state: file.state, standings: standingsIn(actor, { organisationId: file.organisationId, readers: [] }), bars: [] }) : [];
  return {
    assessmentId: assessment.id,
    slug: membershipIn(actor, file.organisationId)!.slug,
    standard: { title: standard.title, textIn: assessment.textIn },
    until: check.dueOn,
    ended: check.endedAt && check.how ? { how: check.how, at: check.endedAt.toISOString() } : null,
    sections: standard.sections.flatMap(({ id, title }) => {
      const own = lines.flatMap(({ id: named, section, level, reason }): ReportLine[] => {
        const criterion = standard.criteria.find((each) => each.id === named);
        return criterion && section === id ? [{ criterion, level, reason, remark: written.get(named)?.trim() ?? "", sent }] : [];
      });
      return own.length > 0 ? [{ id, title, lines: own }] : [];
    }),
    may: { write: moves.includes("note"), send: moves.includes("remark") },
    looked: lookedAtWords(lookedAt(file, clock.now()), actor.language),
  };
}
