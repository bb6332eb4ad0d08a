import type { Day } from "~/platform/calendar";
import type { ContactCheck } from "~/providers/contact-check";
import type { SeenAnswers } from "./answers/seen-answers";
import type { SeenCheckIn } from "./check-ins/seen-check-in";
import type { ToldChange } from "./circumstances/circumstance";
import type { Holder, ReasonClass } from "./mark";
import type { Proposable, ReviewStep } from "./mark-moves";
import type { LostEntry } from "./paperwork/owed";
import type { MarkEventKind, MarkStanding } from "./status";
import type { OpenTopUp } from "./top-ups/top-up";

/** Who did it, by name, and when, as an ISO instant. Nobody: the system itself. */
export type Done = { by: string | null; at: string };
export type HeldMarkEvent = { id: string; kind: MarkEventKind; reasonClass: ReasonClass | null; note: string; proposed: Done; confirmed: Done | null; declined: Done | null };

/** One mark as those see it who look after marks. */
export type HeldMarkView = {
  mark: {
    code: string;
    number: number;
    decisionId: string | null;
    slug: string;
    /** Of whoever it was given to: theirs is the letter. */
    letterSlug: string;
    provider: string;
    area: string;
    standard: Holder["standard"];
    scope: string[];
    awardedOn: Day;
    validUntil: Day;
    supersededBy: string | null;
    certificate: boolean;
  };
  standing: MarkStanding;
  /** Oldest first, without the open proposal. */
  events: HeldMarkEvent[];
  /** What waits for a second person. */
  proposal: (HeldMarkEvent & { mine: boolean; mayConfirm: boolean; mayDecline: boolean }) | null;
  /** What it was given on condition of: what is still open, what was put right, and whether this person may record one; `late` after the last day. Null without conditions. */
  conditions: { by: Day; open: string[]; cleared: { criterion: string; done: Done; note: string }[]; mayClear: "yes" | "no" | "late" } | null;
  /** What the mark is still to show, and whether this person may record that it was. */
  toShow: Pick<OpenTopUp, "id" | "criterion" | "why" | "version" | "activity" | "lastDay" | "state">[];
  mayRecord: boolean;
  /** What its holder has sent for either, for whoever may read it. */
  sentFor: SeenAnswers;
  /** What its holder said after a year, and every change it has told us of. */
  checkIn: SeenCheckIn | null;
  told: ToldChange[];
  /** Until when its holder says that it is insured. */
  insuredUntil: Day | null;
  /** The entries in registers that its holder has lost. */
  lost: Omit<LostEntry, "recordedAt">[];
  /** When its holder's phone and e-mail were tried. */
  checks: ContactCheck[];
  mayPropose: Proposable[];
  mayReview: ReviewStep | null;
};
