import { and, asc, eq, inArray } from "drizzle-orm";
import { assessments } from "#db/schema/assessments";
import type { Facts } from "#standards/format";
import type { Actor } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import type { Language } from "~/platform/words";
import { type FactFault, readFact } from "~/providers/fact-value";
import { stateFacts } from "~/providers/state-facts.server";
import { factsIn } from "~/standards/facts.server";
import { assessmentFor } from "./draft.server";
import { standingsIn } from "./reach";
import { permit, type Refusal } from "./workflow";

/** The facts that decide which questions are asked, in the order of the page and the words of a language. */
export const firstQuestions = (language: Language = "en") => factsIn(language).filter(({ tailoring }) => tailoring);

/** `organisationId`: whose facts they are, for whoever follows what comes of them. */
export type FactsAnswered = { ok: true; organisationId: string } | { ok: false; why: Refusal } | { ok: false; why: "faults"; faults: Record<string, FactFault> };

/**
 * Answers the first questions: all of them, or none is kept. They are stated for the organisation, and hold for all its drafts at once.
 * Undefined when the assessment is not the actor's. Answers given for criteria that no longer apply are kept, and left out of a submission.
 */
export async function answerFacts(
  db: Db,
  clock: Clock,
  actor: Actor,
  { assessmentId, facts }: { assessmentId: string; facts: Record<string, unknown> },
): Promise<FactsAnswered | undefined> {
  return db.transaction(async (tx): Promise<FactsAnswered | undefined> => {
    const found = await assessmentFor(tx, actor, assessmentId);
    if (!found) return undefined;
    const { organisationId } = found;
    const drafts = await holdDrafts(tx, organisationId);
    // Only now does its state stand still.
    const held = drafts.includes(found.id) ? found : await assessmentFor(tx, actor, assessmentId);
    const allowed = permit("answer", { state: held?.state ?? "withdrawn", standings: standingsIn(actor, organisationId), bars: [], met: [] });
    if (!allowed.ok) return allowed;
    const { values, faults } = readFirstQuestions(facts);
    if (Object.keys(faults).length > 0) return { ok: false, why: "faults", faults };

    await tx.update(assessments).set({ facts: values }).where(inArray(assessments.id, drafts));
    const stated = await stateFacts(tx, clock, actor, organisationId, values);
    if (!stated?.ok) throw new Error("Facts that were read could not be stated");
    for (const id of drafts) await record(tx, { personId: actor.personId }, clock.now(), { type: "assessment.facts_answered", subject: id, data: {} });
    return { ok: true, organisationId };
  });
}

/** Every draft of the organisation, held in one order: two people who answer at once wait for each other, and not crosswise. */
async function holdDrafts(tx: Db, organisationId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: assessments.id })
    .from(assessments)
    .where(and(eq(assessments.organisationId, organisationId), eq(assessments.state, "draft")))
    .orderBy(asc(assessments.id))
    .for("update");
  return rows.map(({ id }) => id);
}

function readFirstQuestions(given: Record<string, unknown>) {
  const values: Facts = {};
  const faults: Record<string, FactFault> = {};
  const known = firstQuestions();
  for (const fact of known) {
    const read: ReturnType<typeof readFact> = given[fact.key] === undefined ? { ok: false, why: "missing" } : readFact(fact, given[fact.key]);
    if (read.ok) values[fact.key] = read.value;
    else faults[fact.key] = read.why;
  }
  for (const key of Object.keys(given)) if (!known.some((fact) => fact.key === key)) faults[key] = "unknown_fact";
  return { values, faults };
}
