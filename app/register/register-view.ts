/** The list of providers as plain data: the same ten rows for each, so that they can be compared. */
import type { Fact } from "#standards/facts-format";
import { levelNames, statusNames } from "~/marks/status-words";
import { paths } from "~/platform/paths";
import { roomWords, waitWords } from "~/providers/capacity-words";
import { formatShortDay } from "~/ui/dates";
import type { IconName } from "~/ui/icons";
import { type ProviderToday, type PublicProvider, suspendedSince } from "./provider";
import { type ReferView, referView, sentences, type ToldRow } from "./refer-view";
import { foundWords } from "./register-words";
import { type Group, notesOn, type Search } from "./search";

export type Card = {
  slug: string;
  name: string;
  area: string;
  group: Group;
  room: { word: string; tone: "live" | "ask" | "stop" | "end"; icon: IconName; since: string };
  wait: string;
  marks: { words: string; code: string }[];
  told: { term: string; words: string }[];
  phone: { shown: string; href: string } | null;
  checked: string;
};
export type RegisterView = {
  h1: string;
  search: Pick<Search, "q" | "standard" | "accepting">;
  notes: string[];
  standards: { value: string; label: string }[];
  cards: Card[];
  total: number;
  confirmed: number;
  page: number;
  pages: number;
};
type Found = { provider: PublicProvider; today: ProviderToday; group: Group };

/** What the page shows of what was found. `list` is the whole list of facts, for their labels; `standards` are the ones to choose from. */
export function registerView(
  found: { hits: Found[]; total: number; confirmed: number; page: number; pages: number },
  search: Search,
  list: readonly Fact[],
  standards: { key: string; title: string }[],
): RegisterView {
  const { q, standard, accepting } = search;
  const { hits, ...counts } = found;
  return {
    h1: foundWords(found, search),
    search: { q, standard, accepting },
    notes: notesOn(search),
    standards: standards.map(({ key, title }) => ({ value: key, label: title })),
    cards: hits.map((hit) => card(hit, list)),
    ...counts,
  };
}

/** The address of the same search with something changed. What is empty is left out. */
export function searchPath(search: Pick<Search, "q" | "standard" | "accepting">, changed: Partial<Pick<Search, "q" | "standard" | "accepting" | "page">> = {}): string {
  const entries = Object.entries({ ...search, ...changed }).filter(([name, value]) => value !== undefined && value !== "" && !(name === "page" && value === 1));
  const query = new URLSearchParams(entries.map(([name, value]) => [name, String(value)])).toString();
  return query ? `${paths.register}?${query}` : paths.register;
}

function card({ provider, today, group }: Found, list: readonly Fact[]): Card {
  const refer = referView(provider, list);
  const phone = refer.contacts.find(({ route }) => route === "phone");
  const { phone: rung, email } = provider.checks;
  const [newest] = [rung, email]
    .flatMap((check) => (check?.worked ? check.on : []))
    .sort()
    .reverse();
  return {
    slug: provider.slug,
    name: provider.name,
    area: provider.area,
    group,
    room: roomWord(today),
    wait: waitOf(today),
    marks: [
      ...today.suspended.map(({ mark: { code, holder }, standing }) => ({ words: `${statusNames[standing.status]}: ${holder.standard.title}`, code })),
      ...today.inForce.map(({ mark: { code, holder }, standing }) => ({ words: `${levelNames[standing.level]}: ${holder.standard.title}`, code })),
    ],
    told: [
      { term: "Who for", words: said(refer.whoFor) },
      { term: "Cannot support", words: said(refer.cannot) },
      ...rows.map(({ term, of }) => ({ term, words: said(refer.more.find((row) => row.term === of)) })),
    ],
    phone: phone ? { shown: phone.shown, href: phone.href } : null,
    checked: newest ? formatShortDay(newest) : "Not checked yet",
  };
}

const said = (row: ToldRow | undefined) => (row ? sentences(row.lines) : "They have not said");
const rows: { term: string; of: ReferView["more"][number]["term"] }[] = [
  { term: "When", of: "When" },
  { term: "Cost", of: "Cost" },
  { term: "Getting in", of: "Getting in" },
  { term: "Someone to come with", of: "Someone to come with" },
];

/** One or two words. Yes is only ever said where referral details are checked, the room was confirmed and no mark of theirs is suspended. */
function roomWord({ room, plannedBreak, referralDetails, suspended }: ProviderToday): Card["room"] {
  const barredSince = suspendedSince({ suspended });
  if (barredSince) return { tone: "stop", icon: "post-barred", word: "A mark is suspended", since: `since ${formatShortDay(barredSince)}. Check with us first` };
  const asked = { tone: "ask", icon: "door-asked" } as const;
  if (referralDetails !== "checked") return { ...asked, word: "Not checked", since: "Ring first" };
  if (room.freshness === "unknown") return { ...asked, word: "Not known", since: "Ring first" };
  if (room.freshness === "not_confirmed") return { ...asked, word: "Not confirmed", since: `since ${formatShortDay(room.on)}. Ring first` };
  const since = `Confirmed ${formatShortDay(room.on)}`;
  if (plannedBreak?.now) return { tone: "end", icon: "door-paused", word: "On a break", since: `until ${formatShortDay(plannedBreak.to)}` };
  if (room.accepting === "open") return { tone: "live", icon: "door-open", word: "Yes", since };
  if (room.accepting === "waiting_list") return { tone: "live", icon: "door-open", word: "Waiting list", since };
  return { tone: "end", icon: room.accepting === "paused" ? "door-paused" : "door-closed", word: room.accepting === "paused" ? "Paused" : "Closed", since };
}

function waitOf({ room, referralDetails, suspended }: ProviderToday): string {
  if (suspended.length > 0) return "Check with us first";
  if (room.freshness === "unknown") return "Not known";
  if (room.freshness === "not_confirmed" || referralDetails !== "checked") return roomWords({ ...room, freshness: "not_confirmed" }).lastSaid ?? "";
  if (room.waitWeeks === null) return "None taken now";
  const words = waitWords(room.waitWeeks);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
