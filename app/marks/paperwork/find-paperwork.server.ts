import { and, eq, inArray } from "drizzle-orm";
import { marks } from "#db/schema/marks";
import { providerFacts } from "#db/schema/providers";
import { checkIns } from "#db/schema/upkeep";
import type { Day } from "~/platform/calendar";
import type { Db } from "~/platform/database.server";
import { isDay } from "~/ui/dates";
import { LostEntries, lostEntries } from "../find-marks.server";
import { insuranceFact } from "./insurance";
import type { Paperwork } from "./owed";

/** Whether each of these marks has been checked in, until when its holder says that it is insured, and which entries in registers it has lost. One read. */
export async function paperworkOf(db: Db, markIds: readonly string[]): Promise<(markId: string) => Paperwork> {
  const rows =
    markIds.length === 0
      ? []
      : await db
          .select({ id: marks.id, checkIn: checkIns.id, insured: providerFacts.value, lost: lostEntries })
          .from(marks)
          .leftJoin(checkIns, eq(checkIns.markId, marks.id))
          .leftJoin(providerFacts, and(eq(providerFacts.organisationId, marks.organisationId), eq(providerFacts.key, insuranceFact)))
          .where(inArray(marks.id, [...markIds]));
  const found = new Map(rows.map(({ id, checkIn, insured, lost }) => [id, { checkedIn: checkIn !== null, insuredUntil: dayIn(insured), lost: LostEntries.parse(lost) }]));
  return (markId) => found.get(markId) ?? { checkedIn: false, insuredUntil: null, lost: [] };
}

/** Until when a provider says that it is insured; null where it has said nothing. One read. */
export async function insuredUntil(db: Db, organisationId: string): Promise<Day | null> {
  const [row] = await db
    .select({ value: providerFacts.value })
    .from(providerFacts)
    .where(and(eq(providerFacts.organisationId, organisationId), eq(providerFacts.key, insuranceFact)));
  return dayIn(row?.value);
}

const dayIn = (value: unknown): Day | null => (typeof value === "string" && isDay(value) ? value : null);
