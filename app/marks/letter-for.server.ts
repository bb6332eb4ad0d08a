import { type Actor, hasRole, membershipIn } from "~/accounts/actor";
import type { Db } from "~/platform/database.server";
import { type FoundDecision, findDecision } from "./find-decision.server";
import type { Letter } from "./letter";
import { type LetterIn, letterIn, reportIn } from "./letter-in.server";
import type { Report } from "./report";

export type LetterView = LetterIn & {
  /** The reader belongs to the provider. */
  belongs: boolean;
  /** Of which it is the decision; null for the provider's own people, whose looking is nobody's business. */
  caseId: string | null;
  pdf: FoundDecision["pdf"];
  /** Where the reader can start again from these answers: only for the provider's own people, where something is missing. */
  again: { standardKey: string; carryFrom: string } | null;
  /** The self-assessment whose deferral the reader's group may still answer in place. */
  answer: string | null;
  /** The self-assessment whose decision the reader's group may appeal against, or has. */
  appeal: string | null;
};

/** The outcomes after which the next thing to do is to send the same answers again, with what was missing. */
const startAgain: readonly Letter["outcome"][] = ["assured_with_conditions", "not_awarded", "too_little_applies"];

type Address = { slug: string; decisionId: string };

/** A decision for the provider's own people, moderators and decision-makers. Undefined for everybody else, and under another provider's address. Six reads. */
async function decisionFor(db: Db, actor: Actor, { slug, decisionId }: Address): Promise<{ found: FoundDecision; belongs: boolean } | undefined> {
  const found = await findDecision(db, decisionId);
  if (!found || found.slug !== slug) return undefined;
  const belongs = membershipIn(actor, found.organisationId) !== undefined;
  return belongs || hasRole(actor, "moderator", "decider") ? { found, belongs } : undefined;
}

/** A decision letter in its reader's language. Undefined for whoever may not read it, as `decisionFor` says. Six reads, and what `letterIn` reads. */
export async function letterFor(db: Db, actor: Actor, at: Address): Promise<LetterView | undefined> {
  const decision = await decisionFor(db, actor, at);
  if (!decision) return undefined;
  const { found, belongs } = decision;
  const { outcome } = found.decision;
  const again = belongs && startAgain.includes(outcome) ? { standardKey: found.standard.key, carryFrom: found.assessmentId } : null;
  return {
    belongs,
    caseId: belongs ? null : found.caseId,
    ...(await letterIn(db, found, actor.language)),
    pdf: found.pdf,
    again,
    answer: belongs && outcome === "deferred" && found.waits ? found.assessmentId : null,
    appeal: belongs && outcome !== "deferred" ? found.assessmentId : null,
  };
}

export type ReportView = Pick<LetterView, "caseId" | "textIn"> & { report: Report };

/** The report behind a decision, for whoever may read its letter: on a page in its reader's language, on paper in the language of the letter's own. */
export async function decisionReportFor(db: Db, actor: Actor, at: Address, shown: "page" | "paper"): Promise<ReportView | undefined> {
  const decision = await decisionFor(db, actor, at);
  if (!decision) return undefined;
  const { found, belongs } = decision;
  return { caseId: belongs ? null : found.caseId, ...(await reportIn(db, found, shown === "page" ? actor.language : found.senderReads)) };
}
