import type { Actor } from "~/accounts/actor";
import type { Db } from "~/platform/database.server";
import { type Language, languages } from "~/platform/words";
import { ownMarkOf } from "../answers/hold-asked.server";
import { statusOf } from "../status";
import { type Snippets, snippetsFor } from "./snippet";

/** A group's own mark, as it is to be shown to others: the lines for its website, in the reader's language first. */
export type MarkToShow = { code: string; standard: string; scope: string[]; inForce: boolean; own: Snippets; others: Snippets[] };

/** For the people of its holder; undefined for everybody else. One read. */
export async function markToShow(
  db: Db,
  actor: Actor,
  at: { slug: string; code: string },
  { now, origin, language }: { now: Date; origin: string; language: Language },
): Promise<MarkToShow | undefined> {
  const own = await ownMarkOf(db, actor, at);
  if (!own) return undefined;
  const { code, holder, scope, facts } = own.mark;
  const snippets = (of: Language) => snippetsFor({ code, origin, language: of });
  return {
    code,
    standard: holder.standard.title,
    scope,
    inForce: statusOf(facts, now).inForce,
    own: snippets(language),
    others: languages.filter((each) => each !== language).map(snippets),
  };
}
