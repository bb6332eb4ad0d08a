import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { markEvents } from "#db/schema/marks";
import type { Actor } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { paths } from "~/platform/paths";
import { type ReasonFault, reasonFault } from "~/review/rating";
import { secondPersonMail } from "./change-words";
import { normaliseCode } from "./code";
import { holdMark } from "./hold-mark.server";
import type { ReasonClass } from "./mark";
import { type MoveRefusal, permitAnswer, permitChange, type ReviewStep, situationOf } from "./mark-moves";
import { tellSecondPeople } from "./tell.server";
import { tellOfChange } from "./tell-of-change.server";

/** `code` in any spelling. `note` is private: why, for those who work on it. `reasonClass` is what the public is told. */
export type Proposal = { code: string; note: string } & ({ kind: "suspend"; reasonClass: ReasonClass } | { kind: "reinstate" | "withdraw" });
export type Proposed = { ok: true; proposalId: string } | { ok: false; why: MoveRefusal | ReasonFault | "already_proposed" };
export type Changed = { ok: true } | { ok: false; why: MoveRefusal };

/** A moderator proposes to suspend, reinstate or withdraw a mark. Nothing about the mark changes until a second person confirms. Undefined when the mark is out of reach. */
export function proposeChange(db: Db, clock: Clock, actor: Actor, proposal: Proposal): Promise<Proposed | undefined> {
  return db.transaction(async (tx): Promise<Proposed | undefined> => {
    const held = await holdMark(tx, actor, proposal.code);
    if (!held) return undefined;
    const { mark, standings } = held;
    const { kind, note } = proposal;
    const now = clock.now();
    const permission = permitChange(kind, { ...situationOf(mark.facts, now), standings });
    if (!permission.ok) return permission;
    if (mark.openProposal) return { ok: false, why: "already_proposed" };
    const fault = reasonFault(note);
    if (fault) return { ok: false, why: fault };
    const reasonClass = proposal.kind === "suspend" ? proposal.reasonClass : null;
    const [row] = await tx
      .insert(markEvents)
      .values({ markId: mark.id, kind, reasonClass, note: note.trim(), proposedBy: actor.personId, proposedAt: now })
      .returning({ id: markEvents.id });
    const about = { provider: mark.holder.name, standard: mark.holder.standard.title, page: settings().baseUrl + paths.heldMark(mark.code) };
    await tellSecondPeople(tx, clock, { organisationIds: [mark.organisationId], proposedBy: actor.personId }, `proposed:${row!.id}`, secondPersonMail(kind, about));
    await record(tx, { personId: actor.personId }, now, { type: "mark.change_proposed", subject: mark.id, data: { kind } });
    return { ok: true, proposalId: row!.id };
  });
}

export type Answer = { code: string; proposalId: string };

/** A second person confirms what another proposed: it takes effect in this moment. Undefined when there is no such open proposal for this person. */
export const confirmChange = (db: Db, clock: Clock, actor: Actor, answer: Answer): Promise<Changed | undefined> => answerProposal(db, clock, actor, answer, "confirm");

/** A second person declines what another proposed: nothing changes, and both stay on record. Undefined when there is no such open proposal for this person. */
export const declineChange = (db: Db, clock: Clock, actor: Actor, answer: Answer): Promise<Changed | undefined> => answerProposal(db, clock, actor, answer, "decline");

function answerProposal(db: Db, clock: Clock, actor: Actor, { code, proposalId }: Answer, answer: "confirm" | "decline"): Promise<Changed | undefined> {
  return db.transaction(async (tx): Promise<Changed | undefined> => {
    const held = await holdMark(tx, actor, code);
    const proposal = held && (await openProposal(tx, held.mark.id, proposalId));
    if (!held || !proposal) return undefined;
    const { mark, standings } = held;
    const { id, kind, reasonClass } = proposal;
    const now = clock.now();
    const permission = permitAnswer(kind, answer, { ...situationOf(mark.facts, now), standings, ownProposal: proposal.proposedBy === actor.personId });
    if (!permission.ok) return permission;
    const confirmed = answer === "confirm";
    await tx
      .update(markEvents)
      .set(confirmed ? { confirmedBy: actor.personId, confirmedAt: now } : { declinedBy: actor.personId, declinedAt: now })
      .where(eq(markEvents.id, id));
    if (confirmed) await tellOfChange(tx, clock, mark, { id, kind, reasonClass });
    await record(tx, { personId: actor.personId }, now, { type: confirmed ? "mark.changed" : "mark.change_declined", subject: mark.id, data: { kind } });
    return { ok: true };
  });
}

/** A moderator begins or ends a review: the mark stays in force, and the public is told that we are looking. Takes one person. Undefined when the mark is out of reach. */
export function reviewMark(
  db: Db,
  clock: Clock,
  actor: Actor,
  { code, kind, note }: { code: string; kind: ReviewStep; note: string },
): Promise<Changed | { ok: false; why: ReasonFault } | undefined> {
  return changeAlone(db, clock, actor, { code, kind, note: note.trim() }, reasonFault(note));
}

/** The provider's admin gives a mark up, at once and for good. `typed` must be the mark's code, so that nobody does it by a slip. Undefined when the mark is not theirs. */
export function surrenderMark(
  db: Db,
  clock: Clock,
  actor: Actor,
  { code, typed }: { code: string; typed: string },
): Promise<Changed | { ok: false; why: "not_typed" } | undefined> {
  const [meant, read] = [normaliseCode(code), normaliseCode(typed)];
  const same = meant.ok && read.ok && meant.code === read.code;
  return changeAlone(db, clock, actor, { code, kind: "surrender", note: "Given up by the provider." }, same ? undefined : "not_typed");
}

type Alone = { code: string; kind: ReviewStep | "surrender"; note: string };

/** What one person may do alone. A fault in what was typed is said only to somebody who might have done it. */
function changeAlone<Fault extends string>(
  db: Db,
  clock: Clock,
  actor: Actor,
  { code, kind, note }: Alone,
  fault: Fault | undefined,
): Promise<Changed | { ok: false; why: Fault } | undefined> {
  return db.transaction(async (tx): Promise<Changed | { ok: false; why: Fault } | undefined> => {
    const held = await holdMark(tx, actor, code);
    if (!held) return undefined;
    const { mark, standings } = held;
    const now = clock.now();
    const permission = permitChange(kind, { ...situationOf(mark.facts, now), standings });
    if (!permission.ok) return permission;
    if (fault) return { ok: false, why: fault };
    const done = { proposedBy: actor.personId, proposedAt: now, confirmedBy: actor.personId, confirmedAt: now };
    const [row] = await tx
      .insert(markEvents)
      .values({ markId: mark.id, kind, note, ...done })
      .returning({ id: markEvents.id });
    await tellOfChange(tx, clock, mark, { id: row!.id, kind, reasonClass: null });
    await record(tx, { personId: actor.personId }, now, { type: "mark.changed", subject: mark.id, data: { kind } });
    return { ok: true };
  });
}

async function openProposal(tx: Db, markId: string, id: string) {
  if (!z.uuid().safeParse(id).success) return undefined;
  const [row] = await tx
    .select({ id: markEvents.id, kind: markEvents.kind, reasonClass: markEvents.reasonClass, proposedBy: markEvents.proposedBy })
    .from(markEvents)
    .where(and(eq(markEvents.id, id), eq(markEvents.markId, markId), isNull(markEvents.confirmedAt), isNull(markEvents.declinedAt)));
  return row;
}
