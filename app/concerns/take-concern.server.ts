import { concernsSent } from "#db/schema/limits";
import type { Clock } from "~/platform/clock";
import { countOften, forgetOften } from "~/platform/count-often.server";
import type { Db } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import type { Language } from "~/platform/words";
import { formatMoment } from "~/ui/dates";
import type { FieldErrors } from "~/ui/form";
import { sentMost } from "./concern";
import { type ConcernTyped, readConcern } from "./concern-form";
import { type ConcernReceived, sendConcern } from "./send-concern.server";
import { concernWords } from "./words/concern-words";

export type ConcernTaken = { ok: true; received: ConcernReceived } | { ok: false; status: 422 | 429 | 503; errors: FieldErrors; mayBePersonal: boolean; retryAfter?: number };

/**
 * Takes what was typed into the form. Whatever stands in the way is said in words, and nothing typed is lost: a fault in it, very much from the same network (`from`; decision 18),
 * or a database that does not answer.
 */
export async function takeConcern(db: Db, clock: Clock, typed: ConcernTyped, { from, language }: { from: string; language: Language }): Promise<ConcernTaken> {
  const read = readConcern(typed, language);
  if (!read.ok) return { ok: false, status: 422, errors: read.errors, mayBePersonal: read.mayBePersonal };
  const t = concernWords(language);
  const { phone } = settings().contact;
  const mayBePersonal = read.sent.found.length > 0;
  try {
    const counted = await countOften(db, clock, concernsSent, from, sentMost);
    if (!counted.tooMany) return { ok: true, received: await sendConcern(db, clock, read.sent) };
    const at = formatMoment(new Date(clock.now().getTime() + counted.retryAfter * 1000).toISOString(), language);
    return { ok: false, status: 429, errors: { send: t("wrong.many", { at, phone }) }, mayBePersonal, retryAfter: counted.retryAfter };
  } catch (error) {
    console.error(error);
    return { ok: false, status: 503, errors: { send: t("wrong.away", { phone }) }, mayBePersonal, retryAfter: 60 };
  }
}

/** Forgets from where concerns were sent more than an hour ago. */
export const forgetSenders = (db: Db, clock: Clock): Promise<void> => forgetOften(db, clock, concernsSent);
