import type { Actor } from "~/accounts/actor";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { fieldErrors } from "~/platform/form";
import { contactIntent } from "~/review/contact-form";
import { dayOf } from "~/ui/dates";
import { returnAnswer } from "./answers/reply.server";
import { confirmChange, declineChange, proposeChange, reviewMark } from "./change.server";
import { type ChangeForm, changeRefusalStatus, changeRefusals, changeRefusalWords, formFor, notYetField, type SentForm } from "./change-form";
import { lookAtCircumstance } from "./circumstances/look-at-circumstance.server";
import { clearCondition } from "./clear-condition.server";
import { againField } from "./paperwork/lost-entries";
import { recordLostEntry, recordNewEntry } from "./paperwork/lost-entry.server";
import { testHolder } from "./reach/test-holder.server";
import { leaveActivity } from "./top-ups/activities.server";
import { showTopUp } from "./top-ups/show-top-up.server";
import { leftField } from "./top-ups/to-show";

export type FormAnswer = { ok: true } | { ok: false; status: 400 | 403 | 409; sent: SentForm };

/** Does what a form of a mark's page asks for. What was typed comes back with what was wrong with it. Undefined when the mark, or the proposal, is out of reach. */
export async function answerChangeForm(db: Db, clock: Clock, actor: Actor, code: string, typed: Record<string, FormDataEntryValue>): Promise<FormAnswer | undefined> {
  const text = (name: string) => String(typed[name] ?? "").slice(0, 10_000);
  const sent: SentForm = {
    intent: text("intent"),
    kind: text("kind"),
    reasonClass: text("reason_class"),
    note: text("note"),
    topUp: text("top_up"),
    criterion: text("criterion"),
    told: text("told"),
    activity: text("activity"),
    answer: text("answer"),
    words: text("words"),
    entry: text("entry"),
    loss: text("loss"),
    lost: { day: text("lost-day"), month: text("lost-month"), year: text("lost-year") },
    route: text("route"),
    worked: text("worked"),
    errors: {},
  };
  const read = formFor(typed)?.safeParse(typed);
  if (!read) return { ok: false, status: 400, sent: { ...sent, errors: { main: "We could not read what was sent. Load the page again, then try once more." } } };
  if (!read.success) return { ok: false, status: 400, sent: { ...sent, errors: namedFor(sent, fieldErrors(read.error)) } };
  const done = await carryOut(db, clock, actor, code, read.data);
  if (done === "no_day" || (done && !done.ok && done.why === "day_come"))
    return { ok: false, status: 400, sent: { ...sent, errors: { lost: "Give the day it was lost, today or before, such as 27 3 2027" } } };
  if (!done || done.ok) return done;
  // Lengths were checked on the way in: what is left is about the whole page.
  const why = changeRefusals.find((each) => each === done.why);
  if (!why) throw new Error(`refused for ${done.why}, which the form had allowed`);
  return { ok: false, status: changeRefusalStatus(why), sent: { ...sent, errors: { main: changeRefusalWords(why) } } };
}

async function carryOut(db: Db, clock: Clock, actor: Actor, code: string, form: ChangeForm) {
  if ("proposal" in form) return (form.intent === "confirm" ? confirmChange : declineChange)(db, clock, actor, { code, proposalId: form.proposal });
  if (form.intent === "show") return showTopUp(db, clock, actor, { code, topUpId: form.top_up, note: form.note });
  if (form.intent === "clear") return clearCondition(db, clock, actor, { code, criterion: form.criterion, note: form.note });
  if (form.intent === "look") return lookAtCircumstance(db, clock, actor, { code, id: form.told, note: form.note });
  if (form.intent === "leave") return leaveActivity(db, clock, actor, { code, activityId: form.activity, note: form.note });
  if (form.intent === "not_yet") return returnAnswer(db, clock, actor, { code, answerId: form.answer, words: form.words });
  if (form.intent === "entry_lost") {
    const lostOn = dayOf({ day: form["lost-day"].trim(), month: form["lost-month"].trim(), year: form["lost-year"].trim() });
    return lostOn ? recordLostEntry(db, clock, actor, { code, entry: form.entry, lostOn }) : ("no_day" as const);
  }
  if (form.intent === "entry_again") return recordNewEntry(db, clock, actor, { code, lossId: form.loss, entry: form.entry });
  if (form.intent === contactIntent) return testHolder(db, clock, actor, { code, route: form.route, worked: form.worked });
  if (form.intent !== "propose") return reviewMark(db, clock, actor, { code, kind: form.intent, note: form.note });
  const { note } = form;
  return proposeChange(db, clock, actor, form.kind === "suspend" ? { code, kind: form.kind, note, reasonClass: form.reason_class } : { code, kind: form.kind, note });
}

/** Several forms of the page have a note, and each answer of the group words to go with it; each has a field of its own. */
function namedFor({ intent, answer, told, activity, loss }: SentForm, { note, words, entry, ...errors }: Record<string, string>): Record<string, string> {
  if (words !== undefined) return { ...errors, [notYetField(answer)]: words };
  if (entry !== undefined) return { ...errors, [intent === "entry_lost" ? "entry-lost" : againField(loss)]: entry };
  if (intent === "look" && note !== undefined) return { ...errors, [`looked-note-${told}`]: note };
  if (intent === "leave" && note !== undefined) return { ...errors, [leftField(activity)]: note };
  return note === undefined ? errors : { ...errors, [noteFields[intent] ?? "review-note"]: note };
}
const noteFields: Record<string, string> = { propose: "note", show: "shown-note", clear: "cleared-note" };
