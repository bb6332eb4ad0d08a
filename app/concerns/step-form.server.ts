import type { Actor } from "~/accounts/actor";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { refusalStatus } from "~/review/refusal-status";
import { moveNames, type StepName, type StepRefusal, stepNames } from "./concern-moves";
import { stepRefusalWords } from "./concern-step-words";
import { takeStep } from "./step.server";

export type StepAnswered = { ok: true } | { ok: false; status: number; typed: Record<string, string>; errors: Record<string, string> };

/** Does what a form of the concern's page asks for. Undefined when the concern is out of reach. */
export async function answerStepForm(db: Db, clock: Clock, actor: Actor, id: string, form: FormData): Promise<StepAnswered | undefined> {
  const typed = Object.fromEntries([...form].flatMap(([field, value]) => (typeof value === "string" ? [[field, value.slice(0, 10_000).replaceAll("\r\n", "\n")]] : [])));
  const step = stepNames.find((each) => each === typed.step);
  if (!step) return { ok: false, status: 422, typed, errors: { step: "Choose what is to be done" } };
  const { words = "", agency = "", group = "", named } = typed;
  const done = await takeStep(db, clock, actor, { id, step, words, agency, group, named: named === "yes" });
  if (!done || done.ok) return done;
  return { ok: false, status: refusalStatus(done.why), typed, errors: { [fieldOf(step, done.why)]: stepRefusalWords[done.why] } };
}

/** Which field of which form a refusal belongs to. */
function fieldOf(step: StepName, why: StepRefusal): string {
  if (why === "agency_named" || why === "agency_long") return "agency";
  const move = moveNames.some((each) => each === step);
  if (step === "name_group") return "name_group-group";
  if (why === "heard" || why === "wrong_state" || why === "wrong_role") return move ? "step" : `${step}-words`;
  return move ? "words" : `${step}-words`;
}
