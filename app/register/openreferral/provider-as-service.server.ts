import type { FoundMark } from "~/marks/found-mark";
import { levelNames } from "~/marks/status-words";
import { notCoveredBy } from "~/marks/top-ups/top-up-words";
import { paths } from "~/platform/paths";
import type { Room } from "~/providers/capacity";
import { roomWords } from "~/providers/capacity-words";
import { breakWords } from "~/providers/closures";
import { structuredFacts } from "~/standards/facts.server";
import { formatDay } from "~/ui/dates";
import { organizationUri } from "../org-id";
import type { ProviderToday, PublicProvider, StandingMark } from "../provider";
import { registerLine } from "../provider-answer";
import { referView, sentences } from "../refer-view";
import { idOf } from "./ids.server";
import { lastChecked } from "./last-checked";
import type { Service } from "./shapes";
import { levelTerm, type Ticked, tickTerm } from "./terms.server";

type Said = { provider: PublicProvider; today: ProviderToday; modified: Date };
type Scheme = { origin: string; email: string };

/** A provider as one service of the standard, under the same id. `email` is the scheme's own: who assured it where the last check was ours. */
export function serviceOf({ provider, today, modified }: Said, { origin, email: ours }: Scheme): Service {
  const { id: organization_id, name, facts } = provider;
  const id = organization_id;
  const line = registerLine(provider, today, origin);
  const email = line.email ?? undefined;
  const checked = lastChecked(provider);
  const number = (key: string) => (typeof facts[key]?.value === "number" ? facts[key].value : undefined);
  return {
    id,
    organization_id,
    name,
    description: descriptionOf(provider),
    url: line.page,
    email,
    status: statusOf(today),
    accreditations: accreditationsOf(today, origin),
    minimum_age: number("age_min"),
    maximum_age: number("age_max"),
    assured_date: checked?.on,
    assurer_email: checked && (checked.by === "us" ? ours : email),
    alert: alertOf(today),
    last_modified: modified.toISOString(),
    organization: organizationOf(provider, email),
    service_areas: lines(provider, "catchment").map((area) => ({ id: idOf(id, "area", area), service_id: id, name: area })),
    languages: lines(provider, "languages").map((language) => ({ id: idOf(id, "language", language), service_id: id, name: language })),
    schedules: lines(provider, "days_times").map((description) => ({ id: idOf(id, "schedule", description), service_id: id, description })),
    cost_options: lines(provider, "cost_to_person").map((amount_description) => ({
      id: idOf(id, "cost", amount_description),
      service_id: id,
      amount: /^free\b/i.test(amount_description) ? 0 : undefined,
      amount_description,
    })),
    contacts: line.phone ? [contact(id, line.phone)] : [],
    attributes: attributesOf(id, provider, today, origin),
  };
}

function statusOf({ inForce, suspended, room }: ProviderToday): Service["status"] {
  if (inForce.length === 0 || suspended.length > 0) return "inactive";
  return room.freshness !== "unknown" && room.accepting === "paused" ? "temporarily closed" : "active";
}

/** What matters now, with days and never with how long ago: a copy is read later. */
function alertOf({ suspended, inForce, referralDetails, room, plannedBreak }: ProviderToday): string {
  if (suspended.length > 0) return "A mark of theirs is suspended. Do not refer until you have checked with us.";
  if (inForce.length === 0) return "No mark of theirs is in force. Do not rely on an earlier one.";
  const details = { checked: [], not_currently_checked: ["Referral details are not currently checked."], not_checked: ["Referral details have not been checked."] }[
    referralDetails
  ];
  return [...details, roomOn(room), ...(plannedBreak ? [`${breakWords(plannedBreak)}.`] : [])].join(" ");
}

function roomOn(room: Room): string {
  const { headline, sentence } = roomWords(room);
  return room.freshness === "confirmed" ? `Taking new people: ${headline}. Confirmed on ${formatDay(room.on)}.` : sentence;
}

/** Only what is in force, each with what it covers and where it can be checked. */
function accreditationsOf({ inForce }: ProviderToday, origin: string): string | undefined {
  if (inForce.length === 0) return undefined;
  return inForce
    .map(({ mark, standing }) =>
      [markWords(mark, standing), ...notCoveredBy(mark.topUps, "en").map((each) => `${each}.`), `Check it at ${origin}${paths.mark(mark.code)}`].join(" "),
    )
    .join("\n");
}

function markWords({ holder: { standard }, scope, facts }: FoundMark, { level }: StandingMark["standing"]): string {
  const covers = scope.length > 0 ? ` It covers: ${scope.join("; ")}.` : "";
  return `Waymark quality mark for ${standard.title} ${standard.version}: ${levelNames[level]}, given on ${formatDay(facts.awardedOn)}, in force until ${formatDay(facts.validUntil)} at the latest.${covers}`;
}

/** What they tell a referrer, each thing under its name. */
function descriptionOf(provider: PublicProvider): string {
  const { whoFor, cannot, steps, more } = referView(provider, structuredFacts());
  return [whoFor, cannot, steps, ...more].flatMap((row) => (row ? [`${row.term}: ${sentences(row.lines)}`] : [])).join("\n\n");
}

function organizationOf({ id, name, area, identifiers }: PublicProvider, email: string | undefined): Service["organization"] {
  return {
    id,
    name,
    description: area ? `${name}, ${area}` : name,
    email,
    uri: identifiers.map(organizationUri).find(Boolean),
    organization_identifiers: identifiers.map(({ scheme, id: identifier }) => ({
      id: idOf(id, "identifier", scheme, identifier),
      organization_id: id,
      identifier_scheme: scheme,
      identifier_type: scheme,
      identifier,
    })),
  };
}

function contact(serviceOfIt: string, number: string): Service["contacts"][number] {
  const id = idOf(serviceOfIt, "contact");
  return { id, service_id: serviceOfIt, phones: [{ id: idOf(id, "phone", number), contact_id: id, number }] };
}

function attributesOf(id: string, provider: PublicProvider, { inForce }: ProviderToday, origin: string): Service["attributes"] {
  const link = { link_id: id, link_entity: "service" as const };
  const marks = inForce.map(({ mark, standing }) => {
    const taxonomy_term = levelTerm(standing.level, origin);
    return { id: idOf(id, mark.code), ...link, link_type: "quality_mark", taxonomy_term_id: taxonomy_term.id, value: `${origin}${paths.mark(mark.code)}`, taxonomy_term };
  });
  const ticks = (key: Ticked, link_type: string) =>
    lines(provider, key).map((value) => {
      const taxonomy_term = tickTerm(key, value, origin);
      return { id: idOf(id, key, value), ...link, link_type, taxonomy_term_id: taxonomy_term.id, taxonomy_term };
    });
  return [...marks, ...ticks("helps_with", "need"), ...ticks("activity_types", "activity")];
}

/** What they said of something, line by line, each once. */
function lines({ facts }: PublicProvider, key: string): string[] {
  const value = facts[key]?.value;
  return [...new Set(Array.isArray(value) ? value : typeof value === "string" ? [value] : [])];
}
