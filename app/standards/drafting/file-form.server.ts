import type { Actor } from "~/accounts/actor";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { factLabels } from "../facts.server";
import { type Beside, besideFields } from "./beside-fields";
import { changesPath, type Draft, standardPath } from "./draft";
import { examine } from "./examine.server";
import { editsFor, type Field, typedFrom } from "./field";
import type { DraftState } from "./moves";
import type { ToList } from "./to-list";
import { type Typed, typedOf } from "./typed";
import { valueWords } from "./value-words";
import { criterionIn, editFile } from "./version-files";
import { markOf, writeFile } from "./write.server";
import { contentOf, valueAt } from "./yaml-text";

/** A file as a form: what it says, what is to be put right in it, beside the field, and what of it the list of changes does not name yet. `madeFrom` goes along with the form. `reading`: the same as text, where the draft cannot be written. */
export type FileForm = Beside & { draftId: string; toList: ToList[]; typed: Typed; madeFrom: string; reading: Reading | undefined };
/** What a file says of each field that it fills, and where its draft is. */
export type Reading = { state: DraftState; said: { label: string; words: string }[] };

/** One file of a draft as a form of these fields. A file that is not there yet is an empty form without a word of blame. */
export async function fileForm(db: Db, draft: Draft, path: string, fields: readonly Field[]): Promise<FileForm> {
  const text = draft.files[path];
  const { checked, ...examined } = await examine(db, draft);
  const beside =
    text === undefined
      ? { errors: {}, rest: [] }
      : besideFields(
          text,
          fields,
          checked.faults.filter(({ file, unsaid }) => file === path && !unsaid),
        );
  const about = path === standardPath ? undefined : criterionIn(path);
  const toList = text === undefined || path === changesPath ? [] : examined.toList.filter(({ criterion }) => criterion === about);
  return {
    ...beside,
    draftId: draft.id,
    toList,
    typed: typedFrom(fields, contentOf(text)),
    madeFrom: markOf(text),
    reading: draft.state === "draft" ? undefined : { state: draft.state, said: saidIn(fields, text) },
  };
}

function saidIn(fields: readonly Field[], text: string | undefined): Reading["said"] {
  const content = contentOf(text);
  const labels = factLabels();
  return fields.flatMap((field) => {
    const value = valueAt(content, field.path);
    return value === undefined ? [] : [{ label: field.label, words: valueWords(field, value, labels) }];
  });
}

/** What another editor saved meanwhile, field by field where it is not what was typed. */
export type Theirs = { label: string; words: string }[];
export type Saved = { ok: true } | { ok: false; why: "wrong_state"; typed: Typed } | { ok: false; why: "changed_meanwhile"; typed: Typed; theirs: Theirs; madeFrom: string };

/** Saves what was typed into one file: only what is different is touched. Undefined for who is no editor, or no such draft. */
export async function saveTyped(db: Db, clock: Clock, actor: Actor, draft: Draft, path: string, fields: readonly Field[], form: FormData): Promise<Saved | undefined> {
  const typed = typedOf(form);
  const there = draft.files[path];
  const text = editFile(path, there, editsFor(fields, contentOf(there), typed));
  const written = await writeFile(db, clock, actor, { draftId: draft.id, path, madeFrom: String(form.get("made_from") ?? ""), text });
  if (!written || written.ok) return written && { ok: true };
  if (written.why === "wrong_state") return { ok: false, why: "wrong_state", typed };
  return { ok: false, why: "changed_meanwhile", typed, theirs: differing(fields, typed, written.text), madeFrom: markOf(written.text) };
}

/** What stands in a file now, of every field that the form says otherwise. */
function differing(fields: readonly Field[], typed: Typed, text: string | undefined): Theirs {
  const content = contentOf(text);
  const shown = typedFrom(fields, content);
  return fields.flatMap((field) => (editsFor([field], content, typed).length > 0 ? [{ label: field.label, words: (shown[field.name] ?? []).join("; ") }] : []));
}
