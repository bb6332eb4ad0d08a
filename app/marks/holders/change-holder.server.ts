import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { organisations } from "#db/schema/accounts";
import { marks } from "#db/schema/marks";
import { holderChanges, organisationChanges } from "#db/schema/organisation-changes";
import { type Actor, membershipIn } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import type { Day } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { paths } from "~/platform/paths";
import { reasonFault } from "~/review/rating";
import { normaliseCode } from "../code";
import { findMarks } from "../find-marks.server";
import type { FoundMark } from "../found-mark";
import { holdMark } from "../hold-mark.server";
import { followPaperworkOf } from "../paperwork/follow-paperwork.server";
import { hasEnded, isInForce, statusOf, suspensionStands } from "../status";
import { tellAdmins, tellSecondPeople } from "../tell.server";
import { askTopUpsOf } from "../top-ups/open-top-ups.server";
import { answeringMove, type HolderRefusal, permitHolderChange, proposingMove, tidyIdentifier } from "./holder-change";
import { proposedMail, transferMail } from "./holder-mails";
import { isUnderWay } from "./under-way.server";

/** `identifier` is the registered number of the organisation itself, `intoIdentifier` of the one it has become part of, or that has the mark from now on. `note` is private. */
export type HolderProposal = { code: string; identifier: string; since: Day; note: string } & (
  | { kind: "renamed"; name: string }
  | { kind: "merged" | "transferred"; intoIdentifier: string }
);
export type HolderAnswered = { ok: true } | { ok: false; why: HolderRefusal };

/** A moderator proposes that the holder of a mark has a new name, has become part of another organisation, or that another has the mark. Nothing changes until a second person confirms. Undefined when the mark is out of reach. */
export function proposeHolderChange(db: Db, clock: Clock, actor: Actor, proposal: HolderProposal): Promise<HolderAnswered | undefined> {
  return db.transaction(async (tx): Promise<HolderAnswered | undefined> => {
    const { kind, since } = proposal;
    const now = clock.now();
    const into = proposal.kind === "renamed" ? undefined : await withNumber(tx, tidyIdentifier(proposal.intoIdentifier));
    await holdBoth(tx, proposal.code, into?.id);
    const held = await holdMark(tx, actor, proposal.code);
    if (!held) return undefined;
    const { mark, standings } = held;
    const [own] = await tx.select().from(organisations).where(eq(organisations.id, mark.organisationId));
    if (!own) return undefined;
    const typed = tidyIdentifier(proposal.identifier);
    const numbers = own.identifiers.map(tidyIdentifier);
    const known = numbers.includes(typed) || (kind !== "merged" && numbers.length === 0 && typed === "");
    const other = into && into.id !== own.id ? into.id : undefined;
    const met = [
      ...(known ? (["own_number"] as const) : []),
      ...(other ? (["their_number"] as const) : []),
      ...(proposal.kind === "renamed" && proposal.name.trim() !== "" && proposal.name.trim() !== own.name ? (["other_name"] as const) : []),
      ...(kind === "transferred" && other ? await metToGo(tx, mark, other, now) : []),
    ];
    const bars = other && membershipIn(actor, other) ? (["of_the_other"] as const) : [];
    const state = (await openChangeOf(tx, own.id)) ? "proposed" : "none";
    const permission = permitHolderChange(proposingMove[kind], { state, standings, bars, met, reason: proposal.note });
    if (!permission.ok) return { ok: false, why: refusals[permission.why] };
    const fault = reasonFault(proposal.note);
    if (fault) return { ok: false, why: fault };
    const [row] = await tx
      .insert(organisationChanges)
      .values({
        organisationId: own.id,
        kind,
        since,
        identifier: typed || null,
        nameBefore: own.name,
        nameAfter: proposal.kind === "renamed" ? proposal.name.trim() : null,
        markId: kind === "transferred" ? mark.id : null,
        intoId: into?.id ?? null,
        intoIdentifier: proposal.kind === "renamed" ? null : tidyIdentifier(proposal.intoIdentifier),
        note: proposal.note.trim(),
        proposedBy: actor.personId,
        proposedAt: now,
      })
      .returning({ id: organisationChanges.id });
    const about = { kind, name: own.name, standard: mark.holder.standard.title, page: settings().baseUrl + paths.holder(mark.code) };
    await tellSecondPeople(tx, clock, { organisationIds: other ? [own.id, other] : [own.id], proposedBy: actor.personId }, `holder-change:${row!.id}`, proposedMail(about));
    await record(tx, { personId: actor.personId }, now, { type: "organisation.change_proposed", subject: own.id, data: { kind } });
    return { ok: true };
  });
}

/** A second person confirms, and it takes effect in this moment, or declines. Undefined when nothing of this mark's holder waits for them. */
export function answerHolderChange(
  db: Db,
  clock: Clock,
  actor: Actor,
  { code, id, answer }: { code: string; id: string; answer: "confirm" | "decline" },
): Promise<HolderAnswered | undefined> {
  return db.transaction(async (tx): Promise<HolderAnswered | undefined> => {
    const [asked] = await tx.select({ intoId: organisationChanges.intoId }).from(organisationChanges).where(eq(organisationChanges.id, id));
    await holdBoth(tx, code, asked?.intoId ?? undefined);
    const held = await holdMark(tx, actor, code);
    const open = held && (await openChangeOf(tx, held.mark.organisationId));
    if (!held || open?.id !== id) return undefined;
    const now = clock.now();
    const going = open.markId === null ? undefined : (await findMarks(tx, eq(marks.id, open.markId)))[0];
    const permission = permitHolderChange(answeringMove(open.kind, answer), {
      state: "proposed",
      standings: held.standings,
      bars: [...(open.proposedBy === actor.personId ? (["own_proposal"] as const) : []), ...(open.intoId && membershipIn(actor, open.intoId) ? (["of_the_other"] as const) : [])],
      met: going && open.intoId ? await metToGo(tx, going, open.intoId, now) : [],
    });
    if (!permission.ok) return { ok: false, why: refusals[permission.why] };
    const by = actor.personId;
    await tx
      .update(organisationChanges)
      .set(answer === "confirm" ? { confirmedBy: by, confirmedAt: now } : { declinedBy: by, declinedAt: now })
      .where(eq(organisationChanges.id, id));
    if (answer === "confirm") await takeEffect(tx, { now: () => now }, open, going);
    await record(tx, { personId: by }, now, {
      type: answer === "confirm" ? "organisation.changed" : "organisation.change_declined",
      subject: open.organisationId,
      data: { kind: open.kind },
    });
    if (answer === "confirm" && going) await record(tx, { personId: by }, now, { type: "mark.changed", subject: going.id, data: { kind: open.kind } });
    return { ok: true };
  });
}

type Change = typeof organisationChanges.$inferSelect;

/** What a confirmed change does: to the organisation, to one mark of it, and as something that happened to each of the marks it is about. */
async function takeEffect(tx: Db, clock: Clock, change: Change, going: FoundMark | undefined): Promise<void> {
  const { id, organisationId, nameAfter, intoId } = change;
  const about = going ? [going] : await tx.select({ id: marks.id }).from(marks).where(eq(marks.organisationId, organisationId)).orderBy(marks.number);
  if (nameAfter !== null) await tx.update(organisations).set({ name: nameAfter }).where(eq(organisations.id, organisationId));
  if (going && intoId) await tx.update(marks).set({ organisationId: intoId }).where(eq(marks.id, going.id));
  const at = clock.now();
  await tx.insert(holderChanges).values(about.map((mark) => ({ markId: mark.id, changeId: id, at })));
  if (!going || !intoId) return;
  const [gone] = await findMarks(tx, eq(marks.id, going.id));
  const news = { from: change.nameBefore, to: gone!.holder.name, standard: gone!.holder.standard.title, since: change.since, page: settings().baseUrl + paths.mark(gone!.code) };
  await tellAdmins(tx, clock, organisationId, `transferred:${id}:from`, (language) => transferMail("from", news, language));
  await tellAdmins(tx, clock, intoId, `transferred:${id}:to`, (language) => transferMail("to", news, language));
  // From now on it follows from what its new holder says of itself.
  await askTopUpsOf(tx, clock, intoId);
  await followPaperworkOf(tx, clock, intoId);
}

/** Which of the conditions under which a mark can go to another hold now. Both organisations are held. */
async function metToGo(tx: Db, mark: FoundMark, intoId: string, now: Date) {
  const theirs = await findMarks(tx, and(eq(marks.organisationId, intoId), eq(marks.standardKey, mark.standardKey)));
  const taken = theirs.some(({ facts }) => !hasEnded(statusOf(facts, now).status) || suspensionStands(facts, now));
  return [
    ...(isInForce(statusOf(mark.facts, now).status) ? (["in_force"] as const) : []),
    ...((await isUnderWay(tx, mark, intoId, now)) ? [] : (["nothing_runs"] as const)),
    ...(taken ? [] : (["place_free"] as const)),
  ];
}

/** Holds the holder of a mark and another organisation, always in one order: two changes that cross come one after the other. */
async function holdBoth(tx: Db, typedCode: string, otherId: string | undefined): Promise<void> {
  const read = normaliseCode(typedCode);
  if (!read.ok || otherId === undefined) return;
  const holder = tx.select({ id: marks.organisationId }).from(marks).where(eq(marks.code, read.code));
  await tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(or(eq(organisations.id, otherId), inArray(organisations.id, holder)))
    .orderBy(organisations.id)
    .for("no key update");
}

const openChangeOf = async (tx: Db, organisationId: string) =>
  (
    await tx
      .select()
      .from(organisationChanges)
      .where(and(eq(organisationChanges.organisationId, organisationId), isNull(organisationChanges.confirmedAt), isNull(organisationChanges.declinedAt)))
  )[0];

/** The one organisation with this number; undefined where there is none, or more than one says it has it. */
async function withNumber(tx: Db, identifier: string) {
  const found = await tx.select({ id: organisations.id }).from(organisations).where(sql`${identifier} = any (${organisations.identifiers})`).limit(2);
  return found.length === 1 ? found[0] : undefined;
}

const refusals = {
  wrong_state: "already_proposed",
  wrong_role: "wrong_role",
  own_proposal: "own_proposal",
  of_the_other: "of_the_other",
  own_number: "own_number",
  their_number: "their_number",
  other_name: "other_name",
  in_force: "in_force",
  nothing_runs: "nothing_runs",
  place_free: "place_free",
  reason_missing: "reason_missing",
} as const satisfies Record<string, HolderRefusal>;
