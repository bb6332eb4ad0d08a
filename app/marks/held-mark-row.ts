import type { Day } from "~/platform/calendar";
import type { Tone } from "~/ui/tag";
import type { AwardLevel, MarkStatus } from "./mark";

export const marksPerPage = 20;

/** One mark as a line of the list. */
export type HeldMarkRow = {
  code: string;
  provider: string;
  area: string;
  standard: string;
  level: AwardLevel;
  status: MarkStatus;
  since: Day;
  validUntil: Day;
  openProposal: boolean;
};

/** How a status is drawn, beside its word. */
export const statusTones: Record<MarkStatus, Tone> = {
  live: "good",
  renewal_being_assessed: "good",
  under_review: "ask",
  suspended: "stop",
  withdrawn: "stop",
  expired: "quiet",
  surrendered: "quiet",
  superseded: "quiet",
};
