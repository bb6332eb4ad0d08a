import { asc, eq } from "drizzle-orm";
import { letters, marks } from "#db/schema/marks";
import { decisions } from "#db/schema/review";
import { londonDay } from "~/platform/calendar";
import type { Db } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import type { CaseFile } from "~/review/case-file";
import { KeptScore } from "~/review/outcome";
import type { RecordLetter } from "~/review/record/bundle";
import { decidedCase, markIn } from "./decided-case";
import { letterFromDecision } from "./letter-from-decision";
import { letterText } from "./letter-text";
import { contactWords } from "./letter-words";

/** The letter about each decision of a case, oldest first, as text in English. One read. */
export async function lettersOf(db: Db, file: CaseFile): Promise<RecordLetter[]> {
  const { baseUrl, contact } = settings();
  const rows = await db
    .select({ decision: decisions, code: marks.code, validUntil: marks.validUntil, conditions: marks.conditions, sha256: letters.sha256 })
    .from(decisions)
    .leftJoin(marks, eq(marks.decisionId, decisions.id))
    .leftJoin(letters, eq(letters.decisionId, decisions.id))
    .where(eq(decisions.caseId, file.id))
    .orderBy(asc(decisions.round));
  return rows.map(({ decision: { round, score, reason, decidedAt }, sha256, ...given }) => {
    const letter = letterFromDecision(decidedCase(file, round, { score: KeptScore.parse(score), reason, decidedAt }, markIn(given)), baseUrl);
    return { day: londonDay(decidedAt), sha256, paragraphs: letterText(letter, contactWords(contact, "en")) };
  });
}
