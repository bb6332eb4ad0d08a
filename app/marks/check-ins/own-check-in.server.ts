import { eq } from "drizzle-orm";
import { checkIns } from "#db/schema/upkeep";
import type { Actor } from "~/accounts/actor";
import { readerOf, versionsAsRead } from "~/assessments/as-read.server";
import { type Day, londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import type { Language } from "~/platform/words";
import { ownMarkOf } from "../answers/hold-asked.server";
import { insuredUntil } from "../paperwork/find-paperwork.server";
import { type CheckInState, checkInDays, checkInState } from "./check-in";
import { mustHavesOf } from "./must-haves.server";

/** The check-in of a group's own mark, in its reader's language. */
export type OwnCheckIn = {
  code: string;
  organisationId: string;
  standard: { key: string; version: string; title: string };
  /** The language of the title and of the must-haves. */
  textIn: Language;
  state: CheckInState;
  opens: Day;
  last: Day;
  mustHaves: { id: string; title: string }[];
  /** As they last said. */
  insuredUntil: Day | null;
  sent: { on: Day; notTrue: string[]; factsRight: boolean } | null;
};

/** For the people of its holder; undefined for everybody else. Five reads, one more in another language. */
export async function ownCheckIn(db: Db, clock: Clock, actor: Actor, at: { slug: string; code: string }): Promise<OwnCheckIn | undefined> {
  const own = await ownMarkOf(db, actor, at);
  if (!own) return undefined;
  const { mark } = own;
  const [[sent], insured, { version, mustHaves }] = await Promise.all([
    db.select().from(checkIns).where(eq(checkIns.markId, mark.id)),
    insuredUntil(db, mark.organisationId),
    mustHavesOf(db, mark),
  ]);
  const [read] = await versionsAsRead(db, readerOf(actor, mark.organisationId), [version]);
  const { standard } = read!.version;
  const titles = new Map(standard.criteria.map(({ id, title }) => [id, title]));
  return {
    code: mark.code,
    organisationId: mark.organisationId,
    standard: { key: mark.standardKey, version: version.standard.version, title: standard.title },
    textIn: read!.textIn,
    state: checkInState(mark.facts, sent !== undefined, clock.now()),
    ...checkInDays(mark.facts.awardedOn),
    mustHaves: mustHaves.map(({ id, title }) => ({ id, title: titles.get(id) ?? title })),
    insuredUntil: insured,
    sent: sent ? { on: londonDay(sent.sentAt), notTrue: sent.notTrue, factsRight: sent.factsRight } : null,
  };
}
