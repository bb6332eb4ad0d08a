import { typedWarning } from "~/evidence/finding-words";
import { type Finding, findInText, merged } from "~/evidence/personal-data";
import { normaliseCode } from "~/marks/code";
import type { Language } from "~/platform/words";
import type { FieldErrors } from "~/ui/form";
import { concernWords } from "./words/concern-words";

/** The longest that each field may be in characters, in the order of the page. What happened has no least: a few words may be all that somebody can bring themselves to write. */
export const most = { group: 200, where: 500, words: 5000, contact: 254, name: 100 } as const;
export type ConcernField = keyof typeof most;
export const concernFields = Object.keys(most) as ConcernField[];

/**
 * What was typed, to be shown again. `code`: of the mark it is about, as it came with the address. `once`: the form it was typed into.
 * `asItIs`: whoever sends it has been told that it may hold personal details. `website`: nobody sees this field, so nobody fills it.
 */
export type ConcernTyped = Record<ConcernField, string> & { code: string; once: string; mayName: boolean; asItIs: boolean; website: string };

/** Reads a form. Fields may be much too long, so that nothing is cut that somebody then would not see again. */
export function typedConcern(form: FormData, codeAsked: string): ConcernTyped {
  const field = (name: string) => String(form.get(name) ?? "").replaceAll("\r\n", "\n");
  const typed = Object.fromEntries(concernFields.map((name) => [name, field(name)])) as Record<ConcernField, string>;
  const code = (form.has("code") ? field("code") : codeAsked).slice(0, 60);
  return { ...typed, code, once: field("once").slice(0, 60), mayName: field("may_name") === "yes", asItIs: field("as_it_is") === "yes", website: field("website") };
}

export const nothingTyped = (code: string, once: string): ConcernTyped => ({
  group: "",
  where: "",
  words: "",
  name: "",
  contact: "",
  code,
  once,
  mayName: false,
  asItIs: false,
  website: "",
});

/** What can be kept. `code` in the form we print. `found`: what was found of personal details, and sent all the same. */
export type ConcernSent = Record<ConcernField, string> & { code: string | null; once: string; mayName: boolean; found: Finding[]; language: Language };
export type ConcernRead = { ok: true; sent: ConcernSent } | { ok: false; errors: FieldErrors; mayBePersonal: boolean };

/** Reads what was typed: every fault at once, in the reader's language. What looks like personal details is asked about once, and never refused for ever. */
export function readConcern(typed: ConcernTyped, language: Language): ConcernRead {
  const t = concernWords(language);
  const wrong: FieldErrors = {};
  const said = Object.fromEntries(concernFields.map((field) => [field, typed[field].trim()])) as Record<ConcernField, string>;
  const read = normaliseCode(typed.code);
  if (said.words === "") wrong.words = t("wrong.words");
  if (typed.code.trim() === "" && said.group === "") wrong.group = t("wrong.group");
  if (typed.mayName && said.name === "") wrong.name = t("wrong.name");
  for (const field of concernFields) {
    const about = { most: most[field].toLocaleString("en-GB"), typed: said[field].length.toLocaleString("en-GB") };
    if (said[field].length > most[field]) wrong[field] = t("wrong.long", about);
  }
  if (typed.website !== "") wrong.send = t("wrong.unseen");
  const found = merged([said.group, said.where, said.words].flatMap(findInText));
  if (found.length > 0 && !typed.asItIs) wrong.words ??= typedWarning(found, language);
  const errors = Object.fromEntries([...concernFields, "send"].flatMap((field) => (wrong[field] ? [[field, wrong[field]]] : [])));
  if (Object.keys(errors).length > 0) return { ok: false, errors, mayBePersonal: found.length > 0 };
  return { ok: true, sent: { ...said, code: read.ok ? read.code : typed.code.trim() || null, once: typed.once, mayName: typed.mayName, found, language } };
}
