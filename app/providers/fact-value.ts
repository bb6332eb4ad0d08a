/** Whether a value may stand for a fact, by the fact's own type and bounds (`standards/facts.yaml`). */
import { z } from "zod";
import type { Fact } from "#standards/facts-format";
import type { FactValue } from "#standards/format";
import { isDay } from "~/ui/dates";
import { isInForm } from "./number-forms";

/** In one word. `fact-words.ts` says it in a sentence. */
export type FactFault =
  | "unknown_fact"
  | "not_yours_to_state"
  | "wrong_kind"
  | "missing"
  | "too_short"
  | "too_long"
  | "too_small"
  | "too_big"
  | "not_whole"
  | "not_an_option"
  | "too_many_lines"
  | "not_a_phone"
  | "not_an_email"
  | "not_a_day"
  | "not_a_month"
  | "not_a_range"
  | "not_in_form"
  | "says_nothing";
export type ReadFact = { ok: true; value: FactValue } | { ok: false; why: FactFault };

/** These are said with the room, or found out by us; nobody types them here. */
const keptElsewhere = new Set(["accepting_now", "typical_wait_days", "capacity_confirmed_on", "capacity_confirmed_by_role", "contact_last_checked_on"]);
export const isStated = (fact: Fact) => fact.set_by === "provider" && !keptElsewhere.has(fact.key);

/** Reads one value, trimmed and with empty lines left out. Blank text, an empty list of lines and wrong types are refused; an empty tick list is an answer. */
export function readFact(fact: Fact, value: unknown): ReadFact {
  if (!isStated(fact)) return refuse("not_yours_to_state");
  switch (fact.type) {
    case "yes_no":
      return typeof value === "boolean" ? accept(value) : refuse("wrong_kind");
    case "choice":
      return withText(value, (text) => (isOption(fact, text) ? accept(text) : refuse("not_an_option")));
    case "tick_list":
      return readTicks(fact, value);
    case "whole_number":
    case "decimal":
      return readNumber(fact, value);
    case "lines":
      return readLines(fact, value);
    case "date_ranges":
      return readRanges(value);
    default:
      return withText(value, (text) => bounded(fact, text) ?? shaped(fact, text));
  }
}

function readTicks(fact: Fact, value: unknown): ReadFact {
  const list = Strings.safeParse(value);
  if (!list.success) return refuse("wrong_kind");
  if (!list.data.every((each) => isOption(fact, each))) return refuse("not_an_option");
  // In the order of the list, each once: the same ticks are always the same value.
  return accept((fact.options ?? []).map((option) => option.value).filter((option) => list.data.includes(option)));
}

function readNumber(fact: Fact, value: unknown): ReadFact {
  if (typeof value !== "number" || !Number.isFinite(value)) return refuse("wrong_kind");
  if (fact.type === "whole_number" && !Number.isInteger(value)) return refuse("not_whole");
  if (fact.min !== undefined && value < fact.min) return refuse("too_small");
  if (fact.max !== undefined && value > fact.max) return refuse("too_big");
  return accept(value);
}

const linesAtMost: Record<string, number> = { how_to_refer: 3 };

function readLines(fact: Fact, value: unknown): ReadFact {
  const list = Strings.safeParse(value);
  if (!list.success) return refuse("wrong_kind");
  const lines = list.data.map((line) => line.trim()).filter(Boolean);
  if (lines.length === 0) return refuse("missing");
  if (lines.length > (linesAtMost[fact.key] ?? 20)) return refuse("too_many_lines");
  if (lines.some((line) => line.length > 200)) return refuse("too_long");
  return bounded(fact, lines.join("\n")) ?? accept(lines);
}

function readRanges(value: unknown): ReadFact {
  const list = Strings.safeParse(value);
  if (!list.success) return refuse("wrong_kind");
  if (list.data.length > 12) return refuse("too_many_lines");
  const good = list.data.every((range) => {
    const [from = "", to = "", ...more] = range.split("/");
    return more.length === 0 && isDay(from) && isDay(to) && from <= to;
  });
  return good ? accept(list.data) : refuse("not_a_range");
}

/** A limit of everyone is never "none": what a provider cannot support must be said. */
const nothing = /^(none|nothing|n\s*\/?\s*a|not applicable|no limits?)[.!\s]*$/i;

function bounded(fact: Fact, text: string): ReadFact | undefined {
  if (fact.key === "what_we_cannot_support" && nothing.test(text.trim())) return refuse("says_nothing");
  if (text.length < (fact.min_length ?? 1)) return refuse(text.length === 0 ? "missing" : "too_short");
  if (text.length > (fact.max_length ?? 1000)) return refuse("too_long");
  return isInForm(fact.key, text) ? undefined : refuse("not_in_form");
}

function shaped(fact: Fact, text: string): ReadFact {
  if (fact.type === "phone" && !isPhone(text)) return refuse("not_a_phone");
  if (fact.type === "email" && !z.email().max(254).safeParse(text).success) return refuse("not_an_email");
  if (fact.type === "date" && !isDay(text)) return refuse("not_a_day");
  if (fact.type === "month" && !isDay(`${text}-01`)) return refuse("not_a_month");
  return accept(text);
}

/** A number that can be rung from here: UK numbers of 9 to 11 digits, or +44 in front of them. */
function isPhone(text: string) {
  const digits = text.replace(/[\s().-]/g, "");
  return /^0\d{8,10}$/.test(digits) || /^(\+|00)440?\d{8,10}$/.test(digits);
}

function withText(value: unknown, read: (text: string) => ReadFact): ReadFact {
  if (typeof value !== "string") return refuse("wrong_kind");
  const text = value.replace(/\s+/g, " ").trim();
  return text === "" ? refuse("missing") : read(text);
}

const Strings = z.array(z.string()).max(100);
const isOption = (fact: Fact, value: string) => fact.options?.some((option) => option.value === value) ?? false;
const accept = (value: FactValue): ReadFact => ({ ok: true, value });
const refuse = (why: FactFault): ReadFact => ({ ok: false, why });
