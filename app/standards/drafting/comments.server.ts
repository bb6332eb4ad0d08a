import { asc, eq } from "drizzle-orm";
import { people } from "#db/schema/accounts";
import { standardComments } from "#db/schema/standards";
import type { Actor } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { consultedDraft, holdDraft } from "./find-draft.server";
import { criteriaIn } from "./version-files";

/** What a reader said. Public, with the name, for ever. No criterion: about the whole. */
export type Comment = { id: string; criterion: string | null; words: string; by: string; at: Date };
export type Commented = { ok: true } | { ok: false; why: "closed" | "words_missing" | "words_long" };
const longest = 4000;

/** What readers said of a draft, in the order they said it. */
export const commentsOn = (db: Db, draftId: string): Promise<Comment[]> =>
  db
    .select({ id: standardComments.id, criterion: standardComments.criterion, words: standardComments.words, by: people.name, at: standardComments.at })
    .from(standardComments)
    .innerJoin(people, eq(people.id, standardComments.by))
    .where(eq(standardComments.draftId, draftId))
    .orderBy(asc(standardComments.at), asc(standardComments.id));

/** Anybody signed in says something about a version in consultation, or one criterion of it. Refused once its last day is over. Undefined where there is no such consultation or criterion. */
export async function comment(
  db: Db,
  clock: Clock,
  actor: Actor,
  { key, version, criterion, words }: { key: string; version: string; criterion: string | null; words: string },
): Promise<Commented | undefined> {
  return db.transaction(async (tx): Promise<Commented | undefined> => {
    const found = await consultedDraft(tx, key, version);
    const draft = found && (await holdDraft(tx, found.id));
    if (!draft || (criterion !== null && !criteriaIn(draft.files).includes(criterion))) return undefined;
    const at = clock.now();
    if (draft.state !== "consultation" || draft.consultationEndsOn === null || draft.consultationEndsOn < londonDay(at)) return { ok: false, why: "closed" };
    const said = words.trim();
    if (said === "") return { ok: false, why: "words_missing" };
    if (said.length > longest) return { ok: false, why: "words_long" };
    await tx.insert(standardComments).values({ draftId: draft.id, criterion, words: said, by: actor.personId, at });
    await record(tx, { personId: actor.personId }, at, { type: "standard.commented", subject: draft.id, data: { criterion } });
    return { ok: true };
  });
}
