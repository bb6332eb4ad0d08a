import { and, eq } from "drizzle-orm";
import { appeals } from "#db/schema/appeals";
import type { Db } from "~/platform/database.server";
import type { Appeal } from "./appeal-file";
import { type AppealMoveName, appealMoves } from "./appeal-moves";

type Beside = Partial<
  Pick<
    typeof appeals.$inferInsert,
    "content" | "sha256" | "savedAt" | "savedBy" | "sentAt" | "sentBy" | "dueOn" | "judgeId" | "takenAt" | "goneOnAt" | "goneOnWhy" | "panelDueOn" | "endedAt"
  >
>;

/** Writes one permitted move of an appeal, with what changes beside its state. Permission is asked before, with its case held; one that is in another state by now is a bug, and throws. */
export async function moveAppeal(tx: Db, { id, state }: Pick<Appeal, "id" | "state">, name: AppealMoveName, beside: Beside = {}): Promise<Appeal["state"]> {
  const { to } = appealMoves[name];
  const moved = await tx
    .update(appeals)
    .set({ ...beside, state: to })
    .where(and(eq(appeals.id, id), eq(appeals.state, state)))
    .returning({ id: appeals.id });
  if (moved.length === 0) throw new Error(`appeal ${id} is not ${state} any more`);
  return to;
}
