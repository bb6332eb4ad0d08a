import { and, eq, inArray, notInArray, sql } from "drizzle-orm";
import { z } from "zod";
import { organisations } from "#db/schema/accounts";
import { caseMoves, cases } from "#db/schema/review";
import { type Actor, hasRole } from "~/accounts/actor";
import type { Day } from "~/platform/calendar";
import type { Clock as Watch } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { caseNumber } from "./case-number";
import type { Clock } from "./clocks";
import { runningIn } from "./days-left";
import { questionRoundOf, roundsOf } from "./find-case.server";
import { QuestionRound } from "./questions";
import { beganAt, Round } from "./round";

export const deadlinesPerPage = 30;
export type Deadline = Clock & { caseId: string; number: string; provider: string };
export type DeadlinePage = { days: { day: Day; deadlines: Deadline[] }[]; page: number; pages: number };

const open = ["waiting", "declaring", "assessing", "checking", "deciding"] as const;
const Moves = z.array(z.object({ name: z.string(), at: z.coerce.date() }));

/** Every deadline that runs in an open case, by its day, thirty a page: for a moderator, never of a provider they belong to. One read. */
export async function deadlinesFor(db: Db, clock: Watch, actor: Actor, page = 1): Promise<DeadlinePage> {
  if (!hasRole(actor, "moderator")) return { days: [], page: 1, pages: 1 };
  const own = actor.memberships.map(({ organisationId }) => organisationId);
  const rows = await db
    .select({
      id: cases.id,
      number: cases.number,
      state: cases.state,
      openedAt: cases.openedAt,
      nation: organisations.nation,
      provider: organisations.name,
      questionRound: questionRoundOf,
      rounds: roundsOf,
      moves: sql<unknown>`(select coalesce(json_agg(json_build_object('name', m.name, 'at', m.at) order by m.at, m.seq), '[]') from ${caseMoves} m where m.case_id = ${cases.id} and m.name in ('agree', 'settled', 'send_report', 'confirm', 'let_stand', 'lapse'))`,
    })
    .from(cases)
    .innerJoin(organisations, eq(organisations.id, cases.organisationId))
    .where(and(inArray(cases.state, [...open]), own.length > 0 ? notInArray(cases.organisationId, own) : undefined));
  const all = rows.flatMap(({ id, number, provider, questionRound, moves, rounds, openedAt, ...about }): Deadline[] =>
    runningIn(
      { ...about, openedAt: beganAt(openedAt, z.array(Round).parse(rounds)), questionRound: QuestionRound.nullable().parse(questionRound) },
      clock.now(),
      Moves.parse(moves),
    ).map((running) => ({
      ...running,
      caseId: id,
      number: caseNumber(number),
      provider,
    })),
  );
  all.sort((one, other) => one.due.localeCompare(other.due) || one.number.localeCompare(other.number));
  const shown = all.slice((page - 1) * deadlinesPerPage, page * deadlinesPerPage);
  const days = [...new Set(shown.map(({ due }) => due))].map((day) => ({ day, deadlines: shown.filter(({ due }) => due === day) }));
  return { days, page, pages: Math.max(1, Math.ceil(all.length / deadlinesPerPage)) };
}
