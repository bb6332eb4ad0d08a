import type { Day } from "~/platform/calendar";
import type { Nation } from "~/review/bank-holidays";
import type { ToldKind } from "./circumstances/circumstance";
import type { Holder } from "./mark";
import type { LostEntry } from "./paperwork/owed";
import type { MarkFacts } from "./status";
import type { OpenTopUp } from "./top-ups/top-up";

/** A mark as it was awarded, with everything its status follows from. */
export type FoundMark = {
  id: string;
  number: number;
  code: string;
  /** Null once the time of the decision is over. */
  decisionId: string | null;
  organisationId: string;
  /** The provider's address today. */
  slug: string;
  standardKey: string;
  /** What it covers now: what it was given for, and what was shown since. */
  scope: string[];
  /** Who holds it: as on the day of the award, or, where another holds it since, as that one is called today. */
  holder: Holder;
  /** As it was given: what its certificate and its credential say. */
  given: { holder: Holder; scope: string[] };
  /** The day since which another than the one it was given to holds it. */
  transferredSince: Day | null;
  facts: MarkFacts;
  /** Null until the PDF has been made. */
  certificate: { sha256: string; bytes: number } | null;
  /** Whether its credential has been signed. */
  credential: boolean;
  /** Criteria it is still to show, the most urgent first. */
  topUps: OpenTopUp[];
  /** Whether a change waits for its second person. */
  openProposal: boolean;
};

/** What a group has sent for its mark and nobody has answered. */
export type Waiting = { criterion: string; topUpId: string | null; sentAt: Date };

/** What its group has said at its check-in, what it told us of that no moderator has looked at, and which entries in registers it has lost. */
export type Upkeep = { checkedIn: boolean; told: readonly { kind: ToldKind; toldAt: Date }[]; lost: readonly LostEntry[] };

/** The same with what its deadlines follow from: whose bank holidays count, and what waits for us. */
export type ClockedMark = FoundMark & { nation: Nation; waiting: Waiting[]; upkeep: Upkeep };
