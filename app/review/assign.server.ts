import { and, inArray, isNull } from "drizzle-orm";
import { people } from "#db/schema/accounts";
import { assignments } from "#db/schema/review";
import type { Actor } from "~/accounts/actor";
import type { Refusal } from "~/assessments/workflow";
import { record } from "~/audit/record.server";
import { type Day, londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { candidatesFor } from "./candidates.server";
import { type CaseFile, currentReaders, factsOf } from "./case-file";
import { isNewToReading } from "./depth";
import { type Chance, wholeForNewReader } from "./draw.server";
import { holdCase } from "./find-case.server";
import { holdChoice } from "./interests/hold.server";
import { tellOfReaders } from "./interests/tell-of-readers.server";
import { makeMove } from "./move.server";
import { type Part, parts } from "./part";
import { type Candidate, faultOf, type ReaderFault } from "./reader-choice";
import { assigned } from "./reader-letters";
import { permitOn } from "./standing";
import { tell } from "./tell.server";

export type Choice = Record<Part, string>;
/** `faults` says what stands against each choice. */
export type Assigned =
  | { ok: true }
  | { ok: false; why: Refusal; faults: Partial<Record<Part, ReaderFault>> }
  /** Somebody else chose meanwhile. */
  | { ok: false; why: "readers_changed"; faults: Partial<Record<Part, never>> };

/**
 * A moderator names the assessor and the second reader: two assessors of the scheme, neither of them the provider's.
 * Somebody who keeps their part keeps what they declared and rated; the assignments of others end.
 * Neither of them has a tie that bars, and it is no swap (Standard rules §C.5). The provider is told who reads, and how to object.
 * Where one of them is new to it and `chance` is given, both read everything from now on.
 * `seen`: who read it when they chose; where that is no longer so nothing is changed. Undefined when the case is out of reach.
 */
export function assignReaders(
  db: Db,
  clock: Clock,
  actor: Actor,
  { caseId, seen, ...choice }: { caseId: string; seen?: Partial<Choice> } & Choice,
  chance?: Chance,
): Promise<Assigned | undefined> {
  return db.transaction(async (tx) => {
    const file = await holdCase(tx, actor, caseId);
    if (!file) return undefined;
    if (seen && permitOn("assign", actor, factsOf(file), { met: ["two_readers"] }).ok && !asSeen(file, seen)) return { ok: false, why: "readers_changed", faults: {} };
    await holdChoice(tx, Object.values(choice), file.organisationId);
    const candidates = await candidatesFor(tx, file, clock.now(), Object.values(choice));
    const faults = faultsOf(file, choice, candidates, londonDay(clock.now()));
    const permission = permitOn("assign", actor, factsOf(file), { met: Object.keys(faults).length === 0 ? ["two_readers"] : [] });
    if (!permission.ok) return { ...permission, faults };
    const now = clock.now();
    const staying = currentReaders(file).filter(({ part, personId }) => choice[part] === personId);
    const coming = parts.filter((part) => !staying.some((each) => each.part === part));
    const leaving = currentReaders(file).filter((each) => !staying.includes(each));
    if (leaving.length > 0) {
      await tx
        .update(assignments)
        .set({ endedAt: now, endedReason: "replaced" })
        .where(
          and(
            inArray(
              assignments.id,
              leaving.map(({ id }) => id),
            ),
            isNull(assignments.endedAt),
          ),
        );
    }
    await tx.insert(assignments).values(coming.map((part) => ({ caseId, part, personId: choice[part], assignedBy: actor.personId, assignedAt: now })));
    const newcomers = await tx
      .select({ personId: people.id, name: people.name, email: people.email })
      .from(people)
      .where(
        inArray(
          people.id,
          coming.map((part) => choice[part]),
        ),
      );
    for (const part of coming) {
      await tell(
        tx,
        clock,
        file,
        newcomers.filter(({ personId }) => personId === choice[part]),
        assigned(part),
        paths.declare(caseId),
      );
    }
    const nameOf = (part: Part) => candidates.find(({ personId }) => personId === choice[part])!.name;
    await tellOfReaders(tx, clock, file, { assessor: nameOf("assessor"), second_reader: nameOf("second_reader") });
    await makeMove(tx, file, "assign", actor, now);
    if (chance && candidates.some(({ personId, casesBefore }) => Object.values(choice).includes(personId) && isNewToReading(casesBefore))) await wholeForNewReader(tx, clock, file);
    for (const part of coming) await record(tx, { personId: actor.personId }, now, { type: "case.assigned", subject: caseId, data: { part, person_id: choice[part] } });
    return { ok: true };
  });
}

const asSeen = (file: CaseFile, seen: Partial<Choice>) => parts.every((part) => seen[part] === currentReaders(file).find((each) => each.part === part)?.personId);

function faultsOf(file: CaseFile, choice: Choice, candidates: Candidate[], today: Day): Partial<Record<Part, ReaderFault>> {
  const each = parts
    .map(
      (part) =>
        [
          part,
          faultOf(
            candidates.find(({ personId }) => personId === choice[part]),
            today,
          ),
        ] as const,
    )
    .filter(([, fault]) => fault);
  if (each.length > 0) return Object.fromEntries(each);
  if (choice.assessor === choice.second_reader) return { second_reader: "same_person" };
  const now = currentReaders(file);
  return now.length === 2 && now.every(({ part, personId }) => choice[part] === personId) ? { assessor: "no_change" } : {};
}
