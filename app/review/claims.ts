import { z } from "zod";

/** What a moderator said of claims that are more than a standard lets stand by itself (Standard rules §C.1): about exactly these criteria. */
export const ClaimRuling = z.object({ round: z.number(), criteria: z.array(z.string()), confirmed: z.boolean(), reason: z.string(), by: z.string(), at: z.coerce.date() });
export type ClaimRuling = z.infer<typeof ClaimRuling>;

/** Whether a moderator has confirmed that exactly these do not apply. */
export function areConfirmed(rulings: readonly Pick<ClaimRuling, "criteria" | "confirmed">[], accepted: readonly string[]): boolean {
  const wanted = [...accepted].sort().join();
  return rulings.findLast(({ criteria }) => [...criteria].sort().join() === wanted)?.confirmed === true;
}
