import type { Actor } from "~/accounts/actor";
import { notFound, requireRole } from "~/accounts/session.server";
import type { Db } from "~/platform/database.server";
import { structuredFacts } from "../facts.server";
import type { Draft } from "./draft";
import { draftTitle } from "./draft-view.server";
import { findDraft } from "./find-draft.server";
import { ruleOptions } from "./rule-typed";

/** A draft for a page that edits one of its files. Throws the 404 of a stranger for who is no editor, and where there is no such draft. */
export async function draftForEditor(db: Db, actor: Actor, id: string | undefined): Promise<Draft & { title: string }> {
  requireRole(actor, "editor");
  const draft = await findDraft(db, id ?? "");
  if (!draft) throw notFound();
  return { ...draft, title: draftTitle(draft) };
}

/** Everything a rule can look at. */
export const rulesToChoose = () => ruleOptions(structuredFacts());
