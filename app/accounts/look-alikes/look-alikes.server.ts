import { and, eq, ne, or, sql } from "drizzle-orm";
import { organisations } from "#db/schema/accounts";
import type { Db } from "~/platform/database.server";
import { type Likeness, type LookAlike, likeness, skeleton } from "./look-alike";

const mostShown = 10;

/** Every other organisation whose name is like this one's, the most alike first, those of the same area before others. Two reads: its own name; names near it by their letters, and all that use other letters than ours. */
export async function lookAlikesOf(db: Db, id: string): Promise<LookAlike[]> {
  const [own] = await db.select({ name: organisations.name, area: organisations.area }).from(organisations).where(eq(organisations.id, id));
  if (!own) return [];
  const { name, area } = own;
  const near = (of: string) => sql`lower(${organisations.name}) % lower(${of})`;
  const { id: theirs, slug, name: called, area: where, identifiers } = organisations;
  const found = await db
    .select({ id: theirs, slug, name: called, area: where, identifiers })
    .from(organisations)
    .where(and(ne(organisations.id, id), or(near(name), near(skeleton(name)), sql`${organisations.name} ~ '[^ -~]'`)))
    .limit(2000);
  const alike = found.flatMap((each): LookAlike[] => {
    const how = likeness(name, each.name);
    return how ? [{ ...each, likeness: how, sameArea: skeleton(each.area) === skeleton(area) }] : [];
  });
  const rank = ({ likeness: how, sameArea }: LookAlike) => order.indexOf(how) * 2 + (sameArea ? 0 : 1);
  return alike.sort((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name)).slice(0, mostShown);
}

const order: readonly Likeness[] = ["same", "looks_same", "near"];
