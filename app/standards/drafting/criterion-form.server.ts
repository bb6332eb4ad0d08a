import type { Db } from "~/platform/database.server";
import { structuredFacts } from "../facts.server";
import { versionsOf } from "../versions.server";
import { type Draft, standardPath } from "./draft";
import type { Field } from "./field";
import { criterionFields } from "./fields";
import type { Option } from "./typed";
import { criterionPath } from "./version-files";
import { contentOf, valueAt } from "./yaml-text";

/** What the form of a criterion asks, in this draft. `fresh`: one that is not there yet is asked for its id and key too. */
export function fieldsInDraft({ files }: Draft, fresh: boolean): Field[] {
  const sections = valueAt(contentOf(files[standardPath]), ["sections"]);
  const options = (Array.isArray(sections) ? (sections as { id?: string; title?: string }[]) : []).map(
    ({ id = "", title = "" }): Option => ({ value: id, label: `${id} ${title}` }),
  );
  return criterionFields({ fresh, sections: options, facts: structuredFacts() });
}

/** What is wrong with the id of a new criterion: an id is for ever, and never used for something else. Undefined when it may be taken. */
export async function idFault(db: Db, { key, files }: Draft, id: string): Promise<string | undefined> {
  if (!/^[A-Z]{2}-\d+\.\d+$/.test(id)) return "Give it an id such as AS-5.4";
  const taken = files[criterionPath(id)] !== undefined || (await versionsOf(db, key)).some(({ standard }) => standard.criteria.some((each) => each.id === id));
  return taken ? `${id} is, or was, another criterion. Take a number that was never used.` : undefined;
}
