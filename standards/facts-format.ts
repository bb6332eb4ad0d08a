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
    key,
    label: text,
    hint: text.optional(),
    type: FactType,
    options: z
      .array(z.strictObject({ value: text, label: text }))
      .min(2)
      .optional(),
    min: z.number().optional(),
    max: z.number().optional(),
    min_length: z.number().int().min(1).optional(),
    max_length: z.number().int().min(1).optional(),
    shown: z.enum(["P1", "P2", "commissioner", "no"]),
    needed: z.union([z.enum(["always", "optional"]), z.strictObject({ standard: z.string() }), z.strictObject({ when: Rule })]),
    fresh_days: z.number().int().min(1),
    tailoring: z.boolean().default(false),
    set_by: z.enum(["provider", "platform"]).default("provider"),
  })
  .refine((fact) => (fact.options !== undefined) === (fact.type === "choice" || fact.type === "tick_list"), {
    path: ["options"],
    message: "a choice or a tick list has options, and nothing else has",
  });
export type Fact = z.infer<typeof Fact>;

export const FactList = z.array(Fact).min(1);
