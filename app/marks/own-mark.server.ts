import { eq } from "drizzle-orm";
import { marks } from "#db/schema/marks";
import type { Actor } from "~/accounts/actor";
import type { Db } from "~/platform/database.server";
import { normaliseCode } from "./code";
import { findMarks } from "./find-marks.server";
import { permitChange, standingsTowards } from "./mark-moves";
import type { StandingMark } from "./marks-of.server";
import { statusOf } from "./status";

/** A mark of the person's own organisation, for its admin, and whether it can still be given up. Undefined for everybody else. One read. */
export async function ownMark(db: Db, actor: Actor, { slug, code }: { slug: string; code: string }, now: Date): Promise<{ mark: StandingMark; mayGiveUp: boolean } | undefined> {
  const read = normaliseCode(code);
  if (!read.ok) return undefined;
  const [mark] = await findMarks(db, eq(marks.code, read.code));
  if (!mark || mark.slug !== slug) return undefined;
  const standings = standingsTowards(actor, mark.organisationId);
  if (!standings.includes("holder_admin")) return undefined;
  const standing = statusOf(mark.facts, now);
  return { mark: { ...mark, standing }, mayGiveUp: permitChange("surrender", { status: standing.status, standings }).ok };
}
