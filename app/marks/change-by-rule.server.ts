import { markEvents } from "#db/schema/marks";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import type { Language } from "~/platform/words";
import type { FoundMark } from "./found-mark";
import { permitChange, type SystemReason, situationOf } from "./mark-moves";
import { tellOfChange } from "./tell-of-change.server";

/** `rule` names it in the audit trail, `note` says it to those who look after marks, `because` to the provider. */
export type ByRule = { rule: string; note: string; because: (language: Language) => string } & (
  | { kind: "suspend"; reasonClass: SystemReason }
  | { kind: "reinstate" | "review" | "end_review" }
);

/** Changes a mark because a rule says so, where its table allows that to the system, and tells the provider. `mark` is held by the caller's transaction. Answers whether it happened. */
export async function changeByRule(tx: Db, clock: Clock, mark: FoundMark, change: ByRule): Promise<boolean> {
  const { kind, rule, note, because } = change;
  const now = clock.now();
  if (!permitChange(kind, { ...situationOf(mark.facts, now), standings: ["system"] }).ok) return false;
  const reasonClass = change.kind === "suspend" ? change.reasonClass : null;
  const [row] = await tx.insert(markEvents).values({ markId: mark.id, kind, reasonClass, note, proposedAt: now, confirmedAt: now }).returning({ id: markEvents.id });
  await tellOfChange(tx, clock, mark, { id: row!.id, kind, reasonClass, because });
  await record(tx, { system: rule }, now, { type: "mark.changed", subject: mark.id, data: { kind } });
  return true;
}
