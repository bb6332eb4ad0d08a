import { z } from "zod";
import type { Language } from "~/platform/words";
import { ContactForm, contactIntent } from "~/review/contact-form";
import { reasonFault } from "~/review/rating";
import { reasonWords } from "~/review/refusal-words";
import type { TypedDate } from "~/ui/date-field";
import { reasonClasses } from "./mark";
import { type MoveRefusal, reviewSteps } from "./mark-moves";
import { entryTyped } from "./paperwork/register-entry";
import { markWords } from "./words/mark-words";

const note = z.string({ error: reasonWords.reason_missing }).superRefine((words, context) => {
  const fault = reasonFault(words);
  if (fault) context.addIssue({ code: "custom", message: reasonWords[fault] });
});

const notYetFaults = { ...reasonWords, reason_missing: "Say what is not yet there", reason_short: "Write at least 20 characters: what is missing, and what would be enough" };

const intent = z.literal("propose");
const Suspend = z.object({ intent, kind: z.literal("suspend"), reason_class: z.enum(reasonClasses, { error: "Choose what the public is told" }), note });
const Other = z.object({ intent, kind: z.enum(["reinstate", "withdraw"]), note });
const Undecided = z.object({ intent, kind: z.never({ error: "Choose what you propose" }), note });
const Respond = z.object({ intent: z.enum(["confirm", "decline"]), proposal: z.string() });
const Review = z.object({ intent: z.enum(reviewSteps), note });

const Show = z.object({ intent: z.literal("show"), top_up: z.uuid({ error: "Choose what they have shown" }), note });
const Clear = z.object({ intent: z.literal("clear"), criterion: z.string({ error: "Choose what has been shown" }), note });
const words = z.string({ error: reasonWords.reason_missing }).superRefine((text, context) => {
  const fault = reasonFault(text);
  if (fault) context.addIssue({ code: "custom", message: notYetFaults[fault] });
});
const NotYet = z.object({ intent: z.literal("not_yet"), answer: z.string(), words });
const Look = z.object({ intent: z.literal("look"), told: z.uuid({ error: "Choose what you have looked at" }), note });
const entry = z.string().refine((typed) => entryTyped(typed) !== undefined, { error: "Give the register and the number, such as CQC 1-123456789" });
const boxes = { "lost-day": z.string(), "lost-month": z.string(), "lost-year": z.string() };
const Leave = z.object({ intent: z.literal("leave"), activity: z.uuid(), note });
const EntryLost = z.object({ intent: z.literal("entry_lost"), entry, ...boxes });
const EntryAgain = z.object({ intent: z.literal("entry_again"), loss: z.uuid(), entry });
const Contact = ContactForm.extend({ intent: z.literal(contactIntent) });

/** What the page of a mark may send. Its fields are `kind`, `reason_class`, `note`, `proposal`, `top_up`, `criterion`, `told`, `activity`, `answer`, `words`, `entry`, `loss`, `lost-day` and its two neighbours, `route` and `worked`. */
export type ChangeForm =
  | z.infer<typeof Suspend>
  | z.infer<typeof Other>
  | z.infer<typeof Respond>
  | z.infer<typeof Review>
  | z.infer<typeof Show>
  | z.infer<typeof Clear>
  | z.infer<typeof Look>
  | z.infer<typeof NotYet>
  | z.infer<typeof Leave>
  | z.infer<typeof EntryLost>
  | z.infer<typeof EntryAgain>
  | z.infer<typeof Contact>;

/** The form that was sent, so that its faults are about that form and no other. Undefined when the page has no such form. */
export function formFor({ intent, kind }: Record<string, unknown>): z.ZodType<ChangeForm> | undefined {
  if (intent === "propose") return kind === "suspend" ? Suspend : kind === "reinstate" || kind === "withdraw" ? Other : Undecided;
  return [Respond, Review, Show, Clear, Look, NotYet, Leave, EntryLost, EntryAgain, Contact].find((form) => form.shape.intent.safeParse(intent).success);
}

/** What was sent and came back, to be shown again beside what was wrong with it. */
export type SentForm = {
  intent: string;
  kind: string;
  reasonClass: string;
  note: string;
  topUp: string;
  criterion: string;
  told: string;
  /** One that the group does no longer. */
  activity: string;
  /** The answer of the group that it is about, and what is said to it. */
  answer: string;
  words: string;
  /** An entry in a register: which was lost, or which there is again in place of `loss`. */
  entry: string;
  loss: string;
  lost: TypedDate;
  route: string;
  worked: string;
  errors: Record<string, string>;
};

/** The field in which a moderator says what is not yet there in one answer. */
export const notYetField = (answer: string): string => `not-yet-${answer}`;

export const changeRefusals = ["wrong_status", "wrong_role", "own_proposal", "already_proposed", "too_late", "own_decision", "already_lost"] as const satisfies readonly (
  | MoveRefusal
  | "already_proposed"
  | "too_late"
  | "own_decision"
  | "already_lost"
)[];
export type ChangeRefusal = (typeof changeRefusals)[number];
export const changeRefusalWords = (why: ChangeRefusal, language: Language = "en"): string => markWords(language)(`change_refused.${why}`);

/** What a page answers a refusal with. */
export const changeRefusalStatus = (why: ChangeRefusal): 403 | 409 => (why === "wrong_role" || why === "own_proposal" || why === "own_decision" ? 403 : 409);
