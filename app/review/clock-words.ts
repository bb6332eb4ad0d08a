import { formatDay } from "~/ui/dates";
import type { Clock, ClockName, DueFrom } from "./clocks";
import { daysLeftWords } from "./days-left";

/** What each deadline is for, as the scheme's own people read it. */
export const clockWords: Record<ClockName, string> = {
  readers: "Our time to choose readers",
  reading: "Our time to read",
  talk: "The readers’ time to talk it over",
  settling: "Our time to settle differences",
  answers: "The group’s time to answer",
  check: "The group’s time to check the draft report",
  deferral: "The group’s time to send what was missing",
  objection: "Our time to answer the group’s objection",
  decision: "Our time to decide",
  appeal: "The group’s time to appeal",
  appeal_answer: "Our time to answer an appeal",
  panel_answer: "The panel’s time to answer an appeal",
  condition: "The group’s time to put right a condition of its mark",
  top_up: "The group’s time to show one more thing for its mark",
  mark_end: "The last day of a mark, unless a renewal is sent",
  mark_answer: "Our time to look at what a group sent for its mark",
  check_in: "The group’s time for its yearly check-in",
  circumstance: "Our time to look at a change that a group told us of",
  circumstance_urgent: "Our time to look at a change that may be about safety",
  concern_read: "Our time to read a concern",
  concern_heard: "Our time to write to whoever told us of a concern",
};

/** The same in a word or two, to choose from. */
export const clockKinds: Record<ClockName, string> = {
  readers: "Choosing readers",
  reading: "Reading",
  talk: "Talking it over",
  settling: "Settling",
  answers: "Answers",
  deferral: "What was missing",
  objection: "Objections",
  check: "Draft reports",
  decision: "Decisions",
  appeal: "Time to appeal",
  appeal_answer: "Appeals",
  panel_answer: "Appeal panels",
  condition: "Conditions of marks",
  top_up: "One more thing for a mark",
  mark_end: "Marks that end",
  mark_answer: "What was sent for marks",
  check_in: "Yearly check-ins",
  circumstance: "Changes that groups told us of",
  circumstance_urgent: "Changes that may be about safety",
  concern_read: "Concerns to read",
  concern_heard: "Concerns to answer",
};

/** Who is awaited. */
export const fromWords: Record<DueFrom, string> = { moderators: "a moderator", readers: "its readers", deciders: "a decision-maker", panel: "the panel", provider: "the group" };

/** How much is left of a deadline, and its last day: "11 days left of 20, paused". */
export function clockLeft({ of, left, due, paused }: Clock): string {
  if (of === "reading") return paused ? daysLeftWords(left, true) : `${daysLeftWords(left)}, until ${formatDay(due)}`;
  if (left < 0) return `Over since ${formatDay(due)}`;
  return left === 0 ? `Last day: ${formatDay(due)}` : `Until ${formatDay(due)}`;
}
