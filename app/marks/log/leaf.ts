import { z } from "zod";
import { MarkCode } from "../code";
import { holderChangeKinds } from "../holders/holder-change";
import { awardLevels, reasonClasses } from "../mark";
import { markEventKinds } from "../status";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const about = { code: MarkCode, at: z.iso.datetime() };

/**
 * What a leaf says: facts that everybody may know anyway, and no name. What follows from them and the calendar is no leaf: expiry, and what becomes of conditions that were not put right in time.
 * The database writes it, as canonical JSON: names in order, no spaces, what is not known left out. Kinds and facts are added, never renamed or taken away.
 */
export const Leaf = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("awarded"),
    ...about,
    level: z.enum(awardLevels),
    /** `referral-capacity@1.0.0` */
    standard: z.string(),
    awarded_on: z.iso.date(),
    valid_until: z.iso.date(),
    /** How many points are to be put right, and by which day. */
    conditions: z.number().int().optional(),
    conditions_by: z.iso.date().optional(),
    supersedes: MarkCode.optional(),
  }),
  z.strictObject({ kind: z.literal("changed"), ...about, change: z.enum(markEventKinds), reason_class: z.enum(reasonClasses).optional() }),
  z.strictObject({ kind: z.literal("condition_cleared"), ...about }),
  z.strictObject({ kind: z.literal("certificate_issued"), ...about, sha256 }),
  /** What it is called, and who holds it now, stands on its page. */
  z.strictObject({ kind: z.literal("holder_changed"), ...about, change: z.enum(holderChangeKinds), since: z.iso.date() }),
  /** Something that its holder has begun since, and has shown. What it is stands on its page. */
  z.strictObject({ kind: z.literal("activity_covered"), ...about }),
  /** The head of the audit trail after so many events. */
  z.strictObject({ kind: z.literal("audit_head"), at: about.at, events: z.number().int(), head: sha256 }),
]);
export type Leaf = z.infer<typeof Leaf>;

/** Reads a leaf as it is stored and served. Throws for anything else. */
export const readLeaf = (content: string): Leaf => Leaf.parse(JSON.parse(content));
