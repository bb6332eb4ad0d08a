import { asOfRound, type CaseFile } from "~/review/case-file";
import { lookedAt } from "~/review/interests/looked-at";
import type { KeptScore } from "~/review/outcome";
import { isReopened } from "~/review/round";
import { finalRatings } from "./final-ratings";
import type { DecidedCase } from "./letter-from-decision";
import { Conditions } from "./mark";

/** The mark that a decision gave, as a row beside it; null where it gave none. */
export const markIn = ({ code, validUntil, conditions }: { code: string | null; validUntil: string | null; conditions: unknown }): DecidedCase["mark"] =>
  code !== null && validUntil !== null ? { code, validUntil, conditions: Conditions.nullable().parse(conditions) } : null;

/** A decision of a case as far as its letter needs it: the case as it was when that round ended. */
export const decidedCase = (file: CaseFile, round: number, decision: { score: KeptScore; reason: string; decidedAt: Date }, mark: DecidedCase["mark"]): DecidedCase => ({
  number: file.number,
  provider: file.provider.name,
  standard: file.standard,
  facts: file.submission.content.facts,
  decision: { outcome: decision.score.outcome, ...decision },
  looked: lookedAt(file, decision.decidedAt),
  ratings: finalRatings(asOfRound(file, round)),
  mark,
  followsAppeal: isReopened(file.rounds.filter(({ no }) => no <= round)),
});
