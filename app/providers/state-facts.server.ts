import { and, eq, inArray, sql } from "drizzle-orm";
import { providerFacts } from "#db/schema/providers";
import type { FactValue } from "#standards/format";
import { type Actor, membershipIn } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { structuredFacts } from "~/standards/facts.server";
import { type FactFault, readFact } from "./fact-value";

/** A value for each fact stated; null takes a fact back: it is then not stated at all. */
export type StatedFacts = Record<string, FactValue | null>;
export type FactFaults = Record<string, FactFault>;
export type FactsStated = { ok: true; facts: string[] } | { ok: false; why: "faults"; faults: FactFaults };

/**
 * States facts about a provider: all of them or, where one cannot be, none. Saying the same again makes a fact fresh again.
 * Undefined when the actor does not belong to the provider. Needs a clock because every fact carries the day it was said.
 */
export async function stateFacts(db: Db, clock: Clock, actor: Actor, organisationId: string, facts: StatedFacts): Promise<FactsStated | undefined> {
  if (!membershipIn(actor, organisationId)) return undefined;
  const { values, withdrawn, faults } = read(facts);
  if (Object.keys(faults).length > 0) return { ok: false, why: "faults", faults };
  const keys = [...Object.keys(values), ...withdrawn];
  if (keys.length === 0) return { ok: true, facts: [] };
  const at = clock.now();
  await db.transaction(async (tx) => {
    if (withdrawn.length > 0) await tx.delete(providerFacts).where(and(eq(providerFacts.organisationId, organisationId), inArray(providerFacts.key, withdrawn)));
    const rows = Object.entries(values).map(([key, value]) => ({ organisationId, key, value, statedAt: at, statedBy: actor.personId }));
    if (rows.length > 0)
      await tx
        .insert(providerFacts)
        .values(rows)
        .onConflictDoUpdate({
          target: [providerFacts.organisationId, providerFacts.key],
          set: { value: sql`excluded.value`, statedAt: sql`excluded.stated_at`, statedBy: sql`excluded.stated_by` },
        });
    await record(tx, { personId: actor.personId }, at, { type: "provider.facts_stated", subject: organisationId, data: { keys } });
  });
  return { ok: true, facts: keys };
}

function read(facts: StatedFacts) {
  const values: Record<string, FactValue> = {};
  const withdrawn: string[] = [];
  const faults: FactFaults = {};
  const known = new Map(structuredFacts().map((fact) => [fact.key, fact]));
  for (const [key, value] of Object.entries(facts)) {
    const fact = known.get(key);
    if (!fact) faults[key] = "unknown_fact";
    else if (value === null) withdrawn.push(key);
    else {
      const answer = readFact(fact, value);
      if (answer.ok) values[key] = answer.value;
      else faults[key] = answer.why;
    }
  }
  return { values, withdrawn, faults };
}
