import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { memberships, people, schemeRoles } from "#db/schema/accounts";
import { appealAnswers, appealSeats, appealVoices } from "#db/schema/appeals";
import type { Actor } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { canonical } from "~/standards/canonical";
import { saysNone } from "../case-file";
import { byOf } from "../move.server";
import { type ReasonFault, reasonFault } from "../rating";
import { tell, tellProvider, tellRole } from "../tell.server";
import { type AnswerGiven, readAnswer } from "./answer-given";
import { outcomeOfAppeal, panelDue, type Seat, seats } from "./appeal";
import { type AppealOf, barsOf, currentSeats, panelAnswer, permitAppealOn, voicesOf } from "./appeal-file";
import { onPanel, ownGoneOn, ownPanelNamed, panelMayBegin, panelNeeded, panelToConfirm } from "./appeal-letters";
import type { AppealRefusal } from "./appeal-moves";
import { heldAppeal, holdAppeal, holdOwnAppeal } from "./find-appeal.server";
import type { AppealAnswered } from "./first-stage.server";
import { moveAppeal } from "./move-appeal.server";
import type { PanelChoice, Panellist, SeatFault } from "./panel-choice";
import { takeEffect } from "./take-effect.server";
import { panelOf, peopleById, tellAnswer } from "./tell-appeal.server";

/** The provider's admin takes the appeal on to the panel, saying why, within 28 days of the first answer. Undefined when it is not theirs, or there is none. */
export function goOnToPanel(
  db: Db,
  clock: Clock,
  actor: Actor,
  { assessmentId, why }: { assessmentId: string; why: string },
): Promise<{ ok: true } | { ok: false; why: AppealRefusal | ReasonFault } | undefined> {
  return db.transaction(async (tx) => {
    const file = await holdOwnAppeal(tx, actor, assessmentId);
    if (!file?.appeal) return undefined;
    const now = clock.now();
    const permission = permitAppealOn("go_on", actor, file, now, { reason: why });
    if (!permission.ok) return permission;
    const fault = reasonFault(why);
    if (fault) return { ok: false as const, why: fault };
    const due = panelDue(now, file.case.nation);
    await moveAppeal(tx, file.appeal, "go_on", { goneOnAt: now, goneOnWhy: why.trim(), panelDueOn: due });
    await tellProvider(tx, clock, file.case, ownGoneOn(due), paths.ownAppeal(assessmentId));
    await tellRole(tx, clock, file.case, "moderator", panelNeeded(due), paths.appeal(file.appeal.id));
    await record(tx, { personId: actor.personId }, now, { type: "appeal.gone_on", subject: file.appeal.id, data: { due_on: due } });
    return { ok: true as const };
  });
}

export type PanelSeated = { ok: true } | { ok: false; why: Exclude<AppealRefusal, "right_seats"> } | { ok: false; why: "right_seats"; faults: Partial<Record<Seat, SeatFault>> };

/** Everybody with the role, by name, and what stands against each here. One read. */
export async function panellistsFor(db: Db, file: AppealOf, now: Date): Promise<Panellist[]> {
  const rows = await db
    .select({
      personId: people.id,
      name: people.name,
      ofProvider: sql<boolean>`exists (select 1 from ${memberships} m where m.person_id = people.id and m.organisation_id = ${file.case.organisationId})`,
    })
    .from(people)
    .innerJoin(schemeRoles, and(eq(schemeRoles.personId, people.id), eq(schemeRoles.role, "panel")))
    .orderBy(people.name, people.id);
  const conflicted = (personId: string) => file.appeal.seats.some((each) => each.personId === personId && each.declaration !== null && !saysNone(each.declaration));
  return rows.map(({ personId, name, ofProvider }) => {
    const bar = barsOf(personId, ofProvider, file, londonDay(now)).find((each) => each !== "not_declared");
    return { personId, name, fault: bar ?? (conflicted(personId) ? "conflict" : null) };
  });
}

/**
 * A moderator who had no part in what is appealed against, and did not answer it, names the three of the panel: one from the voluntary sector, one GP or link worker, one lay person. Who stays keeps what they declared.
 * Nobody of the provider, nobody who had a part, nobody with a conflict of interest. Undefined when it is out of reach.
 */
export function seatPanel(db: Db, clock: Clock, actor: Actor, { appealId, choice }: { appealId: string; choice: PanelChoice }): Promise<PanelSeated | undefined> {
  return db.transaction(async (tx): Promise<PanelSeated | undefined> => {
    const file = await holdAppeal(tx, actor, appealId);
    if (!file) return undefined;
    const now = clock.now();
    const candidates = await panellistsFor(tx, file, now);
    const faults = seatFaults(file, choice, candidates);
    const right = Object.keys(faults).length === 0;
    const permission = permitAppealOn("seat", actor, file, now, { also: right ? ["right_seats"] : [] });
    if (!permission.ok) return permission.why === "right_seats" ? { ok: false, why: permission.why, faults } : { ok: false, why: permission.why };

    const sitting = currentSeats(file.appeal);
    const staying = sitting.filter(({ seat, personId }) => choice[seat] === personId);
    const leaving = sitting.filter((each) => !staying.includes(each)).map(({ id }) => id);
    if (leaving.length > 0)
      await tx
        .update(appealSeats)
        .set({ endedAt: now })
        .where(and(inArray(appealSeats.id, leaving), isNull(appealSeats.endedAt)));
    const coming = seats.filter((seat) => !staying.some((each) => each.seat === seat));
    await tx.insert(appealSeats).values(coming.map((seat) => ({ appealId, seat, personId: choice[seat], seatedBy: actor.personId, seatedAt: now })));
    const newcomers = await peopleById(
      tx,
      coming.map((seat) => choice[seat]),
    );
    await tell(tx, clock, file.case, newcomers, onPanel(file.appeal.panelDueOn!), paths.appeal(appealId));
    const names = seats.map((seat) => candidates.find(({ personId }) => personId === choice[seat])?.name ?? "");
    await tellProvider(tx, clock, file.case, ownPanelNamed(names, file.appeal.panelDueOn!), paths.ownAppeal(file.case.submission.assessmentId));
    await moveAppeal(tx, file.appeal, "seat");
    for (const seat of coming) await record(tx, { personId: actor.personId }, now, { type: "appeal.seated", subject: appealId, data: { seat, person_id: choice[seat] } });
    return { ok: true };
  });
}

function seatFaults(file: AppealOf, choice: PanelChoice, candidates: readonly Panellist[]): Partial<Record<Seat, SeatFault>> {
  const faults: Partial<Record<Seat, SeatFault>> = {};
  for (const seat of seats) {
    const chosen = candidates.find(({ personId }) => personId === choice[seat]);
    const fault = choice[seat] === "" ? "nobody" : chosen ? chosen.fault : "not_panel";
    if (fault) faults[seat] = fault;
    else if (seats.some((other) => other < seat && choice[other] === choice[seat])) faults[seat] = "twice";
  }
  if (Object.keys(faults).length > 0) return faults;
  const sitting = currentSeats(file.appeal);
  return sitting.length === seats.length && sitting.every(({ seat, personId }) => choice[seat] === personId) ? { voluntary_sector: "no_change" } : {};
}

/**
 * Somebody of the panel says whether they have a conflict of interest, before anything is shown to them. Only "none", typed, says that there is none; who has one leaves the seat at once, and the moderators are told.
 * Once all three have, the panel begins. Undefined when it is out of reach.
 */
export function declareOnPanel(
  db: Db,
  clock: Clock,
  actor: Actor,
  { appealId, words }: { appealId: string; words: string },
): Promise<{ ok: true; conflict: boolean } | { ok: false; why: AppealRefusal | "nothing_typed" } | undefined> {
  return db.transaction(async (tx) => {
    const file = await holdAppeal(tx, actor, appealId);
    if (!file) return undefined;
    const now = clock.now();
    const permission = permitAppealOn("declare", actor, file, now);
    if (!permission.ok) return permission;
    const said = words.trim();
    if (said === "") return { ok: false as const, why: "nothing_typed" as const };
    const conflict = !saysNone(said);
    const mine = currentSeats(file.appeal).find(({ personId }) => personId === actor.personId)!;
    const declared = { declaredAt: now, declaration: conflict ? said : "none", endedAt: conflict ? now : null };
    await tx.update(appealSeats).set(declared).where(eq(appealSeats.id, mine.id));
    if (conflict) await tellRole(tx, clock, file.case, "moderator", panelNeeded(file.appeal.panelDueOn!), paths.appeal(appealId));
    const after = { ...file, appeal: { ...file.appeal, seats: file.appeal.seats.map((each) => (each.id === mine.id ? { ...each, ...declared } : each)) } };
    if (permitAppealOn("open", "system", after, now).ok) {
      await moveAppeal(tx, file.appeal, "open");
      await tell(tx, clock, file.case, panelOf(after.appeal), panelMayBegin(file.appeal.panelDueOn!), paths.appeal(appealId));
    }
    await record(tx, { personId: actor.personId }, now, { type: "appeal.declared", subject: appealId, data: { conflict } });
    return { ok: true as const, conflict };
  });
}

/** One of the panel writes down what the three have come to; the other two are asked whether it is so. Writing it anew takes the place of what was written before. Undefined when it is out of reach. */
export function writeDown(db: Db, clock: Clock, actor: Actor, { appealId, given }: { appealId: string; given: AnswerGiven }): Promise<AppealAnswered | undefined> {
  return db.transaction(async (tx): Promise<AppealAnswered | undefined> => {
    const file = await holdAppeal(tx, actor, appealId);
    if (!file) return undefined;
    const now = clock.now();
    const read = readAnswer(file, given);
    const permission = permitAppealOn("write_down", actor, file, now, { also: read.ok ? ["every_point"] : [], reason: given.reason });
    if (!permission.ok && permission.why !== "every_point") return { ok: false, why: permission.why };
    if (!read.ok || !permission.ok) return { ok: false, why: "every_point", faults: read.ok ? {} : read.faults };
    const outcome = outcomeOfAppeal(read.answer);
    const [kept] = await tx
      .insert(appealAnswers)
      .values({ caseId: file.case.id, appealId, stage: 2, outcome, content: canonical(read.answer), by: actor.personId, at: now })
      .returning({ id: appealAnswers.id });
    await tx.insert(appealVoices).values({ answerId: kept!.id, personId: actor.personId, agrees: true, words: "", at: now });
    const others = panelOf(file.appeal).filter(({ personId }) => personId !== actor.personId);
    await tell(tx, clock, file.case, others, panelToConfirm(actor.name, file.appeal.panelDueOn!), paths.appeal(appealId));
    await record(tx, { personId: actor.personId }, now, { type: "appeal.written_down", subject: appealId, data: { outcome } });
    return { ok: true };
  });
}

export type Said = { ok: true; final: boolean } | { ok: false; why: AppealRefusal | ReasonFault | "said_already" | "written_anew" };

/**
 * Another of the panel says whether what was written down is what they have come to. Who does not agree says why, and that is noted. Once all three have spoken and two of them agree it is final: it takes effect, and both sides are told why.
 * `answerId`: what they were shown. Undefined when it is out of reach.
 */
export function sayOnPanel(
  db: Db,
  clock: Clock,
  actor: Actor,
  { appealId, answerId, agrees, words }: { appealId: string; answerId: string; agrees: boolean; words: string },
): Promise<Said | undefined> {
  return db.transaction(async (tx): Promise<Said | undefined> => {
    const file = await holdAppeal(tx, actor, appealId);
    if (!file) return undefined;
    const now = clock.now();
    const permission = permitAppealOn("say", actor, file, now);
    if (!permission.ok) return permission;
    const written = panelAnswer(file.appeal)!;
    if (written.id !== answerId) return { ok: false, why: "written_anew" };
    if (voicesOf(file.appeal).some(({ personId }) => personId === actor.personId)) return { ok: false, why: "said_already" };
    const fault = agrees ? undefined : reasonFault(words);
    if (fault) return { ok: false, why: fault };
    const voice = { personId: actor.personId, agrees, words: agrees ? "" : words.trim(), at: now };
    await tx.insert(appealVoices).values({ answerId, ...voice });
    const heard = { ...written, voices: [...written.voices, { ...voice, name: actor.name }] };
    const after = { ...file, appeal: { ...file.appeal, answers: file.appeal.answers.map((each) => (each.id === answerId ? heard : each)) } };
    const final = await conclude(tx, clock, after);
    await record(tx, { personId: actor.personId }, now, { type: "appeal.voiced", subject: appealId, data: { agrees } });
    if (final) await record(tx, byOf("system"), now, { type: "appeal.closed", subject: appealId, data: { why: "panel" } });
    return { ok: true, final };
  });
}

/** What the panel has confirmed becomes final, unless the case is being decided anew just now: then once it is (`concludeDue`). */
async function conclude(tx: Db, clock: Clock, file: AppealOf): Promise<boolean> {
  const now = clock.now();
  if (!permitAppealOn("conclude", "system", file, now).ok) return false;
  const answer = panelAnswer(file.appeal)!;
  await moveAppeal(tx, file.appeal, "conclude", { endedAt: now });
  await tellAnswer(tx, clock, file, answer);
  await takeEffect(tx, clock, file, answer.content, answer.by);
  return true;
}

/** Makes final what the panel had confirmed while its case was being decided anew. Whether it did. */
export function concludeDue(db: Db, clock: Clock, appealId: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    const file = await heldAppeal(tx, appealId);
    if (!file || !(await conclude(tx, clock, file))) return false;
    await record(tx, byOf("system"), clock.now(), { type: "appeal.closed", subject: appealId, data: { why: "panel" } });
    return true;
  });
}
