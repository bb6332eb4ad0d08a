import type { FoundMark } from "~/marks/found-mark";
import type { MarkStanding } from "~/marks/status";
import { paths } from "~/platform/paths";
import { roomWords } from "~/providers/capacity-words";
import { breakWords } from "~/providers/closures";
import { type ProviderToday, type PublicProvider, providerToday } from "../provider";
import { some, telecomOf } from "./organization";
import type { HealthcareService } from "./shapes";

/** What a mark covers. A mark for one thing is no mark for everything its holder does, so each has a service of its own. Nobody is told how to refer on the strength of a mark that is over. */
export function healthcareServiceOf(
  mark: FoundMark,
  standing: MarkStanding,
  statement: string,
  provider: PublicProvider,
  { now, origin }: { now: Date; origin: string },
): HealthcareService {
  const { holder, scope, code } = mark;
  const today = providerToday(provider, now);
  return {
    resourceType: "HealthcareService",
    id: code,
    identifier: [{ system: origin + paths.marks, value: code }],
    active: standing.inForce,
    providedBy: { reference: `Organization/${provider.id}`, display: holder.name },
    name: `${holder.name}: ${scope.length > 0 ? scope.join("; ") : holder.standard.title}`,
    ...some(
      "type",
      scope.map((text) => ({ text })),
    ),
    comment: statement,
    telecom: [...(standing.inForce ? telecomOf(provider) : []), { system: "url", value: origin + paths.mark(code) }],
    ...(standing.inForce ? referring(provider, today) : {}),
  };
}

function referring({ facts }: PublicProvider, today: ProviderToday) {
  const said = (key: string) => {
    const value = facts[key]?.value;
    return Array.isArray(value) ? value.join(" ") : typeof value === "string" ? value : "";
  };
  const eligibility = [said("who_for"), said("what_we_cannot_support") && `What they cannot support: ${said("what_we_cannot_support")}`]
    .filter(Boolean)
    .map((comment) => ({ comment }));
  const pause = today.plannedBreak;
  return {
    ...(said("how_to_refer") ? { extraDetails: `How to refer: ${said("how_to_refer")}` } : {}),
    ...some("eligibility", eligibility),
    ...some("notAvailable", pause ? [{ description: breakWords(pause), during: { start: pause.from, end: pause.to } }] : []),
    availabilityExceptions: today.suspended.length > 0 ? "A mark of theirs is suspended. Do not refer until you have checked with us." : roomWords(today.room).sentence,
  };
}
