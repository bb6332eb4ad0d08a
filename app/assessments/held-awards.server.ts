import { awardsOf } from "~/evidence/library.server";
import type { Db } from "~/platform/database.server";
import { awardsFor } from "~/standards/other-award-faults";
import { otherAwards } from "~/standards/other-awards.server";
import { formatDay } from "~/ui/dates";
import type { HeldAward } from "./questions";

/** The awards of others that an organisation has stated and that count for this criterion. Reads nothing where none could. */
export async function heldAwards(db: Db, organisationId: string, standardKey: string, criterion: { id: string; must_have: boolean }): Promise<HeldAward[]> {
  const counting = awardsFor(otherAwards(), standardKey, criterion);
  if (counting.length === 0) return [];
  return (await awardsOf(db, organisationId)).flatMap(({ id, award: key, number, expiresOn }) => {
    const found = counting.find(({ award }) => award.key === key);
    return found ? [{ id, label: `${found.award.name}, number ${number}, until ${formatDay(expiresOn)}`, expiresOn }] : [];
  });
}
