/**
 * The grammar of `facts.yaml`: what a provider can state about itself, asked once and used by all standards.
 * The order of the file is the order on the page. Values are `FactValue`s of `format.ts`:
 * yes or no is a boolean, a tick list, lines and date ranges are lists of strings, a number is a number,
 * everything else is a string (dates as 2026-11-22, months as 2026-11, a range as 2026-08-01/2026-08-14).
 */
import { z } from "zod";
import { Rule } from "./format";

const text = z.string().trim().min(1);
const key = z.string().regex(/^[a-z][a-z0-9_]*$/, "expected lower-case words joined by _, such as home_visits");

export const FactType = z.enum(["yes_no", "choice", "tick_list", "whole_number", "decimal", "text", "lines", "phone", "email", "date", "month", "date_ranges"]);
export type FactType = z.infer<typeof FactType>;

/**
 * `shown`: P1 = on a referrer's first screen · P2 = public, further down · commissioner = to agreed commissioners only · no = not public.
 * `needed`: of everyone, of nobody, of those taking one standard, or when a rule over other facts holds.
 * `fresh_days`: how long after being stated it counts as confirmed.
 * `tailoring`: asked before the first criterion, because it decides which criteria are asked.
 * `set_by` platform: never typed by a person.
 */
export const Fact = z
  .strictObject({
    key: key.describe("Its name in rules and criteria, for ever: home_visits."),
    label: text.describe("The question, as a person reads it."),
    hint: text.optional().describe("A line below the question."),
    type: FactType.describe("What kind of answer it takes."),
    options: z
      .array(z.strictObject({ value: text.describe("Its name in rules, for ever."), label: text.describe("As a person reads it.") }))
      .min(2)
      .optional()
      .describe("What there is to choose from. For a choice and a tick list, and nothing else."),
    min: z.number().optional().describe("The smallest number."),
    max: z.number().optional().describe("The largest number."),
    min_length: z.number().int().min(1).optional().describe("The fewest characters."),
    max_length: z.number().int().min(1).optional().describe("The most characters."),
    shown: z
      .enum(["P1", "P2", "commissioner", "no"])
      .describe("P1: on a referrer’s first screen. P2: public, further down. commissioner: to agreed commissioners only. no: not public."),
    needed: z
      .union([
        z.enum(["always", "optional"]),
        z.strictObject({ standard: z.string().describe("The key of the standard that needs it.") }),
        z.strictObject({ when: Rule.describe("A rule over other facts.") }),
      ])
      .describe("Of whom: always, optional, of those taking a standard, or when a rule over other facts holds."),
    fresh_days: z.number().int().min(1).describe("How many days after being stated it counts as confirmed."),
    tailoring: z.boolean().default(false).describe("True: asked before the first criterion, because it decides which criteria are asked."),
    set_by: z.enum(["provider", "platform"]).default("provider").describe("platform: never typed by a person."),
  })
  .refine((fact) => (fact.options !== undefined) === (fact.type === "choice" || fact.type === "tick_list"), {
    path: ["options"],
    message: "a choice or a tick list has options, and nothing else has",
  });
export type Fact = z.infer<typeof Fact>;

export const FactList = z.array(Fact).min(1);
