/** Looking for a provider: what may be asked, and in which order they are shown. */
import { z } from "zod";
import type { Fact } from "#standards/facts-format";
import type { Language } from "~/platform/words";
import { fits, type Wanted } from "./fitting";
import { type ProviderToday, type PublicProvider, providerToday } from "./provider";
import { registerWords } from "./words/register-words";

/** More than anybody types is cut, not left out: without it a search would answer with everything. */
const words = z
  .string()
  .trim()
  .transform((text) => text.slice(0, 100))
  .catch("");

const standardKey = /^[a-z][a-z0-9-]{0,60}$/;

/** A search as it stands in an address. Whatever cannot be read is left out, so that every address answers something. */
export const Search = z.object({
  q: words,
  standard: z.string().trim().regex(standardKey).optional().catch(undefined),
  accepting: z.string().trim().pipe(z.literal("yes")).optional().catch(undefined),
  near: words,
  within: words,
  need: words,
  activity: words,
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  per_page: z.coerce
    .number()
    .int()
    .min(1)
    .transform((asked) => Math.min(asked, 100))
    .catch(20),
});
export type Search = z.infer<typeof Search>;

/** Reads the query of an address. Never refuses: see `Search`. */
export const readSearch = (query: URLSearchParams): Search =>
  Search.parse({ ...Object.fromEntries(Object.keys(Search.shape).map((key) => [key, query.get(key) ?? undefined])), q: query.get("q") ?? "" });

/** What was asked for and is not taken into account, each in a sentence: an answer must not look as if it did what it did not. */
export const notesOn = ({ near, within }: Search, language: Language = "en"): string[] => (near || within ? [registerWords(language)("register.notes.distance")] : []);

/** What a person is not shown a box for and was searched by all the same, each in a sentence. */
export function narrowedBy({ need, activity }: Search, language: Language): string[] {
  const t = registerWords(language);
  return [...(need ? [t("register.narrowed.need", { need })] : []), ...(activity ? [t("register.narrowed.activity", { activity })] : [])];
}

/** What a program asked for that could not be read, or was too much, each in a sentence: the answer is given as if it had not been asked. Names that no search has are not looked at. */
export function unreadIn(query: URLSearchParams): string[] {
  return Object.entries(expected).flatMap(([name, { holds, instead }]) => {
    const asked = query.get(name)?.trim() ?? "";
    return asked === "" || holds(asked) ? [] : [`${name} was “${asked.slice(0, 40)}”, and we expected ${instead}`];
  });
}

const wholeNumber = (asked: string, most: number) => Number.isInteger(Number(asked)) && Number(asked) >= 1 && Number(asked) <= most;
const expected: Record<string, { holds(asked: string): boolean; instead: string }> = {
  page: { holds: (asked) => wholeNumber(asked, 10_000), instead: "a whole number from 1 to 10000. The first page is shown." },
  per_page: { holds: (asked) => wholeNumber(asked, 100), instead: "a whole number from 1 to 100. See per_page for how many are shown." },
  standard: { holds: (asked) => standardKey.test(asked), instead: "the key of a standard, such as referral-capacity. All standards are shown." },
  accepting: { holds: (asked) => asked === "yes", instead: "yes, or nothing. Groups are shown whether they take new people or not." },
};

/** What is needed to sort one: of its facts only the planned breaks and what a search looks through. The others are read for those that are shown. */
export type Candidate = Omit<PublicProvider, "checks">;
export type Found = { candidate: Candidate; today: ProviderToday; group: Group };

/** `confirmed`: how to refer is checked, their room was confirmed in the last 30 days, and no mark of theirs is suspended. `ring_first`: all others. */
export type Group = "confirmed" | "ring_first";

/**
 * The ones to show, in order: those whose room is confirmed first; within a group the best fit, then the name. Never by level, size or how well known.
 * Only providers with a mark in force. `accepting`: confirmed openings, and after them those who last said they were open.
 * `list`: the facts with their words, for what people come for and what there is to do.
 */
export function listed(candidates: Candidate[], search: Pick<Search, "q" | "standard" | "accepting"> & Wanted, now: Date, list: readonly Fact[] = []): Found[] {
  const found = candidates.flatMap((candidate): Found[] => {
    const today = providerToday(candidate, now);
    const covers = today.inForce.some(({ mark }) => search.standard === undefined || mark.standardKey === search.standard);
    if (!covers || (search.accepting && !mayBeOpen(today)) || !fits(candidate, today, search, list)) return [];
    return [{ candidate, today, group: today.suspended.length === 0 && today.referralDetails === "checked" && today.room.freshness === "confirmed" ? "confirmed" : "ring_first" }];
  });
  const fit = new Map(found.map(({ candidate }) => [candidate.id, fitOf(candidate, search.q)]));
  return found.sort(
    (a, b) => groups.indexOf(a.group) - groups.indexOf(b.group) || (fit.get(a.candidate.id) ?? 0) - (fit.get(b.candidate.id) ?? 0) || byName(a.candidate, b.candidate),
  );
}

const groups: Group[] = ["confirmed", "ring_first"];

/** Confirmed as open, or last said to be: the second kind is shown apart, and never said to be open. What is unknown, full or closed is not shown, and nobody with a mark suspended. */
const mayBeOpen = ({ room, plannedBreak, suspended }: ProviderToday) => suspended.length === 0 && room.freshness !== "unknown" && room.accepting === "open" && !plannedBreak?.now;

/** 0 the name begins with it · 1 a word of the name does · 2 it is in the name · 3 it is elsewhere, such as the area. */
function fitOf({ name }: Candidate, q: string) {
  const [wanted, own] = [q, name].map((text) => text.toLowerCase());
  if (!wanted || own === undefined) return 0;
  if (own.startsWith(wanted)) return 0;
  if (own.includes(` ${wanted}`)) return 1;
  return own.includes(wanted) ? 2 : 3;
}

const alphabet = new Intl.Collator("en-GB", { sensitivity: "base", numeric: true });
const byName = (a: Candidate, b: Candidate) => alphabet.compare(a.name, b.name) || alphabet.compare(a.area, b.area) || (a.slug < b.slug ? -1 : 1);
