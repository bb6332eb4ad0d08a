import { and, inArray, isNull, sql } from "drizzle-orm";
import { formerMemberships, memberships, people, schemeRoles } from "#db/schema/accounts";
import { assignments, cases } from "#db/schema/review";
import type { Actor } from "~/accounts/actor";
import type { Refusal } from "~/assessments/workflow";
import { record } from "~/audit/record.server";
import { type Day, londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { type CaseFile, currentReaders, factsOf, saysNone } from "./case-file";
import { isNewToReading } from "./depth";
import { type Chance, wholeForNewReader } from "./draw.server";
import { holdCase } from "./find-case.server";
import { assigned } from "./letters";
import { makeMove } from "./move.server";
import { type Part, parts } from "./part";
import { type Candidate, faultOf, type ReaderFault } from "./reader-choice";
import { permitOn } from "./standing";
import type { Suggestible } from "./suggest";
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
    const candidates = await candidatesFor(tx, file, Object.values(choice));
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
    await makeMove(tx, file, "assign", actor, now);
    if (chance && candidates.some(({ personId, casesBefore }) => Object.values(choice).includes(personId) && isNewToReading(casesBefore))) await wholeForNewReader(tx, clock, file);
    for (const part of coming) await record(tx, { personId: actor.personId }, now, { type: "case.assigned", subject: caseId, data: { part, person_id: choice[part] } });
    return { ok: true };
  });
}

const asSeen = (file: CaseFile, seen: Partial<Choice>) => parts.every((part) => seen[part] === currentReaders(file).find((each) => each.part === part)?.personId);

/** Everybody who might read this case, with what is known against them: scheme assessors, and whoever else is asked about. */
export async function candidatesFor(db: Db, file: CaseFile, alsoIds: string[] = []): Promise<Suggestible[]> {
  const isAssessor = sql<boolean>`exists (select 1 from ${schemeRoles} r where r.person_id = people.id and r.role = 'assessor')`;
  const asked = alsoIds.length > 0 ? sql`or ${inArray(people.id, alsoIds)}` : sql``;
  const rows = await db
    .select({
      personId: people.id,
      name: people.name,
      isAssessor,
      ofProvider: sql<boolean>`exists (select 1 from ${memberships} m where m.person_id = people.id and m.organisation_id = ${file.organisationId})`,
      casesBefore: sql<number>`(select count(*)::int from ${assignments} a join ${cases} c on c.id = a.case_id where a.person_id = people.id and a.ended_at is null and c.state <> 'withdrawn' and c.id <> ${file.id})`,
      belongedUntil: sql<string | null>`(select max(f.until)::text from ${formerMemberships} f where f.person_id = people.id and f.organisation_id = ${file.organisationId})`,
      assessedLastTwo: sql<boolean>`(select count(*) = 2 and bool_and(exists (select 1 from ${assignments} a where a.case_id = last.id and a.person_id = people.id and a.part = 'assessor' and a.ended_at is null))
        from (select c.id from ${cases} c where c.organisation_id = ${file.organisationId} and c.state = 'decided' and c.opened_at < ${file.openedAt.toISOString()} order by c.opened_at desc, c.number desc limit 2) last)`,
      ofThisProvider: sql<number>`(select count(*)::int from ${assignments} a join ${cases} c on c.id = a.case_id where a.person_id = people.id and a.ended_at is null and c.organisation_id = ${file.organisationId} and c.id <> ${file.id})`,
      openCases: sql<number>`(select count(*)::int from ${assignments} a join ${cases} c on c.id = a.case_id where a.person_id = people.id and a.ended_at is null and c.state in ('declaring', 'assessing'))`,
    })
    .from(people)
    .where(sql`${isAssessor} ${asked}`)
    .orderBy(people.name, people.id);
  const conflicted = new Set(file.assignments.filter(({ declaration }) => declaration !== null && !saysNone(declaration)).map(({ personId }) => personId));
  return rows.map((row) => ({
    ...row,
    belongedUntil: row.belongedUntil === null ? null : londonDay(new Date(row.belongedUntil)),
    declaredConflict: conflicted.has(row.personId),
  }));
}

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
