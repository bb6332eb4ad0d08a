import { type Bounds, bounds } from "./limits";
import type { Missing } from "./missing";
import { assessmentWords } from "./words/assessment-words";

const count = (n: number) => n.toLocaleString("en-GB");
const between = ({ least, most }: Bounds) => `Write between ${count(least)} and ${count(most)} characters`;

/** The sentence beside the field, in words that say what to do. */
export function missingWords({ field, why }: Pick<Missing, "field" | "why">): string {
  if (why === "personal") return field.endsWith(".file") ? personalFile : "This looks like it has details of a person in it. Take them out before you send it";
  const [part = "", second = "", third] = field.split(".");
  if (part === "evidence" && third) return itemWords(third, why);
  return words[`${part}${second ? `.${second}` : ""} ${why}`] ?? "Look at this part again";
}

const personalFile = "The file looks like it has details of a person in it. Look at it in your evidence library, or remove it here";

const words: Record<string, string> = {
  "still_true not_said": assessmentWords("en")("last_time.missing"),
  "level empty": "Select which is nearest to you today",
  "how empty": "Tell us how you do this",
  "how too_short": `Tell us a little more about how you do this: at least ${bounds.how.least} characters`,
  "how too_long": `Say how you do this in ${count(bounds.how.most)} characters or fewer`,
  "evidence empty": "Add at least one thing to show us, or choose Not yet or Developing",
  "na.reason empty": "Select why this does not apply to you",
  "na.reason not_listed": "Select one of the reasons listed for why this does not apply to you",
  "na.words empty": "Say why this does not apply to you",
  "na.words too_short": `Say why it does not apply. ${between(bounds.naWords)}`,
  "na.words too_long": `Say why it does not apply. ${between(bounds.naWords)}`,
  "plan.what empty": "Say what you will do next",
  "plan.what too_short": `Say what you will do next. ${between(bounds.planWhat)}`,
  "plan.what too_long": `Say what you will do next. ${between(bounds.planWhat)}`,
  "plan.who empty": "Say who will do it: a role, such as secretary",
  "plan.when empty": "Enter a date in the next 12 months for when it will be done",
  "plan.when not_a_date": "Enter a real date for when it will be done, such as 31 3 2027",
  "plan.when passed": "The date for when it will be done has passed. Enter one in the next 12 months",
  "plan.when too_far": "The date for when it will be done must be in the next 12 months",
};

function itemWords(field: string, why: Missing["why"]): string {
  switch (`${field} ${why}`) {
    case "file empty":
      return "Choose a photo or file";
    case "award empty":
      return "Choose which award you hold";
    case "link empty":
      return "Enter the web address";
    case "link not_an_address":
      return "Enter the whole web address, starting with https://";
    case "words empty":
    case "words too_short":
      return "Type the numbers or words you want to show us";
    case "words too_long":
      return `Use ${count(bounds.evidenceWords.most)} characters or fewer for what you show us`;
    case "title empty":
      return "Say what it is that you show us";
    case "date not_a_date":
      return "Enter a real date for the date on it, such as 31 3 2026, or leave it empty";
    case "date in_the_future":
      return "The date on it cannot be in the future";
    case "file locked":
      return "This file was locked, because it has personal details in it. Remove it, and show us something else";
    case "clean not_clean":
      return "Check the file for personal details, then tick the box";
    default:
      return "Look at this part again";
  }
}
