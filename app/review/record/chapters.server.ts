import { ofAppeals } from "../appeals/of-appeals.server";
import { ofPrivacy } from "../privacy/of-privacy.server";
import { ofVisits } from "../visits/of-visits.server";
import type { Chapter } from "./chapter.server";
import { ofDecisions } from "./of-decisions.server";
import { ofDifferences } from "./of-differences.server";
import { ofEvidence } from "./of-evidence.server";
import { ofLooks } from "./of-looks.server";
import { ofMoves } from "./of-moves.server";
import { ofQuestions } from "./of-questions.server";
import { ofRatings } from "./of-ratings.server";
import { ofReaders } from "./of-readers.server";
import { ofSending } from "./of-sending.server";

/** What review itself has to tell of a case. In one instant the earlier chapter comes first. */
export const reviewChapters: readonly Chapter[] = [
  ofSending,
  ofReaders,
  ofRatings,
  ofDifferences,
  ofQuestions,
  ofEvidence,
  ofPrivacy,
  ofVisits,
  ofDecisions,
  ofAppeals,
  ofMoves,
  ofLooks,
];
