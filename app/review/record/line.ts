import { capital } from "~/ui/capital";

/** What a line of the record is about; its filter on the page, in this order. Looks come last, and are left out unless they are asked for. */
export const recordKinds = ["sent", "moves", "readers", "ratings", "differences", "questions", "checks", "decisions", "appeals", "looks"] as const;
export type RecordKind = (typeof recordKinds)[number];

export const kindWords: Record<RecordKind, string> = {
  sent: "What the group sent",
  moves: "How it moved",
  readers: "Readers",
  ratings: "Ratings",
  differences: "Differences",
  questions: "Questions",
  checks: "Evidence and contact",
  decisions: "Decisions and marks",
  appeals: "Appeals",
  looks: "Who looked",
};

/** The places of a case's life. What happened in one instant is told in this order: what somebody did, and what the case did because of it. */
export const steps = {
  sent: 0,
  opened: 1,
  chosen: 2,
  declared: 3,
  begun: 4,
  asked: 5,
  answered: 6,
  rated: 7,
  compared: 8,
  talked: 9,
  settled: 10,
  agreed: 11,
  decided: 12,
  marked: 13,
  after: 14,
} as const;
export type Step = (typeof steps)[keyof typeof steps];

/** What whoever asks may know. `ratingsOpen`: nobody is rating it any more. `readsReasons`: a moderator, to whom readers say why they leave. */
export type Viewer = { ratingsOpen: boolean; readsReasons: boolean };

/** What happened, in words. After a person it goes on from their name ("rated RC-1.1: Met"); without one it stands alone. `part`: what the person was in it. `quote`: what they wrote. */
export type Said = { what: string; part?: string; quote?: string | null };

/** One thing that happened in a case. `by` is null for what the case does by itself. */
export type RecordLine = { at: string; kind: RecordKind; by: string | null; part: string | null; what: string; quote: string | null };

/** A line as a sentence: "Sunil Raman (assessor) rated RC-1.1: Met." */
export const sentence = ({ by, part, what }: Pick<RecordLine, "by" | "part" | "what">): string => `${by === null ? capital(what) : `${by}${part ? ` (${part})` : ""} ${what}`}.`;
