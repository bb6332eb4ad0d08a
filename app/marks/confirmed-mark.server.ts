import { and, eq } from "drizzle-orm";
import { decisions } from "#db/schema/review";
import type { Db } from "~/platform/database.server";
import type { Decision } from "~/review/decide.server";
import type { MarkFacts } from "./status";

type Held = { id: string; code: string; decisionId: string | null; facts: Pick<MarkFacts, "level" | "conditions"> };

/** The mark that a decision leaves as it is: the same case gave it, at this very level and with the same to put right. It keeps its code, its dates and its certificate. One read, where there is a mark. */
export async function confirmedMark<T extends Held>(tx: Db, caseId: string, { outcome, score }: Decision, current: T | undefined): Promise<T | undefined> {
  if (!current?.decisionId || current.facts.level !== outcome || !sameList(current.facts.conditions?.criteria ?? [], outcome === "assured_with_conditions" ? score.zeros : []))
    return undefined;
  const own = await tx.$count(decisions, and(eq(decisions.id, current.decisionId), eq(decisions.caseId, caseId)));
  return own === 1 ? current : undefined;
}

const sameList = (one: readonly string[], other: readonly string[]) => [...one].sort().join() === [...other].sort().join();
