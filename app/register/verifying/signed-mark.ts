import { z } from "zod";
import type { MarkCode } from "~/marks/code";
import { addDays, londonDay } from "~/platform/calendar";
import { paths } from "~/platform/paths";

/** What a credential says of its mark: how things stood on the day of the award. Days are calendar days in London; `over_at` is the first instant after the last. */
export type SignedMark = { code: MarkCode; name: string; holder: string; covers: string; awarded_on: string; valid_until: string; over_at: string; page: string };

const Said = z.object({
  name: z.string(),
  validFrom: z.iso.datetime(),
  validUntil: z.iso.datetime(),
  credentialSubject: z.object({ narrative: z.string(), identifier: z.array(z.object({ identityType: z.string(), identityHash: z.string() })) }),
});

/** `payload` is of a credential that was checked. Throws when it is not one of ours. */
export function signedMark(payload: unknown, code: MarkCode, origin: string): SignedMark {
  const { name, validFrom, validUntil, credentialSubject } = Said.parse(payload);
  return {
    code,
    name,
    holder: credentialSubject.identifier.find(({ identityType }) => identityType === "name")?.identityHash ?? "",
    covers: credentialSubject.narrative,
    awarded_on: londonDay(new Date(validFrom)),
    valid_until: addDays(londonDay(new Date(validUntil)), -1),
    over_at: validUntil,
    page: origin + paths.mark(code),
  };
}
