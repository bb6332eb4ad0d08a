import { ChangeType } from "#standards/changes-format";
import { changesPath, type Draft } from "./draft";
import type { Field } from "./field";
import { changeFields, sunsetFields } from "./fields";
import type { Typed } from "./typed";
import { criterionIn, criterionPath, editFile } from "./version-files";
import { contentOf, valueAt } from "./yaml-text";

/** `name` is what an address calls it; `there` is false for one that is not on the list yet. */
export type ChangeForm = { name: string; at: number; there: boolean; heading: string; fields: readonly Field[] };

/** The form for one change of the list by its number, for a new one (`new`), or for the days that the version before stays open (`sunset`). Undefined where there is none. */
export function changeForm(draft: Draft, name: string): ChangeForm | undefined {
  const { length } = listedIn(draft);
  if (name === "sunset") return { name, at: -1, there: false, heading: "How long the version before may still be sent in", fields: sunsetFields };
  // What was new a moment ago has a number once it is saved.
  if (name === "new") return { name: String(length + 1), at: length, there: false, heading: "One more change", fields: changeFields(length) };
  const at = Number(name) - 1;
  if (!/^\d{1,3}$/.test(name) || at < 0 || at >= Math.max(1, length)) return undefined;
  return { name, at, there: at < length, heading: `Change ${name}`, fields: changeFields(at) };
}

/** What the form of a change that is not on the list yet holds already: what its address says it is about. Anything else in the address is left out. */
export function changeAbout(search: URLSearchParams): Typed {
  const type = ChangeType.safeParse(search.get("type"));
  const criterion = search.get("criterion") ?? "";
  return { ...(type.success && { type: [type.data] }), ...(criterionIn(criterionPath(criterion)) && { criteria: [criterion] }) };
}

/** The list's file without the change at a place. */
export const withoutChange = (draft: Draft, at: number): string =>
  editFile(changesPath, draft.files[changesPath], [{ path: ["changes"], value: listedIn(draft).filter((_, place) => place !== at) }]);

function listedIn({ files }: Draft): unknown[] {
  const listed = valueAt(contentOf(files[changesPath]), ["changes"]);
  return Array.isArray(listed) ? listed : [];
}
