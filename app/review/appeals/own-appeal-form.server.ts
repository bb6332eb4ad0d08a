import type { Actor } from "~/accounts/actor";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import type { Language } from "~/platform/words";
import { refusalStatus } from "../refusal-status";
import { type AppealContent, grounds } from "./appeal";
import { goOnToPanel } from "./panel.server";
import { keepAppeal } from "./send-appeal.server";
import { withdrawAppeal } from "./withdraw-appeal.server";
import { appealWords } from "./words/appeal-words";

export type OwnAppealTyped = { content?: AppealContent; why?: string };
export type OwnAppealAnswered = { ok: true } | { ok: false; status: number; typed: OwnAppealTyped; errors: Record<string, string> };

/** What was typed for each ground; one for which nothing was is left out. */
export function contentTyped(form: FormData): AppealContent {
  const typed = grounds.map((ground) => ({
    ground,
    words: String(form.get(`words-${ground}`) ?? "").slice(0, 10_000),
    criteria: form
      .getAll(`criteria-${ground}`)
      .map((id) => String(id).slice(0, 20))
      .slice(0, 100),
  }));
  return { grounds: typed.filter(({ words, criteria }) => words.trim() !== "" || criteria.length > 0) };
}

/** Does what the form of the provider's page asks for: keeps or sends the appeal, goes on to the panel, or takes it back. Undefined when it is not theirs. */
export async function answerOwnAppeal(db: Db, clock: Clock, actor: Actor, assessmentId: string, form: FormData): Promise<OwnAppealAnswered | undefined> {
  const move = String(form.get("move") ?? "");
  const refused = (why: string, field: string, typed: OwnAppealTyped): OwnAppealAnswered => ({
    ok: false,
    status: refusalStatus(why),
    typed,
    errors: { [field]: refusedWords(why, actor.language) },
  });
  if (move === "withdraw") {
    const done = await withdrawAppeal(db, clock, actor, { assessmentId });
    return done && (done.ok ? done : refused(done.why, "withdraw", {}));
  }
  if (move === "go_on") {
    const why = String(form.get("why") ?? "").slice(0, 10_000);
    const done = await goOnToPanel(db, clock, actor, { assessmentId, why });
    return done && (done.ok ? done : refused(done.why, "why", { why }));
  }
  const content = contentTyped(form);
  const done = await keepAppeal(db, clock, actor, { assessmentId, content, send: move === "send" });
  if (!done || done.ok) return done && { ok: true };
  const ground = "ground" in done ? done.ground : grounds[0];
  return refused(done.why, `${done.why === "no_criteria" ? "criteria" : "words"}-${ground}`, { content });
}

const known = ["no_ground", "no_words", "too_long", "no_criteria", "personal", "in_time", "wrong_role", "wrong_state"] as const;

function refusedWords(why: string, language: Language): string {
  const t = appealWords(language);
  if (why.startsWith("reason_")) return t("refused.reason");
  const named = known.find((each) => each === why);
  return t(named ? `refused.${named}` : "refused.other");
}
