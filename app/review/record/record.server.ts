import type { Actor } from "~/accounts/actor";
import type { Db } from "~/platform/database.server";
import { factsOf } from "../case-file";
import { findCase } from "../find-case.server";
import type { CaseRecord } from "./case-record";
import { type Chapter, linesOf } from "./chapter.server";
import { viewerOf } from "./viewer";

/** Everything that happened in a case, in order, as far as this person may know it. `chapters`: review's own and those of the capabilities that come after it. Undefined when it is not for them. Six reads. */
export async function recordOf(db: Db, actor: Actor, caseId: string, chapters: readonly Chapter[]): Promise<CaseRecord | undefined> {
  const file = await findCase(db, actor, caseId);
  const viewer = file && viewerOf(actor, factsOf(file));
  if (!file || !viewer) return undefined;
  return { file, viewer, lines: await linesOf(db, file.id, chapters, viewer) };
}
