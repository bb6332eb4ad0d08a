import type { MarkCode } from "~/marks/code";
import { paths } from "~/platform/paths";
import type { Room } from "~/providers/capacity";
import { roomWords } from "~/providers/capacity-words";
import type { PlannedBreak } from "~/providers/closures";
import { instant, markAnswer } from "./mark-answer";
import { marksSaid, type ProviderToday, type PublicProvider, providerToday } from "./provider";
import type { ProviderAnswer, RegisterLine, RoomAnswer } from "./public-shapes";
import { statedNumbers } from "./stated-numbers";

/** What a machine is told of a provider. `labels` are the facts' names, by key. */
export function providerAnswer(provider: PublicProvider, now: Date, origin: string, labels: Record<string, string>): ProviderAnswer {
  const today = providerToday(provider, now);
  return {
    ...line(provider, today, origin),
    as_at: instant(now),
    marks: marksSaid(today).map(({ mark, standing }) => markAnswer(mark, now, origin, standing)),
    facts: Object.fromEntries(Object.entries(provider.facts).map(([key, { value, on }]) => [key, { label: labels[key] ?? key, value, stated_on: on }])),
    former_names: provider.history?.formerly ?? [],
    part_of: provider.history?.partOf ?? null,
    handed_over: (provider.history?.handedOver ?? []).map((each) => ({ ...each, code: each.code as MarkCode, page: origin + paths.mark(each.code) })),
    stated_identifiers: statedNumbers(provider).map(({ scheme, id, on }) => ({ scheme, id, stated_on: on })),
    contact_checks: Object.entries(provider.checks).map(([route, { worked, on }]) => ({ route: route as "phone" | "email", worked, checked_on: on })),
  };
}

/** One line of the register. */
export function registerLine(provider: PublicProvider, today: ProviderToday, origin: string): RegisterLine {
  return {
    ...line(provider, today, origin),
    marks: today.inForce.map(({ mark: { code, holder, facts }, standing }) => ({
      code: code as MarkCode,
      standard: holder.standard,
      level: standing.level,
      status: standing.status,
      awarded_on: facts.awardedOn,
      valid_until: facts.validUntil,
      page: origin + paths.mark(code),
    })),
  };
}

function line({ name, slug, area, identifiers, facts }: PublicProvider, { room, plannedBreak, referralDetails, takingNewPeople, suspended }: ProviderToday, origin: string) {
  return {
    name,
    slug,
    area,
    identifiers,
    page: origin + paths.provider(slug),
    referral_details: referralDetails,
    taking_new_people: takingNewPeople,
    mark_suspended: suspended.length > 0,
    room: suspended.length > 0 ? { ...roomAnswer(room, plannedBreak), ...barred } : roomAnswer(room, plannedBreak),
    phone: textOf(facts.referral_phone),
    email: textOf(facts.referral_email),
  };
}

/** What is said of room while a mark of theirs is suspended: nothing that could be taken for a yes. */
const barred = { accepting: null, wait_weeks: null, last_said: null, note: "", sentence: "A mark of theirs is suspended. Do not refer until you have checked with us." };

function roomAnswer(room: Room, pause: PlannedBreak | undefined): RoomAnswer {
  const planned_break = pause ? { from: pause.from, to: pause.to } : null;
  const { sentence } = roomWords(room);
  const nothing = { accepting: null, wait_weeks: null, last_said: null, note: "" };
  if (room.freshness === "unknown") return { freshness: "unknown", ...nothing, confirmed_on: null, planned_break, sentence };
  const said = { accepting: room.accepting, wait_weeks: room.waitWeeks };
  if (room.freshness === "confirmed") return { freshness: "confirmed", ...said, confirmed_on: room.on, last_said: null, planned_break, note: room.note, sentence };
  return { freshness: "not_confirmed", ...nothing, confirmed_on: room.on, last_said: said, planned_break, sentence };
}

const textOf = (fact: PublicProvider["facts"][string] | undefined) => (typeof fact?.value === "string" ? fact.value : null);
