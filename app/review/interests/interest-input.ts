import { z } from "zod";
import { dayOf } from "~/ui/dates";
import { kindNames } from "./kinds";
import { nations } from "./nations";

/** What was typed on somebody's own page of ties, as the fields hold it. */
export type TypedInterest = Record<string, string>;

/** The day in the three boxes of a field, or what is missing. Left empty, undefined, where it may be. */
const dayIn = (typed: TypedInterest, name: string) => {
  const [day, month, year] = ["day", "month", "year"].map((part) => typed[`${name}-${part}`]?.trim() ?? "") as [string, string, string];
  return day + month + year === "" ? undefined : (dayOf({ day, month, year }) ?? "");
};

const day = (sentence: string) => z.string(sentence).min(1, sentence);
const Interest = z.object({
  organisation: z.string().trim().min(1, "Write the name of the group").max(200, "Use no more than 200 characters"),
  organisation_id: z.uuid().optional().catch(undefined),
  kind: z.enum(kindNames, "Choose what ties you to it"),
  words: z.string().trim().max(500, "Use no more than 500 characters"),
  since: day("Write the day on which it began, such as 27 3 2024"),
  until: z.string().min(1, "Write the day on which it ended, such as 27 3 2026, or leave it empty").optional(),
});

/** The tie that was typed, or a sentence for each field that needs something. */
export const readInterest = (typed: TypedInterest) => Interest.safeParse({ ...typed, words: typed.words ?? "", since: dayIn(typed, "since"), until: dayIn(typed, "until") });

/** The day on which a tie ended, or a sentence. */
export const readEnd = (typed: TypedInterest) => z.object({ ended: day("Write the day on which it ended, such as 27 3 2026") }).safeParse({ ended: dayIn(typed, "ended") });

/** What is said of a day that cannot be. */
export const dayWords = {
  in_future: "This day is still to come",
  ends_before: "It cannot have ended before it began",
  ended_already: "You have said before when it ended",
} as const;

/** The nations that are ticked, and whether they read Welsh. */
export const readReading = (form: FormData) => ({
  nations: z.array(z.enum(nations)).catch([]).parse(form.getAll("nations")),
  readsWelsh: form.get("welsh") === "yes",
});
