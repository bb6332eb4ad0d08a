import { randomBytes } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { marks } from "#db/schema/marks";
import { drawSeeds, draws } from "#db/schema/reading";
import { cases } from "#db/schema/review";
import type { Facts } from "#standards/format";
import { record } from "~/audit/record.server";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { sha256 } from "~/platform/files.server";
import { hadConcern } from "./concerns.server";
import { type Lot, numberOf, oneIn, quarterOf, reasonsAtOpening, visitNumberOf, type WholeBecause } from "./depth";

/** Where the secrets of the draw come from. Whoever passes none draws nothing: the second reader reads the must-haves. */
export type Chance = { secret: () => string };

const fromTheMachine: Chance = { secret: () => randomBytes(32).toString("hex") };

/** What cases are drawn with here. Not in the demo: its stories are told of cases whose second reader reads the must-haves. */
export const chanceHere = (): Chance | undefined => (settings().mode === "production" ? fromTheMachine : undefined);

/** The secret of this quarter, made when it is first asked for; its hash goes into the audit trail at once. The sweep asks early, so that it is there before what is drawn with it. */
export async function seedOf(tx: Db, clock: Clock, chance: Chance): Promise<{ quarter: string; secret: string }> {
  const now = clock.now();
  const quarter = quarterOf(londonDay(now));
  const secret = chance.secret();
  const [made] = await tx
    .insert(drawSeeds)
    .values({ quarter, secret, commitment: sha256(secret), madeAt: now })
    .onConflictDoNothing()
    .returning({ commitment: drawSeeds.commitment });
  if (!made) return (await tx.select({ quarter: drawSeeds.quarter, secret: drawSeeds.secret }).from(drawSeeds).where(eq(drawSeeds.quarter, quarter)))[0]!;
  await record(tx, { system: "review" }, now, { type: "draw.committed", subject: quarter, data: { commitment: made.commitment } });
  return { quarter, secret };
}

/** Sees to it that this quarter has its secret. Nothing where nothing is drawn. */
export async function seedDue(db: Db, clock: Clock, chance?: Chance): Promise<void> {
  if (chance) await db.transaction((tx) => seedOf(tx, clock, chance));
}

/** Draws for a case that has just been opened, and looks for risks. Kept whatever comes of it, so that a draw without a hit can be checked too. */
export async function drawAtOpening(
  tx: Db,
  clock: Clock,
  chance: Chance,
  { caseId, sha256: hash, facts, organisationId }: { caseId: string; sha256: string; facts: Facts; organisationId: string },
): Promise<void> {
  const { quarter, secret } = await seedOf(tx, clock, chance);
  const digest = sha256(secret + hash);
  const number = numberOf(digest);
  const [held] = await tx.select({ count: sql<number>`count(*)::int` }).from(marks).where(eq(marks.organisationId, organisationId));
  await keep(tx, clock, caseId, reasonsAtOpening(number, facts, { firstMark: held!.count === 0, concern: await hadConcern(tx, clock, organisationId) }), {
    quarter,
    number,
    oneIn,
    visitNumber: visitNumberOf(digest),
  });
}

/** A reader who is new to it was chosen: the case is read twice as a whole from now on, whoever reads it later. Once is enough. */
export async function wholeForNewReader(tx: Db, clock: Clock, { id, draws: before }: { id: string; draws: readonly { why: readonly WholeBecause[] }[] }): Promise<void> {
  if (!before.some(({ why }) => why.includes("new_assessor"))) await keep(tx, clock, id, ["new_assessor"]);
}

async function keep(tx: Db, clock: Clock, caseId: string, why: WholeBecause[], lot?: Pick<Lot, "quarter" | "number" | "oneIn" | "visitNumber">) {
  const now = clock.now();
  await tx.insert(draws).values({ caseId, why, drawnAt: now, ...lot });
  if (why.length > 0) await tx.update(cases).set({ reading: "whole" }).where(eq(cases.id, caseId));
  await record(tx, { system: "review" }, now, { type: "case.drawn", subject: caseId, data: { reading: why.length > 0 ? "whole" : "must_haves", why: why.join(" ") } });
}
