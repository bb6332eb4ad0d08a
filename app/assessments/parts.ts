import type { Criterion } from "#standards/format";
import type { Answer, EvidenceItem, EvidenceWay } from "./answer";

/** Whether something must be shown for Met or Leading. Not where we only test the contact or look in a register ourselves. */
export const needsEvidence = ({ evidence }: Criterion) => evidence.kinds.some((kind) => kind !== "assessor_contact_test" && kind !== "register_lookup");

/** The ways something can be shown for this criterion, in the order they are offered. None where nothing is asked for. */
export function waysToShow(criterion: Criterion): EvidenceWay[] {
  if (!needsEvidence(criterion)) return [];
  const typed = criterion.evidence.kinds.some((kind) => kind === "tally" || kind === "statement" || kind === "other_award");
  return typed ? ["file", "link", "words", "call"] : ["file", "link", "call"];
}

/** The same, with an award of somebody else's where the group holds one that counts for it. */
export function waysOffered(criterion: Criterion, awards: readonly unknown[]): EvidenceWay[] {
  const ways = waysToShow(criterion);
  return ways.length > 0 && awards.length > 0 ? [...ways, "award"] : ways;
}

/** Whether a provider may say that this does not apply to them. Never for a must-have. */
export const mayClaimNa = ({ must_have, na_reasons }: Criterion) => !must_have && na_reasons.length > 0;

export const claimsNa = (criterion: Criterion, answer: Answer) => mayClaimNa(criterion) && answer.na?.claimed === true;

const belowMet = ({ level }: Answer) => level === "not-yet" || level === "developing";
export const wantsPlan = (criterion: Criterion, answer: Answer) => !claimsNa(criterion, answer) && belowMet(answer);
export const needsPlan = (criterion: Criterion, answer: Answer) => criterion.must_have && belowMet(answer);

/**
 * The answer as it is sent: without what is greyed or hidden at that moment. A claim that it does not apply takes everything else out;
 * a plan belongs to Not yet and Developing. What was typed stays in the draft.
 */
export function sentParts(criterion: Criterion, answer: Answer): Answer {
  if (claimsNa(criterion, answer)) return { na: answer.na };
  const { level, how, evidence, plan } = answer;
  return tidy({ level, how, evidence: waysToShow(criterion).length > 0 ? evidence?.map(sentItem) : undefined, plan: wantsPlan(criterion, answer) ? plan : undefined });
}

/** Only what belongs to the way it is shown: a web address typed before a file was chosen instead stays behind. */
function sentItem({ kind, file, link, words, award, title, date, clean }: EvidenceItem): EvidenceItem {
  if (kind === "award") return defined({ kind, award, title });
  if (kind === "file") return defined({ kind, file, title, date, clean });
  if (kind === "link") return defined({ kind, link, title, date });
  return kind === "words" ? defined({ kind, words, title }) : defined({ kind, title });
}

/** One shape for one meaning: parts that say nothing are left out, so that an answer emptied again equals one never given. */
export function tidy({ level, how, evidence, na, plan }: Answer): Answer {
  const planned = defined(plan ?? {});
  return defined({
    level,
    how,
    evidence: evidence?.length ? evidence.map(tidyItem) : undefined,
    na: na && (na.claimed || na.reason || na.words) ? defined(na) : undefined,
    plan: Object.keys(planned).length > 0 ? planned : undefined,
  });
}

const tidyItem = ({ clean, ...item }: EvidenceItem): EvidenceItem => defined({ ...item, clean: clean || undefined });

const defined = <T extends object>(value: T) => Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined && each !== "")) as T;
