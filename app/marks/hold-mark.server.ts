import { eq } from "drizzle-orm";
import { organisations } from "#db/schema/accounts";
import { marks } from "#db/schema/marks";
import type { Actor } from "~/accounts/actor";
import type { Db } from "~/platform/database.server";
import { normaliseCode } from "./code";
import { findMarks } from "./find-marks.server";
import type { FoundMark } from "./found-mark";
import { type MarkRole, standingsTowards } from "./mark-moves";

/** The mark, and where this person stands towards it; undefined when it is not theirs to change. Until the transaction ends, nothing else happens to the marks of its provider. */
export async function holdMark(tx: Db, actor: Actor, typedCode: string): Promise<{ mark: FoundMark; standings: MarkRole[] } | undefined> {
  const read = normaliseCode(typedCode);
  if (!read.ok) return undefined;
  const [held] = await tx
    .select({ organisationId: organisations.id })
    .from(marks)
    .innerJoin(organisations, eq(organisations.id, marks.organisationId))
    .where(eq(marks.code, read.code))
    .for("no key update", { of: organisations });
  if (!held) return undefined;
  const standings = standingsTowards(actor, held.organisationId);
  if (standings.length === 0) return undefined;
  // Read again, now that it is held: what was changed while we waited counts.
  const [mark] = await findMarks(tx, eq(marks.code, read.code));
  return mark && { mark, standings };
}

/** Every mark of a provider, read once it is held: until the transaction ends nothing else happens to any of them. For rules, which act for nobody. */
export async function holdMarksOf(tx: Db, organisationId: string): Promise<FoundMark[]> {
  await tx.select({ id: organisations.id }).from(organisations).where(eq(organisations.id, organisationId)).for("no key update");
  return findMarks(tx, eq(marks.organisationId, organisationId));
}
