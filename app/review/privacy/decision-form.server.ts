import type { Actor } from "~/accounts/actor";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { fieldErrors } from "~/platform/form";
import type { FieldErrors } from "~/ui/form";
import { decideLock, type LockDecided } from "./decide-lock.server";
import { DecisionForm } from "./details";
import { lockFor } from "./find-lock.server";
import type { TypedDecision } from "./locked-page";

type Why = Extract<LockDecided, { ok: false }>["why"];
const words: Record<Why, string> = {
  wrong_state: "Somebody else has decided this meanwhile. Nothing was changed",
  wrong_role: "Only a privacy lead decides this",
  locked_it: "You locked this yourself, so another privacy lead decides",
  reason_missing: "Say why",
  storage_unavailable: "The file storage does not answer, so nothing was removed. Try again in a minute",
};
const statuses: Partial<Record<Why, number>> = { wrong_state: 409, wrong_role: 403, locked_it: 403, storage_unavailable: 503 };

type Answered = { ok: true } | { ok: false; status: number; typed: TypedDecision; errors: FieldErrors };

/** Does what the form of a locked thing asks for. What is wrong is said at its field, beside what was typed. Undefined when the thing is out of reach. */
export async function answerDecision(db: Db, clock: Clock, actor: Actor, id: string, sent: FormData): Promise<Answered | undefined> {
  const said = (name: string) => String(sent.get(name) ?? "").slice(0, 10_000);
  const typed = { move: said("move"), reason: said("reason"), breach: said("breach"), breach_reason: said("breach_reason") };
  const form = DecisionForm.safeParse(typed);
  if (!form.success) return (await lockFor(db, clock, actor, id)) && { ok: false, status: 422, typed, errors: fieldErrors(form.error) };
  const { move, reason, breach, breach_reason: breachReason } = form.data;
  const decided = await decideLock(db, clock, actor, id, { move, reason, breach: breach === "yes", breachReason });
  if (!decided || decided.ok) return decided;
  return { ok: false, status: statuses[decided.why] ?? 400, typed, errors: { move: words[decided.why] } };
}
