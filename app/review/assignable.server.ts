import type { Actor } from "~/accounts/actor";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { candidatesFor } from "./assign.server";
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
  const people = suggestions(await candidatesFor(db, file), londonDay(clock.now()));
  const permission = permitOn("assign", actor, factsOf(file), { met: ["two_readers"] });
  const now = Object.fromEntries(currentReaders(file).map(({ part, personId }) => [part, personId]));
  return { case: deskCase(clock, file), people, now, barred: permission.ok ? null : refusalWords[permission.why] };
}
