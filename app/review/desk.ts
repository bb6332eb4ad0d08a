import type { Criterion, Level } from "#standards/format";
import type { LookAlike } from "~/accounts/look-alikes/look-alike";
import type { Answer, EvidenceItem, SubmissionContent } from "~/assessments/answer";
import type { CaseState } from "~/assessments/workflow";
import type { Finding } from "~/evidence/personal-data";
import type { ContactCheck } from "~/providers/contact-check";
import type { FactLine } from "./fact-lines";
import type { DecidableOutcome, KeptScore } from "./outcome";
import type { Part } from "./part";
import type { ShownAward } from "./shown-award";
import type { Suggestion } from "./suggest";
import type { SupplementWhy } from "./supplement";
import type { Ticks } from "./tests-and-level";
import type { Need } from "./visits/needs";
import type { ShownVisit } from "./visits/shown-visit";

/** What stands at the top of every page about one case. */
export type DeskCase = {
  id: string;
  number: string;
  provider: string;
  area: string;
  standard: string;
  state: CaseState;
  daysLeft: number | null /** The last day for the answers of the group, while they are awaited. */;
  awaitedUntil: string | null;
};
/** A file as it was sent, and what is known of it now. Locked, nobody can open it. */
export type ShownFile = {
  id: string;
  name: string;
  kind: string;
  bytes: number;
  state: {
    findings: Finding[];
    confirmed: boolean;
    scanned: boolean;
    locked: boolean /** Why nobody can open it. */;
    note: string | null /** The day on which it was deleted because its time was over. */;
    removedOn: string | null;
  };
};

/** As frozen with the submission: what did not seem to fit, and what the group said to it. */
export type SentWarning = NonNullable<SubmissionContent["plausibility"]>[number];

/** By address. */
export type ShownPages = Record<string, { capture: string; on: string; changed: boolean /** Why nobody can open it. */; note: string | null }>;

/** One criterion with what was sent for it: what a reader reads. */
export type Reading = {
  criterion: Pick<Criterion, "id" | "title" | "statement" | "good" | "levels" | "evidence"> & { mustHave: boolean };
  answer: Answer;
  claimsNa: boolean;
  facts: FactLine[];
  files: ShownFile[];
  /** What did not seem to fit when it was sent, as far as it bears on this criterion. */
  warnings: SentWarning[];
  awards: ShownAward[];
  /** Web pages as they were when this was sent, by address. `changed`: a later look found something else. */
  pages: ShownPages;
  /** What the provider has added to this criterion since, oldest first. Its files are among `files`. */
  since: {
    id: string;
    locked: boolean;
    why: SupplementWhy /** In our words, what it answers. */;
    asked: string | null;
    at: string;
    words: string;
    evidence: EvidenceItem[];
    pages: ShownPages;
  }[];
  /** The words of the answer are locked, or were removed: a note stands in their place. */
  locked: boolean;
  /** What this person may do with what is shown. */
  may: { caseId: string; lock: boolean; judge: boolean };
};

/** A rating with its author, for whoever may see it. */
export type RatingLine = {
  part: Part;
  by: string;
  level: Level | null;
  ticks: Ticks;
  reason: string;
  at: string /** By somebody who could see the provider's rating of itself by then. */;
  afterReveal: boolean;
};
/** What a reader gave the same criterion in another case, without saying whose. */
export type EarlierRating = Pick<RatingLine, "level" | "reason" | "at"> & { version: string };
export type SettlementLine = { level: Level; by: string; reason: string; at: string; flagged: boolean };

export type RatingDesk = {
  case: DeskCase;
  reading: Reading;
  place: { at: number; of: number };
  previous: string | null;
  next: string | null;
  /** The reader's own newest rating. */
  mine: Pick<RatingLine, "level" | "ticks" | "reason" | "at"> | null;
  /** Both, once both readers are done; before that none. */
  ratings: RatingLine[];
  settlement: SettlementLine | null;
  part: Part | null;
  /** They have rated all of theirs once: they see the provider's rating of itself, and what they change now is marked. */
  revealed: boolean;
  mayRate: boolean;
  /** Their own of this criterion in other cases, newest first; none for who does not rate here. */
  earlier: EarlierRating[];
  /** When we tried their phone and e-mail; null where a criterion is about something else. */
  contact: ContactCheck[] | null;
  /** Conversations and visits that were about this criterion. */
  visits: ShownVisit[];
  /** This is the last one: saving it may end the reading for good. */
  last: boolean;
};

/** What a reader proposed to the other. */
export type TalkLine = { part: Part; by: string; level: Level; reason: string; at: string };

export type TalkingDesk = {
  case: DeskCase;
  reading: Reading;
  ratings: RatingLine[];
  talk: TalkLine[];
  range: Level[];
  /** The last day on which it is theirs. */
  until: string | null;
  /** The level they have come to. */
  agreed: Level | null;
  barred: string | null;
};

export type SettlingDesk = {
  case: DeskCase;
  reading: Reading;
  ratings: RatingLine[];
  talk: TalkLine[];
  range: Level[];
  /** What a third reader gave. */
  third: Omit<SettlementLine, "flagged"> | null;
  /** Whether this person may be that reader. */
  mayRateThird: boolean;
  flagged: boolean;
  settlement: SettlementLine | null;
  left: string[];
  barred: string | null;
};

/** Everything one reader has rated, before they say that it may go on. No sums: a threshold must not steer anybody. */
export type RecommendingDesk = {
  case: DeskCase;
  ratings: { id: string; title: string; mustHave: boolean; level: Level | null; reason: string; open: boolean }[];
  /** They have said so already, and the other reader has not. */
  said: boolean;
  /** Why not yet. */
  barred: string | null;
};

/** Claims that are more than the standard lets stand by itself, with what both sides said. */
export type ClaimsDesk = { case: DeskCase; claims: { id: string; title: string; claimed: string; reasons: RatingLine[] }[]; ruled: string | null; barred: string | null };

export type DecidingDesk = {
  case: DeskCase;
  scope: string[];
  score: KeptScore | null;
  /** In plain words, why there is no outcome yet. */
  notReady: string | null;
  sections: { id: string; title: string; percent: number | null }[];
  ratings: { id: string; title: string; mustHave: boolean; level: Level | null; came: string; reason: string }[];
  /** Whether this person may send it back to its readers. */
  maySendBack: boolean;
  /** What a moderator said where very much was claimed not to apply. */
  claims: { criteria: string[]; confirmed: boolean; reason: string }[];
  /** Other groups that could be taken for this one by their names, while it is not decided. */
  alikes: LookAlike[];
  /** Conversations and visits that are asked for and have not been. For who may decide it now. */
  missing: Need[];
  decided: { outcome: DecidableOutcome; by: string; at: string; reason: string } | null;
  barred: string | null;
};

export type Assigning = { case: DeskCase; people: Suggestion[]; now: Partial<Record<Part, string>>; barred: string | null };
