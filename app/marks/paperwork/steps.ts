/** What a mark's holder owes us at a moment, and what rules may do about it. Each rule asks for its own; none frees what another still asks for. */
import { londonDay } from "~/platform/calendar";
import { checkInOwed } from "../check-ins/check-in";
import type { FoundMark } from "../found-mark";
import { permitChange, situationOf } from "../mark-moves";
import { heldBy, type MarkFacts } from "../status";
import { overdueDemands } from "../top-ups/wanted";
import { insuranceOwed } from "./insurance";
import { endedByPeople, type Owed, type Paperwork } from "./owed";
import { entryOwed } from "./register-entry";

/** Everything that is overdue for a mark now. */
export function owedFor({ facts, topUps }: Pick<FoundMark, "facts" | "topUps">, { checkedIn, insuredUntil, lost }: Paperwork, now: Date): Owed[] {
  const today = londonDay(now);
  const shown = topUps.flatMap((each): Owed[] => {
    const demands = overdueDemands(each, now);
    return each.overdueAt === null || !demands ? [] : [{ what: "top_up", since: each.overdueAt, demands }];
  });
  return [...shown, ...checkInOwed(facts.awardedOn, checkedIn, today), ...insuranceOwed(insuredUntil, today), ...entryOwed(lost)];
}

/** What it can be, the first of several that ask for the same. */
const paperwork = ["register_entry", "insurance", "check_in"] as const satisfies readonly Owed["what"][];

/** What a rule does to the mark because of a register entry that was lost, or a check-in or an insurance that is overdue: the heavier thing first. Nothing where people have ended a review or a suspension since. */
export function owedStep(facts: MarkFacts, owed: readonly Owed[], now: Date): { kind: "review" | "suspend"; what: (typeof paperwork)[number] } | undefined {
  const asked = owed.filter(({ since }) => !endedByPeople(facts, since, now));
  for (const kind of ["suspend", "review"] as const)
    for (const what of paperwork) if (asked.some((each) => each.what === what && each.demands === kind) && may(facts, kind, now)) return { kind, what };
  return undefined;
}

/** How a mark is freed of what rules began, as far as nothing that is still owed asks for it. */
export function freeingStep(facts: MarkFacts, owed: readonly Owed[], now: Date): "end_review" | "reinstate" | undefined {
  const { status, reasonClass } = heldBy(facts, now);
  const demanded = (kind: Owed["demands"]) => owed.some(({ demands }) => demands === kind);
  if (status === "suspended" && reasonClass === "paperwork_overdue" && !demanded("suspend") && may(facts, "reinstate", now)) return "reinstate";
  return status === "under_review" && !demanded("suspend") && !demanded("review") && may(facts, "end_review", now) ? "end_review" : undefined;
}

const may = (facts: MarkFacts, kind: Parameters<typeof permitChange>[0], now: Date) => permitChange(kind, { ...situationOf(facts, now), standings: ["system"] }).ok;
