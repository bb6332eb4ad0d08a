import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { evidenceFiles, otherAwards } from "#db/schema/evidence";
import { type Actor, membershipIn } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import type { Day } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { otherAwards as awardList } from "~/standards/other-awards.server";
import { findingsIn } from "./look-inside.server";

type Of = { organisationId: string };
const isId = (id: string) => z.uuid().safeParse(id).success;

/** Sets, changes or takes away the last day a file holds. Undefined when it is not the actor's, or not there. */
export async function setExpiry(
  db: Db,
  clock: Clock,
  actor: Actor,
  { organisationId, fileId, expiresOn }: Of & { fileId: string; expiresOn: Day | null },
): Promise<true | undefined> {
  if (!membershipIn(actor, organisationId) || !isId(fileId)) return undefined;
  return db.transaction(async (tx) => {
    const changed = await tx.update(evidenceFiles).set({ expiresOn }).where(theirs(organisationId, fileId)).returning({ id: evidenceFiles.id });
    if (changed.length === 0) return undefined;
    await record(tx, { personId: actor.personId }, clock.now(), { type: "evidence.expiry_set", subject: fileId, data: { expires_on: expiresOn } });
    return true;
  });
}

/** One of the group's people says that what was found in a file is no detail of a person. Said once; who and when stay on record. Undefined when it is not the actor's, or not there. */
export async function confirmFindings(db: Db, clock: Clock, actor: Actor, { organisationId, fileId }: Of & { fileId: string }): Promise<true | undefined> {
  if (!membershipIn(actor, organisationId) || !isId(fileId)) return undefined;
  return db.transaction(async (tx) => {
    const now = clock.now();
    const [file] = await tx.select().from(evidenceFiles).where(theirs(organisationId, fileId)).for("update");
    if (!file) return undefined;
    if (file.findingsConfirmedAt) return true;
    await tx.update(evidenceFiles).set({ findingsConfirmedAt: now }).where(eq(evidenceFiles.id, fileId));
    const kinds = findingsIn(file.findings).map(({ kind }) => kind);
    await record(tx, { personId: actor.personId }, now, { type: "evidence.findings_confirmed", subject: fileId, data: { kinds } });
    return true;
  });
}

const theirs = (organisationId: string, fileId: string) => and(eq(evidenceFiles.id, fileId), eq(evidenceFiles.organisationId, organisationId));

/** Beside the fields of the form, what is wrong with a stated award. */
export type AwardStated = { ok: true; id: string } | { ok: false; why: "unknown_award" | "no_number" | "already_there" };

/** Notes that the group holds an award of somebody else's. Refuses one that is not on the list, and the same one twice. Undefined when it is not the actor's. */
export async function stateAward(
  db: Db,
  clock: Clock,
  actor: Actor,
  { organisationId, award, number: typed, expiresOn }: Of & { award: string; number: string; expiresOn: Day },
): Promise<AwardStated | undefined> {
  if (!membershipIn(actor, organisationId)) return undefined;
  const number = typed.trim().slice(0, 100);
  if (!awardList().some(({ key }) => key === award)) return { ok: false, why: "unknown_award" };
  if (number === "") return { ok: false, why: "no_number" };
  return db.transaction(async (tx): Promise<AwardStated> => {
    const now = clock.now();
    const same = and(eq(otherAwards.organisationId, organisationId), eq(otherAwards.award, award), eq(otherAwards.number, number), eq(otherAwards.expiresOn, expiresOn));
    const [held] = await tx
      .select()
      .from(otherAwards)
      .where(and(same, isNull(otherAwards.endedAt)));
    if (held) return { ok: false, why: "already_there" };
    const [row] = await tx.insert(otherAwards).values({ organisationId, award, number, expiresOn, statedBy: actor.personId, statedAt: now }).returning({ id: otherAwards.id });
    await record(tx, { personId: actor.personId }, now, { type: "evidence.award_stated", subject: row!.id, data: { award } });
    return { ok: true, id: row!.id };
  });
}

/** Takes a stated award off the list; what was sent with it stays as it was. Undefined when it is not the actor's, or not there. */
export async function endAward(db: Db, clock: Clock, actor: Actor, { organisationId, awardId }: Of & { awardId: string }): Promise<true | undefined> {
  if (!membershipIn(actor, organisationId) || !isId(awardId)) return undefined;
  return db.transaction(async (tx) => {
    const now = clock.now();
    const open = and(eq(otherAwards.id, awardId), eq(otherAwards.organisationId, organisationId), isNull(otherAwards.endedAt));
    const ended = await tx.update(otherAwards).set({ endedAt: now }).where(open).returning({ id: otherAwards.id });
    if (ended.length === 0) return undefined;
    await record(tx, { personId: actor.personId }, now, { type: "evidence.award_ended", subject: awardId, data: {} });
    return true;
  });
}
