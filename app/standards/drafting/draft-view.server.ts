import { asc } from "drizzle-orm";
import { standardDrafts } from "#db/schema/standards";
import type { Change } from "#standards/changes-format";
import type { Actor } from "~/accounts/actor";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { versionsOf } from "../versions.server";
import { type Comment, commentsOn } from "./comments.server";
import { changesPath, type Draft, standardPath } from "./draft";
import { type Examined, examine } from "./examine.server";
import { type DraftEdit, editsOf, findDraft, wrote } from "./find-draft.server";
import { type DraftMoveName, type DraftRefusal, draftMoveNames, permitDraft } from "./moves";
import { publishingStands } from "./publish-draft.server";
import { criteriaIn } from "./version-files";
import { contentOf, valueAt } from "./yaml-text";

/** What may be done with a draft, or what is in the way of it. */
export type Offered = { name: Exclude<DraftMoveName, "write">; why?: DraftRefusal };
export type DraftView = {
  draft: Draft;
  title: string;
  examined: Examined;
  /** The newest version there is, where the draft does not begin from it. */
  newer: string | undefined;
  /** The change list as typed, whole or not. */
  changes: Partial<Change>[];
  criteria: { id: string; title: string }[];
  edits: DraftEdit[];
  comments: Comment[];
  moves: Offered[];
};

/** Everything a draft's page shows, as it stands for one editor. Undefined where there is no such draft. Six reads at most. */
export async function draftView(db: Db, clock: Clock, actor: Actor, id: string): Promise<DraftView | undefined> {
  const draft = await findDraft(db, id);
  if (!draft) return undefined;
  const [newest] = await versionsOf(db, draft.key);
  const [examined, edits, comments] = [await examine(db, draft), await editsOf(db, id), await commentsOn(db, id)];
  const publishing = publishingStands(draft, examined, { own: wrote(edits, actor.personId), newest: newest?.id, today: londonDay(clock.now()) });
  return {
    draft,
    title: draftTitle(draft),
    examined,
    newer: newest && newest.id !== draft.baseVersionId && (draft.state === "draft" || draft.state === "consultation") ? newest.standard.version : undefined,
    changes: changesIn(draft),
    criteria: criteriaIn(draft.files).map((each) => ({ id: each, title: String(valueAt(contentOf(draft.files[`criteria/${each}.yaml`]), ["title"]) ?? "") })),
    edits,
    comments,
    moves: draftMoveNames.flatMap((name) => (name === "write" ? [] : offered(name, publishing))),
  };
}

/** A button where it is open; the reason where only a bar or a condition is in the way; nothing where the state is another. The day of a consultation is typed, so it is not missing yet. */
function offered(name: Offered["name"], situation: ReturnType<typeof publishingStands>): Offered[] {
  const permission = permitDraft(name, { ...situation, met: [...situation.met, "day_ahead"] });
  if (permission.ok) return [{ name }];
  return permission.why === "wrong_state" ? [] : [{ name, why: permission.why }];
}

export const draftTitle = ({ files, key }: Draft) => String(valueAt(contentOf(files[standardPath]), ["title"]) ?? key);

export function changesIn({ files }: Draft): Partial<Change>[] {
  const listed = valueAt(contentOf(files[changesPath]), ["changes"]);
  return Array.isArray(listed) ? (listed as Partial<Change>[]) : [];
}

/** Every draft there ever was, the newest last. */
export const allDrafts = (db: Db) =>
  db
    .select({ id: standardDrafts.id, key: standardDrafts.key, version: standardDrafts.version, state: standardDrafts.state, consultationEndsOn: standardDrafts.consultationEndsOn })
    .from(standardDrafts)
    .orderBy(asc(standardDrafts.createdAt));
