import type { Level } from "#standards/format";
import type { Day } from "~/platform/calendar";
import type { Language } from "~/platform/words";
import type { AppealAnswer, AppealContent, AppealOutcome, Seat } from "./appeal";
import type { AppealState } from "./appeal-moves";

/** An answer as both sides read it. */
export type ShownAnswer = { outcome: AppealOutcome; by: string; at: string; content: AppealAnswer; dissent: { name: string; words: string }[]; agree: string[] };

/** What a provider's own people see of their appeal, or of what they could appeal against. */
export type OwnAppeal = {
  assessmentId: string;
  slug: string;
  standard: { title: string; textIn: Language };
  decisionId: string;
  /** What is new goes into answers that are sent again. */
  notAwarded: boolean;
  /** The last day for the provider's next step. */
  until: Day | null;
  may: { write: boolean; goOn: boolean; withdraw: boolean };
  admin: boolean;
  whyNot: "deferred" | "anew" | "closed" | "other" | null;
  criteria: { id: string; title: string; level: Level }[];
  content: AppealContent;
  appeal: {
    state: AppealState;
    sentAt: string | null;
    endedAt: string | null;
    due: Day | null;
    late: boolean;
    panel: { seat: Seat; name: string }[];
    first: ShownAnswer | null;
    second: ShownAnswer | null;
  } | null;
  anew: { decisionId: string; day: Day } | null;
  beingDecided: boolean;
};
