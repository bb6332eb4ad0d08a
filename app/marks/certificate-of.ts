import { Certificate } from "./certificate";
import type { FoundMark } from "./found-mark";
import { identifierWords } from "./identifier-words";
import { markNumber } from "./number";

/** What the certificate of a mark says: how things stood on the day of the award, whatever happened since. `contactTested`: see `contactTestedFor`. */
export function certificateOf({ code, number, holder, scope, facts }: Awarded, { contactTested }: { contactTested: boolean }): Certificate {
  const { level, conditions, awardedOn, validUntil } = facts;
  return Certificate.parse({
    code,
    number: markNumber(number),
    holder: { name: holder.name, area: holder.area, identifiers: holder.identifiers.map((each) => identifierWords(each)) },
    standard: holder.standard,
    level,
    scope,
    awarded_on: awardedOn,
    valid_until: validUntil,
    ...(conditions && { conditions: { count: conditions.criteria.length, by: conditions.by } }),
    contact_tested: contactTested,
    languages: ["en"],
  });
}

type Awarded = Pick<FoundMark, "code" | "number" | "holder" | "scope"> & { facts: Pick<FoundMark["facts"], "level" | "conditions" | "awardedOn" | "validUntil"> };
