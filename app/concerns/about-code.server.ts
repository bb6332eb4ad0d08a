import { eq } from "drizzle-orm";
import { organisations } from "#db/schema/accounts";
import { marks } from "#db/schema/marks";
import { normaliseCode } from "~/marks/code";
import type { Db } from "~/platform/database.server";
import type { AboutCode } from "./concern";

/** Whose mark has this code, in any spelling and whatever has become of the mark. One read, and none where nothing could be found. */
export async function aboutCode(db: Db, typed: string): Promise<AboutCode> {
  if (typed.trim() === "") return { is: "none" };
  const read = normaliseCode(typed);
  if (!read.ok) return { is: "slip", code: typed.trim() };
  const [found] = await db
    .select({ organisationId: organisations.id, name: organisations.name, area: organisations.area })
    .from(marks)
    .innerJoin(organisations, eq(organisations.id, marks.organisationId))
    .where(eq(marks.code, read.code));
  return found ? { is: "known", code: read.code, ...found } : { is: "unknown", code: read.code };
}
