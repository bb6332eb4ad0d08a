import { eq } from "drizzle-orm";
import { z } from "zod";
import { organisations } from "#db/schema/accounts";
import { submissions } from "#db/schema/assessments";
import { cases } from "#db/schema/review";
import { type Actor, membershipIn } from "~/accounts/actor";
import type { Db } from "~/platform/database.server";
import { CaseId } from "./case-file";
import { locksOf, questionRoundOf, roundsOf } from "./find-case.server";
import { KeptLock, type Lock } from "./privacy/locks";
import { QuestionRound } from "./questions";
import { Round } from "./round";
import type { QuestionsTo } from "./turn-of";

/** What a provider may know of the case of what it sent: where it stands, what it was asked, and what of it is locked; nothing that is still being drafted. Undefined when it is not theirs, or was never sent. One read. */
export async function questionsTo(db: Db, actor: Actor, assessmentId: string): Promise<(QuestionsTo & { locks: Lock[] }) | undefined> {
  if (!CaseId.safeParse(assessmentId).success) return undefined;
  const [row] = await db
    .select({
      state: cases.state,
      openedAt: cases.openedAt,
      nation: organisations.nation,
      organisationId: cases.organisationId,
      questionRound: questionRoundOf,
      rounds: roundsOf,
      locks: locksOf,
    })
    .from(cases)
    .innerJoin(submissions, eq(submissions.id, cases.submissionId))
    .innerJoin(organisations, eq(organisations.id, cases.organisationId))
    .where(eq(submissions.assessmentId, assessmentId));
  if (!row || !membershipIn(actor, row.organisationId)) return undefined;
  const round = QuestionRound.nullable().parse(row.questionRound);
  return { ...row, rounds: z.array(Round).parse(row.rounds), locks: z.array(KeptLock).parse(row.locks), questionRound: round?.state === "drafting" ? null : round };
}
