import type { EvidenceItem } from "~/assessments/answer";
import type { ShownCriterion } from "~/assessments/shown-criterion";
import type { Day } from "~/platform/calendar";
import type { Language } from "~/platform/words";
import type { TopUpReason } from "../top-ups/top-up";
import type { MarkAnswerState } from "./answer-moves";

/** One that was sent, as the group reads it again: what it said, and what a moderator said is not yet there. */
export type SentAnswer = {
  id: string;
  state: Exclude<MarkAnswerState, "drafting">;
  at: string;
  words: string;
  evidence: EvidenceItem[];
  reply: string | null;
  repliedAt: string | null;
};

export type OwnAnswer = {
  organisationId: string;
  standard: { title: string; textIn: Language };
  criterion: ShownCriterion;
  /** A condition, with what our readers wrote; or newly asked, by what they said of themselves or by a newer version. */
  why: "condition" | TopUpReason;
  missing: string | null;
  /** Null once nobody asks for it any more: put right, or its days are over. */
  until: { day: Day; late: boolean } | null;
  /** Oldest first. */
  sent: SentAnswer[];
  draft: { criterion: ShownCriterion; words: string; evidence: EvidenceItem[]; savedAt: string };
  files: { id: string; name: string; bytes: number }[];
  may: { write: boolean; send: boolean };
};
