/**
 * The grammar of `other-awards.yaml`: awards of others, and the criteria for which they count. What the domain says of them:
 * the assessor checks the awarding body's list and the expiry date, nothing more; no must-have is ever covered.
 */
import { z } from "zod";

const text = z.string().trim().min(1);

/** `met_at_least`: accepted, it may be given Met without every test. `supports`: worth looking at, and no more. */
export const OtherAward = z.strictObject({
  key: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/, "expected lower-case words joined by -, such as investing-in-volunteers")
    .describe("Its name in words, for ever."),
  name: text.describe("What the awarding body calls it."),
  list: text.describe("Where a person can check it, in words."),
  covers: z
    .array(
      z.strictObject({
        standard: z.string().describe("The standard’s key."),
        criteria: z
          .array(z.string().regex(/^[A-Z]{2,4}-\d+\.\d+$/, "expected an id such as AS-4.1"))
          .min(1)
          .describe("The criteria for which it counts. Never a must-have."),
        relation: z.enum(["met_at_least", "supports"]).describe("met_at_least: accepted, it may be given Met without every test. supports: worth looking at, and no more."),
      }),
    )
    .describe("Where it counts."),
});
export type OtherAward = z.infer<typeof OtherAward>;
export const OtherAwardList = z.array(OtherAward);
