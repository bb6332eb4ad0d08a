import { eq } from "drizzle-orm";
import { marks } from "#db/schema/marks";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { changeByRule } from "../change-by-rule.server";
import { findMarks } from "../find-marks.server";
import { paperworkOf } from "../paperwork/find-paperwork.server";
import { freeingStep, owedFor } from "../paperwork/steps";
import { markWords } from "../words/mark-words";
import { overdueDemands } from "./wanted";

/** Ends the review, or the suspension for overdue paperwork, that rules began, once nothing of the mark is overdue any more that asks for it. `code` is of a mark that the caller's transaction holds. */
export async function freeIfNothingIsOverdue(tx: Db, clock: Clock, code: string): Promise<void> {
  const [mark] = await findMarks(tx, eq(marks.code, code));
  if (!mark || mark.topUps.some((each) => each.state === "overdue" && overdueDemands(each, clock.now()) !== undefined)) return;
  const about = await paperworkOf(tx, [mark.id]);
  const kind = freeingStep(mark.facts, owedFor(mark, about(mark.id), clock.now()), clock.now());
  if (!kind) return;
  await changeByRule(tx, clock, mark, { rule: "top-up", kind, note: "Nothing is left to be shown.", because: (language) => markWords(language)("mail.because.shown") });
}
