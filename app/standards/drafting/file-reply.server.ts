import { data, redirect } from "@remix-run/node";
import type { Actor } from "~/accounts/actor";
import { notFound } from "~/accounts/session.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import type { Draft } from "./draft";
import type { Field } from "./field";
import { fileForm, type Saved } from "./file-form.server";
import type { NotSaved } from "./file-page";
import { findDraft } from "./find-draft.server";
import { draftRefusalWords } from "./words";
import { writeFile } from "./write.server";

/** What a page answers when one of its files was sent: on to the draft; back to the form where there is something to put right, or where it was not saved. */
export async function fileReply(db: Db, saved: Saved | undefined, { draft, path, fields, form }: { draft: Draft; path: string; fields: readonly Field[]; form: string }) {
  if (!saved) throw notFound();
  if (saved.ok) {
    const now = await findDraft(db, draft.id);
    const { errors, rest, toList } = await fileForm(db, now ?? draft, path, fields);
    return redirect(Object.keys(errors).length + rest.length + toList.length > 0 ? `${form}?saved=yes` : paths.standardDraft(draft.id));
  }
  if (saved.why === "wrong_state") return data<NotSaved>({ typed: saved.typed, errors: { save: draftRefusalWords.wrong_state } }, 409);
  const { typed, theirs, madeFrom } = saved;
  return data<NotSaved>({ typed, theirs, madeFrom, errors: { save: "Not saved: somebody else saved this while you were writing. Both are here." } }, 409);
}

/** Takes a file, or a part of one, out of a draft. Somebody else's newer text stays, and the page shows it. */
export async function takeOut(db: Db, clock: Clock, actor: Actor, { draft, path, madeFrom, text }: { draft: Draft; path: string; madeFrom: string; text: string | undefined }) {
  const written = await writeFile(db, clock, actor, { draftId: draft.id, path, madeFrom, text });
  if (!written) throw notFound();
  if (written.ok) return redirect(paths.standardDraft(draft.id));
  const words = written.why === "wrong_state" ? draftRefusalWords.wrong_state : "Not taken out: somebody else saved this meanwhile. Go back and read it first.";
  return data({ errors: { take_out: words } }, 409);
}
