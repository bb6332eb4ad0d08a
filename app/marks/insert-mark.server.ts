import { markEvents, marks } from "#db/schema/marks";
import type { Db } from "~/platform/database.server";
import type { MarkCode } from "./code";
import { randomCode } from "./random-code.server";

type NewMark = Omit<typeof marks.$inferInsert, "id" | "number" | "code" | "supersedesId">;

/** So often is a new code drawn when somebody already has it. With 55 bits of chance once is already remarkable. */
const draws = 5;

/** Writes a mark under a code that nobody has, and ends the one it supersedes. Takes the transaction of the decision. */
export async function insertMark(tx: Db, mark: NewMark, supersedes: { id: string } | undefined, draw: () => MarkCode = randomCode) {
  const inserted = await insertWithFreeCode(tx, { ...mark, supersedesId: supersedes?.id ?? null }, draw);
  if (supersedes) {
    const at = mark.createdAt;
    await tx.insert(markEvents).values({ markId: supersedes.id, kind: "supersede", note: `A new mark, ${inserted.code}, took its place.`, proposedAt: at, confirmedAt: at });
  }
  return inserted;
}

async function insertWithFreeCode(tx: Db, mark: NewMark & { supersedesId: string | null }, draw: () => MarkCode) {
  for (let left = draws; left > 0; left--) {
    const [row] = await tx
      .insert(marks)
      .values({ ...mark, code: draw() })
      .onConflictDoNothing({ target: marks.code })
      .returning({ id: marks.id, number: marks.number, code: marks.code });
    if (row) return row;
  }
  throw new Error(`No free code for a mark after ${draws} draws: chance is broken.`);
}
