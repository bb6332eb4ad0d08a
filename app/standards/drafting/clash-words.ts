import { type Word, wordsChanged } from "../pieces";
import type { Field } from "./field";
import { comparedFields } from "./fields";
import { type Clash, clashAbout, type Side } from "./three-way";
import { valueWords } from "./value-words";
import { valueAt } from "./yaml-text";

/** A clash as a page shows it: of which criterion (none: the standard as a whole), of what, and each side's text with what it changed. No text: that side took it out. `name` names it in a form. */
export type ClashShown = { name: string; criterion?: string; label: string; sides: Record<Side, Word[] | undefined> };

/** `labels` name the facts. */
export function clashWords(clash: Clash, labels: Record<string, string>): ClashShown {
  const criterion = clashAbout(clash);
  const fields = criterion === undefined ? comparedFields.standard : comparedFields.criterion;
  const field = fields.find(({ path }) => path.join(".") === clash.path.join("."));
  const text = (value: unknown) => (clash.path.length === 0 ? wholeWords(value, fields, labels) : valueWords(field ?? plain, value, labels));
  const side = (value: unknown) => (value === undefined && clash.path.length === 0 ? undefined : wordsChanged({ old: text(clash.before), new: text(value) }));
  return {
    name: clashName(clash),
    ...(criterion !== undefined && { criterion }),
    label: clash.path.length === 0 ? "The whole of it" : (field?.label ?? clash.path.join(", ").replaceAll("_", " ")),
    sides: { mine: side(clash.mine), theirs: side(clash.theirs) },
  };
}

/** What a form calls a clash. */
export const clashName = ({ id }: Pick<Clash, "id">) => `take-${id.replace(/[^A-Za-z0-9]+/g, "-")}`;

const plain: Field = { name: "", path: [], kind: "line", label: "" };

const wholeWords = (value: unknown, fields: readonly Field[], labels: Record<string, string>): string =>
  fields
    .filter(({ name }) => ["title", "statement", "met", "leading"].includes(name))
    .map((field) => valueWords(field, valueAt(value, field.path), labels))
    .filter(Boolean)
    .join("\n");
