/** A sentence beside the field, for each thing that can be wrong with a fact. */
import type { Fact } from "#standards/facts-format";
import type { FactFault } from "./fact-value";
import { exampleFor } from "./number-forms";

/** The sentence beside the field of one fact. Names the fact, so that it can stand in a summary too. */
export function factFaultWords(fact: Fact, why: FactFault): string {
  const named = `‘${fact.label}’`;
  switch (why) {
    case "unknown_fact":
    case "not_yours_to_state":
      return `${named} is not asked here`;
    case "missing":
      return fact.type === "choice" || fact.type === "yes_no" ? `Choose an answer for ${named}` : `Write something for ${named}`;
    case "wrong_kind":
      return fact.type === "whole_number" || fact.type === "decimal" ? `Write ${named} as a number, such as ${fact.min ?? 1}` : `Answer ${named} again: we could not read it`;
    case "not_an_option":
      return `Choose one of the answers listed for ${named}`;
    case "not_whole":
      return `Write ${named} as a whole number, without a point`;
    case "too_small":
      return `${named} must be ${fact.min} or more`;
    case "too_big":
      return `${named} must be ${fact.max} or less`;
    case "too_short":
      return `Write at least ${fact.min_length} characters for ${named}`;
    case "too_long":
      return `Shorten ${named}${fact.max_length ? ` to ${fact.max_length} characters` : ": a line may have 200 characters"}`;
    case "too_many_lines":
      return fact.key === "how_to_refer" ? `Use 3 lines or fewer for ${named}` : `Use fewer lines for ${named}`;
    case "not_a_phone":
      return "Write a UK phone number with its area code, such as 01632 960100";
    case "not_an_email":
      return "Write an email address such as hello@group.example";
    case "not_a_day":
      return `Write ${named} as a date, such as 27 3 2027`;
    case "not_a_month":
      return `Write ${named} as a month, such as 3 2027`;
    case "not_a_range":
      return "Write each break as two dates, the first one first, such as 1 August 2027 to 14 August 2027";
    case "not_in_form":
      return `Look at ${named} again. It is written like this: ${exampleFor(fact.key)}`;
    case "says_nothing":
      return "Say what you cannot support: ‘none’ would not help someone who decides whether to send a person to you";
  }
}
