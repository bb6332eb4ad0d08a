/** The list of providers as plain data: the same ten rows for each, so that they can be compared. */
import type { Fact } from "#standards/facts-format";
import { levelNamesIn } from "~/marks/status-words";
import { paths } from "~/platform/paths";
import { inLanguage, type Language } from "~/platform/words";
import { roomWords, waitWords } from "~/providers/capacity-words";
import { formatShortDay } from "~/ui/dates";
import type { IconName } from "~/ui/icons";
import { type ProviderToday, type PublicProvider, suspendedSince } from "./provider";
import { type RowName, referView, sentences, type ToldRow } from "./refer-view";
import { foundWords } from "./register-words";
import { type Group, narrowedBy, notesOn, type Search } from "./search";
import { registerWords } from "./words/register-words";

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
  search: Pick<Search, Kept>;
  notes: string[];
  standards: { value: string; label: string }[];
  cards: Card[];
  total: number;
  confirmed: number;
  page: number;
  pages: number;
};
/** What goes on to the next page of the same search. */
type Kept = "q" | "standard" | "accepting" | "need" | "activity";
type Found = { provider: PublicProvider; today: ProviderToday; group: Group };

/** What the page shows of what was found. `list` is the whole list of facts, for their labels; `standards` are the ones to choose from. */
export function registerView(
  found: { hits: Found[]; total: number; confirmed: number; page: number; pages: number },
  search: Search,
  list: readonly Fact[],
  standards: { key: string; title: string }[],
  language: Language,
): RegisterView {
  const { q, standard, accepting, need, activity } = search;
  const { hits, ...counts } = found;
  return {
    h1: foundWords(found, search, language),
    search: { q, standard, accepting, need, activity },
    notes: [...narrowedBy(search, language), ...notesOn(search, language)],
    standards: standards.map(({ key, title }) => ({ value: key, label: title })),
    cards: hits.map((hit) => card(hit, list, language)),
    ...counts,
  };
}

/** The address of the same search with something changed, in the same language. What is empty is left out. */
export function searchPath(search: Partial<Pick<Search, Kept>>, changed: Partial<Pick<Search, Kept | "page">>, language: Language): string {
  const entries = Object.entries({ ...search, ...changed }).filter(([name, value]) => value !== undefined && value !== "" && !(name === "page" && value === 1));
  const query = new URLSearchParams(entries.map(([name, value]) => [name, String(value)])).toString();
  return inLanguage(query ? `${paths.register}?${query}` : paths.register, language);
}

function card({ provider, today, group }: Found, list: readonly Fact[], language: Language): Card {
  const t = registerWords(language);
  const said = (row: ToldRow | undefined) => (row ? sentences(row.lines) : t("register.unsaid"));
  const refer = referView(provider, list, language);
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
    room: roomWord(today, language),
    wait: waitOf(today, language),
    marks: [
      ...today.suspended.map(({ mark: { code, holder } }) => ({ words: t("register.suspended", { standard: holder.standard.title }), code })),
      ...today.inForce.map(({ mark: { code, holder }, standing }) => ({
        words: t("register.mark", { level: levelNamesIn(language)[standing.level], standard: holder.standard.title }),
        code,
      })),
    ],
    told: [
      { term: t("register.rows.who_for"), words: said(refer.whoFor) },
      { term: t("register.rows.cannot"), words: said(refer.cannot) },
      ...rows.map((about) => ({ term: t(`refer.rows.${about}`), words: said(refer.more.find((row) => row.about === about)) })),
    ],
    phone: phone ? { shown: phone.shown, href: phone.href } : null,
    checked: newest ? formatShortDay(newest, language) : t("register.not_checked_yet"),
  };
}

const rows = ["when", "cost", "getting_in", "with_someone"] as const satisfies readonly RowName[];

/** One or two words. Yes is only ever said where referral details are checked, the room was confirmed and no mark of theirs is suspended. */
function roomWord({ room, plannedBreak, referralDetails, suspended }: ProviderToday, language: Language): Card["room"] {
  const t = registerWords(language);
  const short = (day: string) => ({ on: formatShortDay(day, language) });
  const barredSince = suspendedSince({ suspended });
  if (barredSince) return { tone: "stop", icon: "post-barred", word: t("register.room.suspended"), since: t("register.room.suspended_since", short(barredSince)) };
  const asked = { tone: "ask", icon: "door-asked" } as const;
  if (referralDetails !== "checked") return { ...asked, word: t("register.room.not_checked"), since: t("register.room.ring") };
  if (room.freshness === "unknown") return { ...asked, word: t("register.room.unknown"), since: t("register.room.ring") };
  if (room.freshness === "not_confirmed") return { ...asked, word: t("register.room.not_confirmed"), since: t("register.room.not_confirmed_since", short(room.on)) };
  if (plannedBreak?.now) return { tone: "end", icon: "door-paused", word: t("register.room.break"), since: t("register.room.break_until", short(plannedBreak.to)) };
  const said = { word: t(`register.room.${room.accepting}`), since: t("register.room.confirmed", short(room.on)) };
  if (room.accepting === "open" || room.accepting === "waiting_list") return { tone: "live", icon: "door-open", ...said };
  return { tone: "end", icon: room.accepting === "paused" ? "door-paused" : "door-closed", ...said };
}

function waitOf({ room, referralDetails, suspended }: ProviderToday, language: Language): string {
  const t = registerWords(language);
  if (suspended.length > 0) return t("register.wait.suspended");
  if (room.freshness === "unknown") return t("register.wait.unknown");
  if (room.freshness === "not_confirmed" || referralDetails !== "checked") return roomWords({ ...room, freshness: "not_confirmed" }, language).lastSaid ?? "";
  if (room.waitWeeks === null) return t("register.wait.none");
  const words = waitWords(room.waitWeeks, language);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
