import { z } from "zod";
import { withoutTurns } from "~/platform/without-turns";
import { reasonWords } from "~/review/refusal-words";
import { dayOf } from "~/ui/dates";
import type { HolderRefusal } from "./holder-change";

const text = z.string().max(300).default("");
const note = z.string().max(10_000).default("");
const day = { "since-day": text, "since-month": text, "since-year": text };
const shared = { identifier: text, note, ...day };

/** What the page of a holder may send. */
const forms = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("renamed"), name: z.string().overwrite(withoutTurns).max(300).default(""), ...shared }),
  z.object({ intent: z.enum(["merged", "transferred"]), into: text, ...shared }),
  z.object({ intent: z.enum(["confirm", "decline"]), change: z.uuid() }),
]);
export type HolderForm = z.infer<typeof forms>;
export type TypedHolder = Record<string, string>;

export const readHolderForm = (typed: Record<string, unknown>): HolderForm | undefined => {
  const read = forms.safeParse(typed);
  return read.success ? read.data : undefined;
};
export const sinceIn = (form: { "since-day": string; "since-month": string; "since-year": string }) =>
  dayOf({ day: form["since-day"].trim(), month: form["since-month"].trim(), year: form["since-year"].trim() });

/** What is said of each refusal, and at which field. */
export const holderRefusals: Record<HolderRefusal, { field: string; words: string; status: 403 | 409 | 422 }> = {
  wrong_role: { field: "main", words: "This is for somebody with another role.", status: 403 },
  own_proposal: { field: "main", words: "You proposed this yourself. A second person has to answer it.", status: 403 },
  already_proposed: { field: "main", words: "Something is proposed already. Answer that first.", status: 409 },
  own_number: { field: "identifier", words: "Type the registered number of this organisation, as it is shown above", status: 422 },
  their_number: { field: "into", words: "Type the registered number of the other organisation. Exactly one that we know must have it", status: 422 },
  of_the_other: { field: "main", words: "You belong to the other organisation, so somebody else has to do this.", status: 403 },
  in_force: { field: "main", words: "Only a mark in force can go to another organisation. This one is suspended, or over.", status: 409 },
  nothing_runs: {
    field: "main",
    words:
      "Something is under way that is about the one that holds it: a self-assessment for this standard by either of the two, an appeal or the 28 days for one, a change that waits for a second person, or something that was written, sent or told and has no answer yet. Bring that to its end first.",
    status: 409,
  },
  place_free: { field: "into", words: "That organisation holds a mark for this standard already, and can hold only one", status: 409 },
  other_name: { field: "name", words: "Type the new name, as the register has it", status: 422 },
  reason_missing: { field: "note", words: reasonWords.reason_missing, status: 422 },
  reason_short: { field: "note", words: reasonWords.reason_short, status: 422 },
  reason_long: { field: "note", words: reasonWords.reason_long, status: 422 },
};
