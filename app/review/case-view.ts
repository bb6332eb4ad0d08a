import type { Level } from "#standards/format";
import type { CaseState } from "~/assessments/workflow";
import type { ContactCheck } from "~/providers/contact-check";
import type { Came } from "./agreed";
import type { Clock } from "./clocks";
import type { Lot, WholeBecause } from "./depth";
import type { SentWarning } from "./desk";
import type { NextStep } from "./next-step";
import type { DecidableOutcome } from "./outcome";
import type { Part } from "./part";
import type { QuestionsSeen } from "./questions-seen";
import type { CaseMoveName } from "./standing";
import type { Need } from "./visits/needs";
import type { ShownVisit } from "./visits/shown-visit";

/** Where one criterion stands, as far as whoever looks may know. */
export type CriterionStand = {
  id: string;
  title: string;
  section: string;
  mustHave: boolean;
  /** This reader's own newest rating; null is "does not apply". Left out when there is none. */
  mine?: Level | null;
  /** Everybody's, once both readers are done. */
  open?: { assessor?: Level | null; second_reader?: Level | null; agreed?: Level; came?: Came /** By a moderator; by the two readers. */; toSettle: boolean; toTalk: boolean };
  /** Whether this person has it to rate. */
  toRate: boolean;
};

export type ReaderStand = { part: Part; name: string; declaredAt: string | null /** How many rated, of how many; not which, nor how. */; rated: number; of: number };
/** How much is read twice, and why. `lot`: as it was drawn; its secret once the quarter is over. Null where none was. */
export type DepthStand = {
  whole: boolean;
  why: WholeBecause[];
  lot: (Omit<Lot, "secret"> & { submission: string; secret: string | null }) | null;
};
export type HistoryLine = { at: string; by: string | null; move: CaseMoveName /** Why somebody left: for moderators only. */; reason: string | null };

/** A case as one of its people sees it: nothing in it that they may not know. */
export type CaseView = {
  id: string;
  number: string;
  state: CaseState;
  provider: { name: string; area: string; slug: string };
  standard: { title: string; version: string; key: string };
  scope: string[];
  submittedAt: string;
  /** What did not seem to fit when it was sent. Nothing for who may not read it yet. */
  warnings: SentWarning[];
  daysLeft: number | null;
  /** Every deadline that runs, ours and theirs. */
  clocks: Clock[];
  questions: QuestionsSeen;
  part: Part | null;
  /** Has typed that there is no conflict. */
  declared: boolean;
  /** Has told of a tie that a moderator has still to allow. */
  waits: boolean;
  /** May look at what was told of ties, and at what the group has against its readers. */
  seesTies: boolean;
  /** The group has objected to a reader, and nobody has answered yet. */
  objected: boolean;
  /** Until both readers have declared, neither sees anything that was sent. */
  mayRead: boolean;
  /** Who did and saw what, whole and in order: for moderators and decision-makers. */
  mayReadRecord: boolean;
  readers: ReaderStand[];
  depth: DepthStand;
  criteria: CriterionStand[];
  sections: { id: string; title: string }[];
  history: HistoryLine[];
  moves: CaseMoveName[];
  /** Why this person, whose role it is, cannot settle or decide. */
  barred: "tied" | "rated" | "settled" | "judged" | null;
  next: NextStep | null;
  toSettle: number;
  /** What the two readers may still talk over: how many, and until when. */
  talk: { count: number; until: string } | null;
  /** When we tried their phone and e-mail, newest first; and whether this person may record another try. */
  contact: { checks: ContactCheck[]; mayRecord: boolean };
  /** Conversations and visits, for whoever may read; what is still missing of them; and whether this person may record another. */
  visits: { shown: ShownVisit[]; missing: Need[]; mayRecord: boolean };
  decision: { outcome: DecidableOutcome; reason: string; by: string; at: string } | null;
  /** For a moderator: the appeal that was sent against it. */
  appealId: string | null;
};
