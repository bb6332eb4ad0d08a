import { eq } from "drizzle-orm";
import { people as persons } from "#db/schema/accounts";
import { submissions } from "#db/schema/assessments";
import type { Actor } from "~/accounts/actor";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import type { Language } from "~/platform/words";
import { candidatesFor } from "./candidates.server";
import { currentReaders, factsOf } from "./case-file";
import type { Assigning } from "./desk";
import { findCase } from "./find-case.server";
import { deskCase } from "./reading.server";
import { refusalWords } from "./refusal-words";
import { permitOn } from "./standing";
import { suggestions } from "./suggest";

/** Whom a moderator can choose from for this case, best first and each with its why, and who reads it now. Undefined when it is out of reach. */
export async function assigningFor(db: Db, clock: Clock, actor: Actor, caseId: string): Promise<Assigning | undefined> {
  const file = await findCase(db, actor, caseId);
  if (!file) return undefined;
  const now = clock.now();
  const [candidates, language] = await Promise.all([candidatesFor(db, file, now), senderReads(db, file.submission.id)]);
  const people = suggestions(candidates, londonDay(now), { nation: file.nation, language });
  const permission = permitOn("assign", actor, factsOf(file), { met: ["two_readers"] });
  const readers = Object.fromEntries(currentReaders(file).map(({ part, personId }) => [part, personId]));
  return { case: deskCase(clock, file), people, now: readers, barred: permission.ok ? null : refusalWords[permission.why] };
}

/** The language in which whoever sent it works; English when they never chose. */
async function senderReads(db: Db, submissionId: string): Promise<Language> {
  const [sender] = await db
    .select({ language: persons.language })
    .from(submissions)
    .innerJoin(persons, eq(persons.id, submissions.submittedBy))
    .where(eq(submissions.id, submissionId));
  return sender?.language ?? "en";
}
