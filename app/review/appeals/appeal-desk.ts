import type { Criterion, Level } from "#standards/format";
import type { EvidenceItem } from "~/assessments/answer";
import type { FileNames } from "~/assessments/survey/from-survey";
import type { Clock } from "../clocks";
import type { RatingLine, SettlementLine } from "../desk";
import type { DecidableOutcome } from "../outcome";
import type { AppealContent, Ground, Seat } from "./appeal";
import type { AppealMoveName, AppealState } from "./appeal-moves";
import type { ShownAnswer } from "./own-appeal";
import type { Panellist } from "./panel-choice";

/** One criterion that is contested: what was sent beside how it was read, as it was decided. `level`: where it stands now. */
export type ContestedPoint = {
  id: string;
  title: string;
  statement: string;
  levels: Criterion["levels"];
  level: Level;
  said: string;
  evidence: EvidenceItem[];
  since: { words: string; evidence: EvidenceItem[] }[];
  ratings: RatingLine[];
  settlement: SettlementLine | null;
};

/** An appeal as somebody of the scheme may see it. */
export type AppealDesk = {
  id: string;
  caseId: string;
  number: string;
  provider: string;
  area: string;
  standard: string;
  state: AppealState;
  sentAt: string;
  clock: Clock | null;
  judge: string | null;
  decision: { outcome: DecidableOutcome; by: string; at: string; reason: string };
  /** A moderator may open the case; the panel reads here. */
  moderates: boolean;
  mayRead: boolean;
  barred: string | null;
  moves: AppealMoveName[];
  content: AppealContent;
  points: ContestedPoint[];
  findings: Ground[];
  files: FileNames;
  first: ShownAnswer | null;
  goneOn: { why: string; at: string } | null;
  panel: { seat: Seat; personId: string; name: string; declared: boolean }[];
  mySeat: Seat | null;
  /** For whoever names the panel. */
  panellists: Panellist[];
  written: (ShownAnswer & { id: string; waits: string[] }) | null;
  /** Whether this person has said what they think of it. */
  said: boolean;
};
