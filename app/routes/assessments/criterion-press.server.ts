import { data, redirect } from "@remix-run/node";
import { z } from "zod";
import type { Actor } from "~/accounts/actor";
import { notFound } from "~/accounts/session.server";
import { copyWords } from "~/assessments/core-topic.server";
import { notSettledWords, notUsedWords } from "~/assessments/not-settled-words";
import { refusalStatus } from "~/assessments/refusal-words";
import { settleCarried } from "~/assessments/settle.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";

type At = { assessmentId: string; criterion: string };
export const Version = z.coerce.number().int().min(0).max(1_000_000_000).catch(0);
const CriterionId = z.string().regex(/^[A-Z]{2}-\d+\.\d+$/);

/** The presses of a question's page that are no answer: that what it asks is so, and that other words are used here. Undefined where the form is neither. */
export async function press(actor: Actor, form: FormData, at: At) {
  if (form.get("settle") !== null) return settle(actor, form, at);
  return form.get("use-again") !== null ? copy(actor, form, at) : undefined;
}

/** Goes on where the page said that there is nothing more to do here. */
async function settle(actor: Actor, form: FormData, at: At) {
  const settled = await settleCarried(pool.db, clock, actor, { ...at, basedOn: Version.parse(form.get("version")) });
  if (!settled) throw notFound();
  if (!settled.ok) return data({ refused: { "stands-now": notSettledWords(settled, actor.language) } }, settled.why === "changed" ? 409 : refusalStatus(settled.why));
  const next = CriterionId.safeParse(form.get("next"));
  return redirect(paths.criterion(at.assessmentId, next.success ? next.data : at.criterion));
}

async function copy(actor: Actor, form: FormData, at: At) {
  const source = { assessmentId: String(form.get("of-assessment") ?? ""), criterion: String(form.get("use-again")), version: Version.parse(form.get("of-version")) };
  const used = await copyWords(pool.db, clock, actor, { ...at, source });
  if (!used) throw notFound();
  if (used.ok) return redirect(paths.criterion(at.assessmentId, at.criterion));
  const where = used.why === "other_words" ? "offer" : "stands-now";
  return data({ refused: { [where]: notUsedWords(used, actor.language) } }, used.why === "answered" || used.why === "other_words" ? 409 : refusalStatus(used.why));
}
