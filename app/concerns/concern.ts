import { z } from "zod";
import { type Day, londonDay } from "~/platform/calendar";
import type { Most } from "~/platform/often";
import type { Nation } from "~/review/bank-holidays";
import { type Clock, clockRules, lastDay, workingDaysLeft } from "~/review/clocks";

/**
 * Concerns an hour. Nobody has ten of one kind to tell; a library or a surgery behind one address stays far below it. Who is over it is told to ring, and loses nothing.
 */
export const sentMost: Most = { address: 10, everybody: 300 };

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** `4F7K9-QXT2B`: ten characters that nobody could have guessed, from numbers 0–31 that the caller draws. Two parts of five, so that nobody takes it for the code of a mark. */
export function newReference(randomInts: readonly number[]): string {
  const characters = randomInts.map((value) => alphabet[value] ?? "").join("");
  if (characters.length !== 10 || randomInts.length !== 10) throw new RangeError("A reference is made of ten whole numbers from 0 to 31.");
  return `${characters.slice(0, 5)}-${characters.slice(5)}`;
}

/** A reference as somebody types it or reads it out: any case, with or without a hyphen. */
export function readReference(typed: string): string | undefined {
  const plain = typed
    .replace(/[\s\p{Dash_Punctuation}]/gu, "")
    .toUpperCase()
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  return /^[0-9A-HJKMNP-TV-Z]{10}$/.test(plain) ? `${plain.slice(0, 5)}-${plain.slice(5)}` : undefined;
}

/** Whether a way to reach somebody is an e-mail address, so that we can write by ourselves. */
export const isEmail = (contact: string): boolean => z.email().max(254).safeParse(contact).success;

/** What runs of a concern follows from this. `reachable`: whoever sent it left a way to reach them. */
export type Timing = { sentAt: Date; readAt: Date | null; heardAt: Date | null; closedAt: Date | null; reachable: boolean; nation: Nation };

/** The last days that whoever sends a concern is promised: read in one working day, heard in five (Personas §E.8). */
export const promised = (sentAt: Date, nation: Nation): { readBy: Day; hearBy: Day } => ({
  readBy: lastDay("concern_read", sentAt, nation),
  hearBy: lastDay("concern_heard", sentAt, nation),
});

export type ConcernClock = Clock & { of: "concern_read" | "concern_heard" };

/** The deadlines of ours that run in a concern today. Who left no way to be reached is not waited for. */
export function concernClocks({ sentAt, readAt, heardAt, closedAt, reachable, nation }: Timing, now: Date): ConcernClock[] {
  if (closedAt) return [];
  const today = londonDay(now);
  const { readBy, hearBy } = promised(sentAt, nation);
  const running = (of: "concern_read" | "concern_heard", due: Day): ConcernClock => ({
    of,
    from: clockRules[of].from,
    whose: "ours",
    due,
    left: workingDaysLeft(due, today, nation),
    paused: false,
  });
  return [...(readAt ? [] : [running("concern_read", readBy)]), ...(heardAt || !reachable ? [] : [running("concern_heard", hearBy)])];
}

/** What a code that somebody came with says. `unknown`: well-formed, and never issued. `slip`: not a code we could have issued. */
export type AboutCode = { is: "none" } | { is: "slip" | "unknown" | "away"; code: string } | { is: "known"; code: string; organisationId: string; name: string; area: string };

/** What the page is about in a few words, for its title: the group, or the code as it was typed. */
export const aboutInShort = (about: AboutCode): string | undefined => (about.is === "known" ? about.name : about.is === "none" ? undefined : about.code);
