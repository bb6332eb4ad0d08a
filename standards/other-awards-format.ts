/**
 * The grammar of `other-awards.yaml`: awards of others, and the criteria for which they count. What the domain says of them:
 * the assessor checks the awarding body's list and the expiry date, nothing more; no must-have is ever covered.
 */
import { z } from "zod";

const text = z.string().trim().min(1);

/** `met_at_least`: accepted, it may be given Met without every test. `supports`: worth looking at, and no more. */
export const OtherAward = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9-]*$/, "expected lower-case words joined by -, such as investing-in-volunteers"),
  name: text,
  /** Where a person can check it, in words. */
  list: text,
  covers: z.array(
    z.strictObject({
      standard: z.string(),
      criteria: z.array(z.string().regex(/^[A-Z]{2,4}-\d+\.\d+$/, "expected an id such as AS-4.1")).min(1),
      relation: z.enum(["met_at_least", "supports"]),
    }),
  ),
});
export type OtherAward = z.infer<typeof OtherAward>;
export const OtherAwardList = z.array(OtherAward);
