import { notInArray, type SQL } from "drizzle-orm";
import { cases } from "#db/schema/review";
import { type Actor, hasRole } from "~/accounts/actor";
import type { Day } from "~/platform/calendar";
import type { Clock as Watch } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { appealDeadlines } from "./appeals/appeals.server";
import type { Clock, ClockName } from "./clocks";
import { type RunningCase, readBy, runningCases } from "./running.server";

export const deadlinesPerPage = 30;
/** `appealId`, `concernId`: where it is about an appeal or a concern. `mark`: where it is of a mark, and of no case any more; then `number` is the certificate’s. */
export type Deadline = Clock & { caseId: string | null; number: string; provider: string; appealId?: string; concernId?: string; mark?: { code: string; criteria: string[] } };
export type DeadlinePage = { late: Deadline[]; days: { day: Day; deadlines: Deadline[] }[]; page: number; pages: number };
/** `elsewhere`: what runs in marks and in concerns. It comes from them, who know of cases; not the other way round. */
export type Asked = { page?: number; of?: ClockName | undefined; elsewhere?: readonly Deadline[] };

/**
 * The deadlines that run today, the late ones first, then by their day, thirty a page; of one kind where asked. Never of a provider they belong to.
 * A moderator sees all; an assessor those of the cases they read now; a decision-maker those of the decisions that they may make.
 */
export async function deadlinesFor(db: Db, clock: Watch, actor: Actor, { page = 1, of, elsewhere = [] }: Asked = {}): Promise<DeadlinePage> {
  const all = [...deadlinesIn(await inReach(db, clock.now(), actor)), ...(hasRole(actor, "moderator") ? await appealDeadlines(db, clock, actor) : []), ...elsewhere];
  const asked = of ? all.filter((each) => each.of === of) : all;
  asked.sort((one, other) => Number(other.left < 0) - Number(one.left < 0) || one.due.localeCompare(other.due) || one.number.localeCompare(other.number));
  const shown = asked.slice((page - 1) * deadlinesPerPage, page * deadlinesPerPage);
  const running = shown.filter(({ left }) => left >= 0);
  const days = [...new Set(running.map(({ due }) => due))].map((day) => ({ day, deadlines: running.filter(({ due }) => due === day) }));
  return { late: shown.filter(({ left }) => left < 0), days, page, pages: Math.max(1, Math.ceil(asked.length / deadlinesPerPage)) };
}

/** For a moderator, those whose last day is over, the latest first; what two readers talk over is left out. Two reads. */
export async function overdueFor(db: Db, clock: Watch, actor: Actor, { elsewhere = [] }: Pick<Asked, "elsewhere"> = {}): Promise<Deadline[]> {
  if (!hasRole(actor, "moderator")) return [];
  const all = [...deadlinesIn(await inReach(db, clock.now(), actor, { talks: false })), ...(await appealDeadlines(db, clock, actor)), ...elsewhere];
  const late = all.filter(({ left, paused }) => left < 0 && !paused);
  return late.sort((one, other) => one.left - other.left);
}

const deadlinesIn = (found: readonly RunningCase[]): Deadline[] =>
  found.flatMap(({ id, number, provider, clocks }) => clocks.map((running) => ({ ...running, caseId: id, number, provider })));

async function inReach(db: Db, now: Date, actor: Actor, { talks = true } = {}): Promise<RunningCase[]> {
  if (!hasRole(actor, "moderator", "decider", "assessor")) return [];
  const own = actor.memberships.map(({ organisationId }) => organisationId);
  const all = hasRole(actor, "moderator", "decider");
  const where: SQL | undefined = all ? (own.length > 0 ? notInArray(cases.organisationId, own) : undefined) : readBy(actor.personId);
  const found = (await runningCases(db, now, { where, talks })).filter(({ organisationId }) => !own.includes(organisationId));
  if (hasRole(actor, "moderator")) return found;
  const reads = ({ readers }: RunningCase) => hasRole(actor, "assessor") && readers.some(({ personId }) => personId === actor.personId);
  const may = ({ raters, settlers }: RunningCase) => hasRole(actor, "decider") && ![...raters, ...settlers].includes(actor.personId);
  return found.flatMap((each) => (reads(each) ? each : may(each) ? { ...each, clocks: each.clocks.filter(({ from }) => from === "deciders") } : []));
}
