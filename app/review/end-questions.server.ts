import { and, eq, lt } from "drizzle-orm";
import { questionRounds } from "#db/schema/questions";
import { record } from "~/audit/record.server";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { carryOn } from "./carry-on.server";
import type { CaseFile } from "./case-file";
import { lockCase, readCase } from "./find-case.server";
import { byOf } from "./move.server";
import { permitQuestionOn } from "./question-file";
import { noAnswers, questionsLapsed } from "./question-letters";
import { tellProvider, tellReaders } from "./tell.server";

const atOnce = 200;

/** The rounds of questions whose last day is over without answers: the readers go on with what they have. Answers how many. Each in a transaction of its own, asked again once it is held. */
export async function lapseQuestions(db: Db, clock: Clock): Promise<number> {
  const due = await db
    .select({ caseId: questionRounds.caseId })
    .from(questionRounds)
    .where(and(eq(questionRounds.state, "sent"), lt(questionRounds.dueOn, londonDay(clock.now()))))
    .limit(atOnce);
  let lapsed = 0;
  for (const { caseId } of due) if (await lapseIn(db, clock, caseId)) lapsed += 1;
  return lapsed;
}

const lapseIn = (db: Db, clock: Clock, caseId: string): Promise<boolean> =>
  db.transaction(async (tx) => {
    const file = (await lockCase(tx, caseId)) ? await readCase(tx, caseId) : undefined;
    if (!file || !permitQuestionOn("lapse", "system", file, clock.now()).ok) return false;
    await tellReaders(tx, clock, file, noAnswers);
    await tellProvider(tx, clock, file, questionsLapsed, paths.sent(file.submission.assessmentId));
    await carryOn(tx, clock, await close(tx, clock, file));
    await record(tx, byOf("system"), clock.now(), { type: "case.questions_ended", subject: caseId, data: { why: "lapse" } });
    return true;
  });

/** Where the provider takes its case back while it is asked something: nobody waits for an answer any more. Call it with the file as it is then, before anything is recorded. */
export async function callOffQuestions(tx: Db, clock: Clock, file: CaseFile): Promise<boolean> {
  if (!permitQuestionOn("call_off", "system", file, clock.now()).ok) return false;
  await close(tx, clock, file);
  return true;
}

async function close(tx: Db, clock: Clock, file: CaseFile): Promise<CaseFile> {
  const ended = { state: "closed", endedAt: clock.now() } as const;
  await tx.update(questionRounds).set(ended).where(eq(questionRounds.caseId, file.id));
  return { ...file, questionRound: file.questionRound && { ...file.questionRound, ...ended } };
}
