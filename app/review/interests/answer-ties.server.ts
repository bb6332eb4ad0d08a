import { z } from "zod";
import type { Actor } from "~/accounts/actor";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { parts } from "../part";
import { refusalStatus } from "../refusal-status";
import { reasonWords, refusalWords } from "../refusal-words";
import { allowTie, type TieAllowed } from "./allow-tie.server";
import { answerObjection, type ObjectionAnswered } from "./answer-objection.server";
import type { TypedAnswer } from "./ties-page";

const text = z.string().catch("");
const Allow = z.object({ part: z.enum(parts), reason: text });
const Answer = z.object({ answer: z.enum(["uphold", "turn_down"]), reason: text });

export type TiesAnswered = { ok: true } | { ok: false; typed: TypedAnswer; errors: Record<string, string>; status: 400 | 403 | 409 };

/** What the forms of a case's page of ties ask for: to allow one, or to answer the objection. Undefined for anything else, and when the case is out of reach. */
export async function answerTies(db: Db, clock: Clock, actor: Actor, caseId: string, form: FormData): Promise<TiesAnswered | undefined> {
  const sent = Object.fromEntries(form);
  const reason = String(sent.reason ?? "").slice(0, 10_000);
  if (sent.intent === "allow") {
    const allow = Allow.safeParse({ ...sent, reason });
    if (!allow.success) return undefined;
    return refusedAs(await allowTie(db, clock, actor, { caseId, ...allow.data }), `reason-${allow.data.part}`, { part: allow.data.part, reason });
  }
  if (sent.intent !== "answer") return undefined;
  const answer = Answer.safeParse({ ...sent, reason });
  if (!answer.success) return { ok: false, typed: { answer: "", reason }, errors: { answer: "Choose an answer" }, status: 400 };
  const answered = await answerObjection(db, clock, actor, { caseId, upheld: answer.data.answer === "uphold", reason });
  return refusedAs(answered, "reason", { answer: answer.data.answer, reason });
}

function refusedAs(done: TieAllowed | ObjectionAnswered | undefined, field: string, typed: TypedAnswer): TiesAnswered | undefined {
  if (!done || done.ok) return done;
  return { ok: false, typed, errors: { [field]: words[done.why] }, status: refusalStatus(done.why) };
}

const words = {
  ...refusalWords,
  ...reasonWords,
  own_tie: "This is about yourself, so another moderator must do it.",
  objected_to: "The group objects to you, so another moderator must answer.",
  being_read: refusalWords.wrong_state,
  readers_named: refusalWords.wrong_state,
};
