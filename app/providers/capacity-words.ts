/** Whole sentences about room: to be shown as they are, never put together from parts. */
import { formatDay } from "~/ui/dates";
import type { Accepting, Capacity, Room } from "./capacity";

export type RoomWords = {
  /** As a heading or a cell: "Yes. About 2 weeks’ wait". */
  headline: string;
  /** How old it is: "Confirmed 6 days ago, 16 November 2026." Empty where nothing is known. */
  dated: string;
  /** What they said before, where it can no longer be relied on: "They last said: yes, about 2 weeks’ wait." */
  lastSaid?: string;
  /** All of it in one line. */
  sentence: string;
};

/** What a referrer reads. */
export function roomWords(room: Room): RoomWords {
  if (room.freshness === "unknown") return { headline: "We do not know if they have room", dated: "", sentence: "We do not know if they have room. Ring before you refer." };
  const on = formatDay(room.on);
  if (room.freshness === "confirmed") {
    const ago = daysAgo(room.days);
    return { headline: headlines[room.accepting](room), dated: `Confirmed ${ago}, ${on}.`, sentence: `${statements[room.accepting](room)} Confirmed ${ago} (${on}).` };
  }
  const longPaused = room.accepting === "paused" && room.days > 90;
  const headline = longPaused ? `Paused, not confirmed since ${on}` : `Not confirmed since ${on}`;
  return { headline, dated: `That is ${room.days} days ago.`, lastSaid: lastSaid[room.accepting](room), sentence: `${headline}. Ring before you refer.` };
}

/** The choices, as a provider reads them. */
export const acceptingWords: Record<Accepting, { label: string; hint: string }> = {
  open: { label: "Yes, taking new people", hint: "Someone referred today can start, soon or after the wait you give." },
  waiting_list: { label: "Waiting list", hint: "People can join a list, and start when a place comes free." },
  paused: { label: "Paused for now", hint: "You are full or away, and mean to open again." },
  closed: { label: "Closed to new people", hint: "You are not taking anybody new, and do not know when you will." },
};

/** "no wait" · "about 1 week’s wait" · "about 2 weeks’ wait" */
export function waitWords(weeks: number): string {
  if (weeks === 0) return "no wait";
  return weeks === 1 ? "about 1 week’s wait" : `about ${weeks} weeks’ wait`;
}

const headlines: Record<Accepting, (capacity: Capacity) => string> = {
  open: ({ waitWeeks }) => (waitWeeks === null ? "Yes" : `Yes. ${raised(waitWords(waitWeeks))}`),
  waiting_list: ({ waitWeeks }) => (waitWeeks === null ? "Waiting list" : `Waiting list. ${raised(waitWords(waitWeeks))}`),
  paused: () => "No: paused for now",
  closed: () => "No: closed to new people",
};

const statements: Record<Accepting, (capacity: Capacity) => string> = {
  open: ({ waitWeeks }) => (waitWeeks === null ? "Taking new people." : `Taking new people. ${raised(waitWords(waitWeeks))}.`),
  waiting_list: ({ waitWeeks }) => (waitWeeks === null ? "There is a waiting list." : `There is a waiting list. ${raised(waitWords(waitWeeks))}.`),
  paused: () => "Not taking new people for now: they have paused.",
  closed: () => "Not taking new people: they are closed to referrals.",
};

const lastSaid: Record<Accepting, (capacity: Capacity) => string> = {
  open: ({ waitWeeks }) => (waitWeeks === null ? "They last said: yes." : `They last said: yes, ${waitWords(waitWeeks)}.`),
  waiting_list: ({ waitWeeks }) => (waitWeeks === null ? "They last said: waiting list." : `They last said: waiting list, ${waitWords(waitWeeks)}.`),
  paused: () => "They last said: paused for now.",
  closed: () => "They last said: closed to new people.",
};

function daysAgo(days: number) {
  if (days === 0) return "today";
  return days === 1 ? "yesterday" : `${days} days ago`;
}

const raised = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
