import type { Criterion, Facts, Standard } from "#standards/format";
import { addDays, addMonths, type Day, londonDay } from "~/platform/calendar";
import { paths } from "~/platform/paths";
import { inLanguage, type Language } from "~/platform/words";
import { caseNumber } from "~/review/case-number";
import { deferralDays } from "~/review/deferral";
import { type LookedAt, lookedAtWords } from "~/review/interests/looked-at";
import type { KeptScore } from "~/review/outcome";
import { applicable } from "~/standards/applies";
import { formatDay } from "~/ui/dates";
import type { FinalRating } from "./final-ratings";
import { isAwarded, type Letter } from "./letter";
import { staysUntil } from "./lowering";
import type { Conditions } from "./mark";
import { markWords } from "./words/mark-words";

/** A decided case as far as its letter needs it. */
export type DecidedCase = {
  number: number;
  provider: string;
  standard: Standard;
  facts: Facts;
  decision: { outcome: KeptScore["outcome"]; score: KeptScore; reason: string; decidedAt: Date };
  ratings: Record<string, FinalRating>;
  looked: LookedAt;
  mark: { code: string; validUntil: Day; conditions: Conditions | null } | null;
  /** It was decided anew because of an appeal. */
  followsAppeal?: boolean;
};

/** Renewing opens so many months before a mark's last day (Marks §C.2). */
const renewalMonths = 6;
/** Points named as what to do next: never fewer than the must-haves that are not met. */
const most = { awarded: 3, not_awarded: 8 };

/** The letter about a decision: the same for the page and for the PDF. `origin`: where our pages are. Titles and what is enough come in the language of the standard that is given. */
export function letterFromDecision(decided: DecidedCase, origin: string, language: Language = "en"): Letter {
  const t = markWords(language);
  const { number, provider, standard, decision } = decided;
  const criteria = applicable(standard, decided.facts).map(({ id, title, must_have }) => ({ id, title, must_have, ...(decided.ratings[id] ?? { level: null, reason: "" }) }));
  return {
    language,
    reference: caseNumber(number),
    date: londonDay(decision.decidedAt),
    provider,
    standard: { title: standard.title, version: standard.version },
    outcome: decision.outcome,
    message: decision.reason
      .split(/\n\s*\n/)
      .map((paragraph) => paragraph.trim())
      .filter(Boolean),
    dates: datesOf(decided, t),
    criteria,
    followsAppeal: decided.followsAppeal ?? false,
    todo: toDo(decided).map((criterion) => ({
      id: criterion.id,
      title: criterion.title,
      why: decided.ratings[criterion.id]?.reason || t("letter.not_met"),
      enough: enoughFor(criterion),
    })),
    looked: lookedAtWords(decided.looked, language),
    decidedBy: t("letter.decided_by"),
    next: nextSteps(decided, origin, language),
  };
}

/** The lightest evidence that would do: the next smallest step where a point is not met yet. */
export const enoughFor = ({ evidence }: Criterion): string => evidence.lightest;

function datesOf({ decision, mark }: DecidedCase, t: ReturnType<typeof markWords>): Letter["dates"] {
  const day = londonDay(decision.decidedAt);
  if (mark)
    return [
      { label: t("letter.dates.awarded"), day },
      { label: t("letter.dates.until"), day: mark.validUntil },
      ...(mark.conditions ? [{ label: t("letter.dates.put_right_by"), day: mark.conditions.by }] : []),
    ];
  return decision.outcome === "deferred" ? [{ label: t("letter.dates.send_again_by"), day: addDays(day, deferralDays) }] : [];
}

/** The criteria to work on, the most important first. */
function toDo({ standard, facts, decision, ratings, mark }: DecidedCase): Criterion[] {
  const { outcome, score } = decision;
  const named = (ids: readonly string[]) => standard.criteria.filter(({ id }) => ids.includes(id));
  if (outcome === "too_little_applies") return [];
  if (outcome === "deferred") return named(score.criteria ?? []);
  if (mark?.conditions) return named(mark.conditions.criteria);
  if (outcome === "assured_with_conditions") return named(score.zeros);
  const levelOf = ({ id }: Criterion) => ratings[id]?.level ?? 2;
  const below = applicable(standard, facts).filter((criterion) => levelOf(criterion) < 2);
  const order = below.sort((a, b) => Number(b.must_have) - Number(a.must_have) || levelOf(a) - levelOf(b) || b.weight - a.weight);
  const mustHaves = order.filter(({ must_have }) => must_have).length;
  return order.slice(0, Math.max(mustHaves, isAwarded(outcome) ? most.awarded : most.not_awarded));
}

function nextSteps({ decision, mark, followsAppeal }: DecidedCase, origin: string, language: Language): Letter["next"] {
  const t = markWords(language);
  const day = londonDay(decision.decidedAt);
  const at = (path: string) => origin + inLanguage(path, language);
  if (mark) {
    const { validUntil, conditions, code } = mark;
    return [
      { by: t("letter.next.now"), what: t("letter.next.show", { code, address: at(paths.verify) }) },
      ...(conditions ? [{ by: conditions.by, what: t("letter.next.put_right") }] : []),
      { by: t("letter.next.when_changing"), what: t("letter.next.tell_us") },
      { by: validUntil, what: t("letter.next.renew", { day: formatDay(addMonths(validUntil, -renewalMonths), language) }) },
    ];
  }
  // A lower level than the mark in force: it takes its place later.
  if (isAwarded(decision.outcome) && !followsAppeal) {
    return [
      { by: t("letter.next.now"), what: t("letter.next.stays", { day: formatDay(staysUntil(decision.decidedAt), language) }) },
      { by: t("letter.next.when_changing"), what: t("letter.next.tell_us") },
    ];
  }
  if (decision.outcome === "deferred") {
    return [
      { by: addDays(day, deferralDays), what: t("letter.next.again") },
      { by: t("letter.next.after"), what: t("letter.next.still") },
    ];
  }
  if (decision.outcome === "too_little_applies") {
    return [
      { by: t("letter.next.now"), what: t("letter.next.others", { address: at(paths.standards) }) },
      { by: t("letter.next.when_changing"), what: t("letter.next.more") },
    ];
  }
  return [
    { by: t("letter.next.when_ready"), what: t("letter.next.no_waiting") },
    { by: t("letter.next.if_to_talk"), what: t("letter.next.talk") },
  ];
}
