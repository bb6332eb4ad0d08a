import { letters } from "#db/schema/marks";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { findDecision } from "./find-decision.server";
import { keepOnce } from "./keep-once.server";
import { letterIn } from "./letter-in.server";
import { renderLetter } from "./render.server";

/** Makes the PDF of a decision letter, once, in the language that the person who sent the self-assessment reads now: however often and by however many at a time this is called, there is one file and one row. */
export async function makeLetter(db: Db, clock: Clock, decisionId: string): Promise<void> {
  const decided = await findDecision(db, decisionId);
  if (!decided) throw new Error(`There is no decision ${decisionId} to write a letter about.`);
  if (decided.pdf) return;
  const { letter, contact } = await letterIn(db, decided, decided.senderReads);
  const pdf = await renderLetter(letter, { issuer: settings().issuer, contact });
  await keepOnce(db, "letters", pdf, async (tx, stored) => {
    const now = clock.now();
    const kept = await tx
      .insert(letters)
      .values({ decisionId, ...stored, madeAt: now })
      .onConflictDoNothing({ target: letters.decisionId })
      .returning({ decisionId: letters.decisionId });
    if (kept.length === 0) return false;
    await record(tx, { system: "make-letter" }, now, { type: "decision.letter_made", subject: decisionId, data: { sha256: stored.sha256 } });
    return true;
  });
}
