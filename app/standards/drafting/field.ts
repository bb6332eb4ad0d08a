import type { FactValue, Rule } from "#standards/format";
import { canonical } from "../canonical";
import { isRuleKept, ruleFrom, typedRule } from "./rule-typed";
import type { Option, Typed } from "./typed";
import { type Edit, type Path, valueAt } from "./yaml-text";

/**
 * `line` and `words` are text; `number`, chosen where it has options; `yes` a box; `choice` one of several; `ticks` any of several; `rows` a list of sentences that can be moved;
 * `lines` a list, one a line; `rule` when something applies; `sections` ids with titles.
 */
type Kind = "line" | "words" | "number" | "yes" | "choice" | "ticks" | "rows" | "lines" | "rule" | "sections";
/** One thing a file says, and how a form asks for it. An optional one that is left empty is taken out of the file. */
export type Field = { name: string; path: Path; kind: Kind; label: string; hint?: string; options?: readonly Option[]; optional?: true };

/** What the form shows for a file's content. */
export function typedFrom(fields: readonly Field[], content: unknown): Typed {
  return Object.assign({}, ...fields.map((field) => typedOne(field, valueAt(content, field.path)))) as Typed;
}

function typedOne({ name, kind }: Field, value: unknown): Typed {
  if (kind === "rule") return typedRule(name, value as Rule | undefined);
  if (kind === "sections") {
    const rows = listOf(value) as { id?: unknown; title?: unknown }[];
    return { [`${name}_id`]: rows.map(({ id }) => said(id)), [`${name}_title`]: rows.map(({ title }) => said(title)) };
  }
  if (kind === "rows") return { [name]: listOf(value).map(said), [`${name}_place`]: listOf(value).map((_, at) => String(at + 1)) };
  if (kind === "lines") return { [name]: [listOf(value).map(said).join("\n")] };
  if (kind === "ticks") return { [name]: listOf(value).map(said) };
  if (kind === "yes") return { [name]: value === true ? ["yes"] : [] };
  return { [name]: [said(value)] };
}

/** What has to change in a file for it to say what was typed. What is the same is left out, and so is a field that the form did not have. */
export function editsFor(fields: readonly Field[], content: unknown, typed: Typed): Edit[] {
  return fields.flatMap((field) => {
    if (typed[inputOf(field)] === undefined && field.kind !== "yes" && field.kind !== "ticks") return [];
    const before = valueAt(content, field.path);
    const value = valueFrom(field, typed, before);
    const same = canonical(value ?? null) === canonical(before ?? null) || (before === undefined && isDefault(field, value));
    return same ? [] : [{ path: field.path, value }];
  });
}

/** The input that a form with this field has in any case. Boxes that are not ticked are not sent. */
const inputOf = ({ name, kind }: Field) => (kind === "rule" ? `${name}_kind` : kind === "sections" ? `${name}_id` : name);

function valueFrom({ name, kind, optional, options = [] }: Field, typed: Typed, before: unknown): unknown {
  const all = typed[name] ?? [];
  const first = folded(all[0] ?? "");
  if (kind === "rule") return isRuleKept(name, typed) ? before : ruleFrom(name, typed);
  if (kind === "sections") return sections(typed[`${name}_id`] ?? [], typed[`${name}_title`] ?? []);
  if (kind === "rows") return inPlaces(all.map(folded), typed[`${name}_place`] ?? []);
  if (kind === "lines") return none((all[0] ?? "").split(/\r?\n/).map(folded).filter(Boolean), optional);
  if (kind === "ticks") return inTheirOrder(listOf(before).map(said), all, options);
  if (kind === "yes") return all.includes("yes");
  if (first === "" && optional) return undefined;
  return kind === "number" && /^\d{1,6}$/.test(first) ? Number(first) : first;
}

/** A file need not say what is so anyway. */
const isDefault = ({ kind }: Field, value: unknown) =>
  value === undefined || (kind === "yes" && value === false) || (kind === "rule" && value === "always") || (["ticks", "lines"].includes(kind) && listOf(value).length === 0);

/** Sentences by the numbers beside them. One that was given another's place takes it; empty ones go. */
function inPlaces(words: string[], places: string[]): string[] {
  return words
    .map((text, at) => {
      const place = Number(places[at]?.trim() || at + 1);
      const wanted = Number.isFinite(place) ? place : at + 1;
      return { text, rank: wanted + Math.sign(wanted - (at + 1)) / 2 };
    })
    .filter(({ text }) => text !== "")
    .sort((a, b) => a.rank - b.rank)
    .map(({ text }) => text);
}

const sections = (ids: string[], titles: string[]) =>
  ids.map((id, at) => ({ id: folded(id), title: folded(titles[at] ?? "") })).filter(({ id, title }) => id !== "" || title !== "");

/** What was ticked before stays where it was; what is new follows in the order it is offered. */
function inTheirOrder(before: string[], ticked: string[], options: readonly Option[]): string[] {
  const stay = before.filter((each) => ticked.includes(each));
  return [...stay, ...options.map(({ value }) => value).filter((value) => ticked.includes(value) && !stay.includes(value))];
}

const none = (list: string[], optional: true | undefined) => (optional && list.length === 0 ? undefined : list);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const said = (value: unknown) => (value === undefined || value === null ? "" : String(value as FactValue));
/** Text of a standard has no line breaks of its own: where a line ends is the page's business. */
const folded = (text: string) => text.replace(/\s+/g, " ").trim();
