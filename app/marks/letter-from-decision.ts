import type { Criterion, Facts, Standard } from "#standards/format";
import { addDays, addMonths, type Day, londonDay } from "~/platform/calendar";
import { caseNumber } from "~/review/case-number";
import type { KeptScore } from "~/review/outcome";
import { applicable } from "~/standards/applies";
import { formatDay } from "~/ui/dates";
import type { FinalRating } from "./final-ratings";
import { isAwarded, type Letter } from "./letter";
import type { Conditions } from "./mark";

/** A decided case as far as its letter needs it. */
export type DecidedCase = {
  number: number;
  provider: string;
  standard: Standard;
  facts: Facts;
  decision: { outcome: KeptScore["outcome"]; score: KeptScore; reason: string; decidedAt: Date };
  ratings: Record<string, FinalRating>;
  mark: { code: string; validUntil: Day; conditions: Conditions | null } | null;
};

/** How long a provider has to send what a deferral asks for, in days (Scoring §C.1). */
const deferralDays = 28;
/** Renewing opens so many months before a mark's last day (Marks §C.2). */
const renewalMonths = 6;
/** Points named as what to do next: never fewer than the must-haves that are not met. */
const most = { awarded: 3, not_awarded: 8 };

/** The letter about a decision: the same for the page and for the PDF. `origin`: where our pages are. */
export function letterFromDecision(decided: DecidedCase, origin: string): Letter {
  const { number, provider, standard, decision } = decided;
  const criteria = applicable(standard, decided.facts).map(({ id, title, must_have }) => ({ id, title, must_have, ...(decided.ratings[id] ?? { level: null, reason: "" }) }));
  return {
    reference: caseNumber(number),
    date: londonDay(decision.decidedAt),
    provider,
    standard: { title: standard.title, version: standard.version },
    outcome: decision.outcome,
    message: decision.reason
      .split(/\n\s*\n/)
      .map((paragraph) => paragraph.trim())
      .filter(Boolean),
    dates: datesOf(decided),
    criteria,
    todo: toDo(decided).map(({ id, title, evidence }) => ({ id, title, why: decided.ratings[id]?.reason || "This is not met yet.", enough: evidence.lightest })),
    decidedBy: "Decision-maker. Neither rated your answers nor settled a difference in them.",
    next: nextSteps(decided, origin),
  };
}

function datesOf({ decision, mark }: DecidedCase): Letter["dates"] {
  const day = londonDay(decision.decidedAt);
  if (mark) return [{ label: "Awarded", day }, { label: "In force until", day: mark.validUntil }, ...(mark.conditions ? [{ label: "Put right by", day: mark.conditions.by }] : [])];
  return decision.outcome === "deferred" ? [{ label: "Send again by", day: addDays(day, deferralDays) }] : [];
}

/** The criteria to work on, the most important first. */
function toDo({ standard, facts, decision, ratings, mark }: DecidedCase): Criterion[] {
  const { outcome, score } = decision;
  const named = (ids: readonly string[]) => standard.criteria.filter(({ id }) => ids.includes(id));
  if (outcome === "too_little_applies") return [];
  if (outcome === "deferred") return named(score.criteria ?? []);
  if (mark?.conditions) return named(mark.conditions.criteria);
  const levelOf = ({ id }: Criterion) => ratings[id]?.level ?? 2;
  const below = applicable(standard, facts).filter((criterion) => levelOf(criterion) < 2);
  const order = below.sort((a, b) => Number(b.must_have) - Number(a.must_have) || levelOf(a) - levelOf(b) || b.weight - a.weight);
  const mustHaves = order.filter(({ must_have }) => must_have).length;
  return order.slice(0, Math.max(mustHaves, isAwarded(outcome) ? most.awarded : most.not_awarded));
}

function nextSteps({ decision, mark }: DecidedCase, origin: string): Letter["next"] {
  const day = londonDay(decision.decidedAt);
  if (mark) {
    const { validUntil, conditions, code } = mark;
    return [
      { by: "Now", what: `Show your mark: its code is ${code}, and anyone can check it at ${origin}/verify. The certificate is on your own page.` },
      ...(conditions
        ? [{ by: conditions.by, what: "Put right what is listed above and send in your answers again. If something is still open after that day, the mark goes on as Essentials." }]
        : []),
      { by: "When things change", what: "Tell us within 10 working days, such as when your safeguarding lead, your insurance or what you offer changes." },
      { by: validUntil, what: `Send in a new self-assessment if you want to keep the mark. You can from ${formatDay(addMonths(validUntil, -renewalMonths))}.` },
    ];
  }
  if (decision.outcome === "deferred") {
    return [
      { by: addDays(day, deferralDays), what: "Start again from your answers: all of them are kept. Add what is listed above, and send them again." },
      { by: "After that day", what: "You can still start again from your answers, whenever you are ready." },
    ];
  }
  if (decision.outcome === "too_little_applies") return [{ by: "Now", what: `See which other standards suit what you do: ${origin}/standards` }];
  return [
    { by: "When you are ready", what: "Start again from these answers. Nothing you wrote is lost, and there is no waiting time." },
    { by: "If you would like to talk", what: "Ring us or write to us, and quote the reference above." },
  ];
}
