import { z } from "zod";

export const awardLevels = ["essentials", "assured", "assured_commended", "assured_with_conditions"] as const;
export type AwardLevel = (typeof awardLevels)[number];

export const markStatuses = ["live", "renewal_being_assessed", "under_review", "suspended", "withdrawn", "expired", "surrendered", "superseded"] as const;
export type MarkStatus = (typeof markStatuses)[number];

export const reasonClasses = ["cannot_be_reached", "paperwork_overdue", "being_looked_into"] as const;
export type ReasonClass = (typeof reasonClasses)[number];

/** Who held it and for what, as on the day of the award: `marks.holder`. */
export const Holder = z.object({
  name: z.string(),
  slug: z.string(),
  area: z.string(),
  identifiers: z.array(z.object({ scheme: z.string(), id: z.string() })),
  standard: z.object({ key: z.string(), title: z.string(), version: z.string() }),
});
export type Holder = z.infer<typeof Holder>;

export const Conditions = z.object({ criteria: z.array(z.string()), by: z.iso.date() });
export type Conditions = z.infer<typeof Conditions>;
