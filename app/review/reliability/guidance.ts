import { z } from "zod";
import { type Actor, hasRole } from "~/accounts/actor";
import type { Agreement } from "../agreement";
import { type ReasonFault, reasonFault } from "../rating";
import { reasonWords } from "../refusal-words";
import type { Scope } from "./aims";
import type { GuidanceRefusal, GuidanceWho } from "./guidance-moves";
import type { Quarter } from "./quarters";

export const guidanceOutcomes = ["words", "nothing"] as const;
export type GuidanceOutcome = (typeof guidanceOutcomes)[number];
export type GuidanceWhy = "low_agreement" | "far_apart" | "asked";

/** A review of what one criterion says, as those see it who look after the standards. */
export type GuidanceReview = {
  id: string;
  standard: string;
  criterion: { id: string; title: string; scope: Scope };
  quarter: Quarter;
  why: GuidanceWhy;
  figures: Agreement | null;
  opened: { at: string /** Null: by itself. */; by: string | null; reason: string | null };
  closed: { at: string; by: string; outcome: GuidanceOutcome; reason: string } | null;
};

export const whyWords: Record<GuidanceWhy, string> = {
  low_agreement: "One of the three criteria on which readers differed most about Met",
  far_apart: "Two readers were two or three levels apart",
  asked: "Asked for by a moderator",
};
export const outcomeWords: Record<GuidanceOutcome, string> = { words: "Its words are changed", nothing: "Nothing is changed" };

/** Where somebody stands towards reviews of guidance. */
export const guidanceStandings = (actor: Actor): GuidanceWho[] => (["moderator", "editor"] as const).filter((role) => hasRole(actor, role));

export type TypedReview = { about: string; reason: string };
export type TypedClosing = { outcome: string; reason: string };
const About = z.string().regex(/^[0-9a-f-]{36} [A-Z0-9.-]{1,20}$/);

/** Which criterion of which version, and why; or a sentence beside each field that needs something. */
export function readReview({
  about,
  reason,
}: TypedReview): { ok: true; asked: { versionId: string; criterion: string; reason: string } } | { ok: false; errors: Record<string, string> } {
  const named = About.safeParse(about);
  const fault = reasonFault(reason);
  const errors = { ...(named.success ? {} : { about: "Choose a criterion" }), ...(fault ? { reason: reasonWords[fault] } : {}) };
  if (!named.success || fault) return { ok: false, errors };
  const [versionId, criterion] = named.data.split(" ") as [string, string];
  return { ok: true, asked: { versionId, criterion, reason } };
}

export function readClosing({
  outcome,
  reason,
}: TypedClosing): { ok: true; closing: { outcome: GuidanceOutcome; reason: string } } | { ok: false; errors: Record<string, string> } {
  const chosen = z.enum(guidanceOutcomes).safeParse(outcome);
  const fault = reasonFault(reason);
  const errors = { ...(chosen.success ? {} : { outcome: "Say what came of it" }), ...(fault ? { reason: reasonWords[fault] } : {}) };
  return chosen.success && !fault ? { ok: true, closing: { outcome: chosen.data, reason } } : { ok: false, errors };
}

const refusalWords: Record<GuidanceRefusal, string> = {
  wrong_state: "Somebody has closed this since you opened the page. Nothing was changed.",
  wrong_role: "This is for somebody else.",
  not_this_quarter: "This criterion is being looked at already, or was this quarter. It is in the list.",
  reason_missing: reasonWords.reason_missing,
};

/** A refusal, beside the field it is about. */
export const guidanceErrors = (why: GuidanceRefusal | ReasonFault): Record<string, string> => {
  if (why === "not_this_quarter") return { about: refusalWords[why] };
  return { reason: why in reasonWords ? reasonWords[why as ReasonFault] : refusalWords[why as GuidanceRefusal] };
};
