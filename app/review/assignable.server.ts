import type { Actor } from "~/accounts/actor";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { candidatesFor } from "./assign.server";
import { currentReaders, factsOf } from "./case-file";
import type { Assigning } from "./desk";
import { findCase } from "./find-case.server";
import { faultOf } from "./reader-choice";
import { deskCase } from "./reading.server";
import { readerFaultWords, refusalWords } from "./refusal-words";
import { permitOn } from "./standing";

/** Whom a moderator can choose from for this case, and who reads it now. Undefined when it is out of reach. */
export async function assigningFor(db: Db, clock: Clock, actor: Actor, caseId: string): Promise<Assigning | undefined> {
  const file = await findCase(db, actor, caseId);
  if (!file) return undefined;
  const people = (await candidatesFor(db, file)).map((candidate) => {
    const fault = faultOf(candidate);
    const { personId, name, openCases } = candidate;
    return { personId, name, load: openCases === 1 ? "1 case open" : `${openCases} cases open`, fault: fault ? readerFaultWords[fault].split(". ")[0]! : null };
  });
  people.sort((one, other) => Number(one.fault !== null) - Number(other.fault !== null));
  const permission = permitOn("assign", actor, factsOf(file), { met: ["two_readers"] });
  const now = Object.fromEntries(currentReaders(file).map(({ part, personId }) => [part, personId]));
  return { case: deskCase(clock, file), people, now, barred: permission.ok ? null : refusalWords[permission.why] };
}
