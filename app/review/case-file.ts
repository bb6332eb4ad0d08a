import { z } from "zod";
import type { Facts, Level, Standard } from "#standards/format";
import type { SubmissionContent } from "~/assessments/answer";
import type { CaseState } from "~/assessments/workflow";
import { type Day, londonDay } from "~/platform/calendar";
import { type Agreed, agreedRatings, type Readings } from "./agreed";
import type { Nation } from "./bank-holidays";
import type { ClaimRuling } from "./claims";
import type { Deferral } from "./deferral";
import type { Draw } from "./depth";
import type { FactCheck } from "./fact-check/fact-check";
import { barredBy, type KnownInterest } from "./interests/kinds";
import { isObjected, type Objection } from "./interests/objection";
import { type Tie, tieState } from "./interests/tie";
import type { Part } from "./part";
import type { Lock } from "./privacy/locks";
import { answersUnread, type QuestionRound } from "./questions";
import type { Recommendation } from "./recommendation";
import { type Round, readerThen, ruledIn, standingIn } from "./round";
import type { CaseFacts, FactsOfDay } from "./standing";
import type { Supplement } from "./supplement";
import { type Talk, talkedOver, talkIsOver } from "./talk";
import type { Ticks } from "./tests-and-level";
import type { ThirdRating } from "./third-rating";
import type { Depth } from "./to-rate";
import type { Visit } from "./visits/visit";

/** Who reads, or once read, a case. */
export type Assignment = {
  id: string;
  part: Part;
  personId: string;
  name: string;
  email: string;
  assignedAt: Date;
  /** Belongs to the provider by now. */
  ofProvider: boolean;
  /** The ties to the provider that they have ever stated on their own page. */
  interests: KnownInterest[];
  /** What they told with this case that bars nobody. */
  tie: Tie | null;
  /** Has the role to read with. */
  isAssessor: boolean;
  declaredAt: Date | null;
  declaration: string | null;
  endedAt: Date | null;
  endedReason: string | null;
};

export type Rating = {
  criterion: string;
  part: Part /** Null: the claim that it does not apply is accepted. */;
  level: Level | null;
  ticks: Ticks;
  reason: string;
  ratedBy: string;
  ratedAt: Date;
  round: number;
};
export type Settlement = { criterion: string; level: Level; reason: string; flagged: boolean; settledBy: string; settledAt: Date; round: number };

/** Everything there is about one case. Stays on the server: pages get what their reader may see of it. */
export type CaseFile = {
  id: string;
  number: number;
  state: CaseState;
  openedAt: Date;
  organisationId: string;
  /** Where the provider is: by its working days the deadlines are counted. */
  nation: Nation;
  provider: { name: string; slug: string; area: string };
  submission: { id: string; assessmentId: string; submittedAt: Date; sha256: string; content: SubmissionContent };
  standardVersionId: string;
  standard: Standard;
  /** How much the second reader reads, and why, oldest first. */
  reading: Depth;
  draws: Draw[];
  /** Ended ones too, oldest first. */
  assignments: Assignment[];
  /** Those after the first, in order. */
  rounds: Round[];
  /** When, and for what, its decision was put off; null where it never was. */
  deferral: Deferral | null;
  /** Every rating ever given, oldest first. */
  ratings: Rating[];
  settlements: Settlement[];
  /** Third ratings of what two readers differ in. */
  thirds: ThirdRating[];
  /** What the two readers said to each other of their differences, oldest first; since when they may, and whether their time was said to be over. */
  talks: Talk[];
  talkSince: Date | null;
  talkEnded: boolean;
  /** Who said of their ratings that they may go on, oldest first. */
  recommendations: Recommendation[];
  /** The draft reports that the provider had to check, in the order of their rounds. */
  factChecks: FactCheck[];
  /** What moderators said of claims that are more than the standard lets stand by itself, oldest first. */
  claimRulings: ClaimRuling[];
  /** What the provider has added since, oldest first. */
  supplements: Supplement[];
  /** What the provider has against its readers; null where it has not objected. */
  objection: Objection | null;
  /** What is locked because it may hold somebody's details, or was removed: its words stand nowhere in this file. */
  locks: Lock[];
  /** Null until the first question is drafted. */
  questionRound: QuestionRound | null;
  /** Who took a decision that was appealed against, or was given the appeal to answer. */
  judges: string[];
  /** The appeal that was sent against its decision; null where none was. */
  appealId: string | null;
  /** Conversations and visits, oldest first. */
  visits: Visit[];
  /** Somebody has tried phone or e-mail since the case was opened. */
  contactTested: boolean;
  /** What has tied anybody who works for the scheme to the provider, reader or not. */
  ties: { personId: string; interests: KnownInterest[] }[];
};

/** The word that says there is no conflict of interest. It has to be typed; how it is written makes no difference. */
export const saysNone = (words: string): boolean => /^["'“‘]?none["'”’]?\.?$/i.test(words.trim());

/** Who reads now. */
export const currentReaders = ({ assignments }: CaseFile): Assignment[] => assignments.filter((each) => each.endedAt === null);

/** The part of the file that the move table's rules look at. */
export const factsOf = (file: CaseFile): CaseFacts => ({
  state: file.state,
  organisationId: file.organisationId,
  readers: currentReaders(file).map(({ personId, part, declaration, tie }) => ({
    personId,
    part,
    declaredNone: declaration !== null && saysNone(declaration),
    waits: tieState(tie) === "stated",
  })),
  raters: [...new Set([...file.ratings.map((each) => each.ratedBy), ...file.thirds.map((each) => each.by)])],
  settlers: [...new Set([...file.settlements.map((each) => each.settledBy), ...file.claimRulings.map((each) => each.by)])],
  objected: isObjected(file.objection, file.state),
  judges: file.judges,
});

/** The same on this day, with whom a tie bars then. */
export const factsOn = (file: CaseFile, today: Day): FactsOfDay => ({ ...factsOf(file), tied: barredBy(file.ties, today) });

/** As much of a case as it takes to say what is agreed in it. */
export type CaseReadings = {
  standard: Standard;
  facts: Facts;
  reading: Depth;
  readers: readonly { part: Part; personId: string }[];
  rounds: readonly Round[];
  ratings: readonly Pick<Rating, "criterion" | "part" | "level" | "ratedBy" | "round">[];
  settlements: readonly Pick<Settlement, "criterion" | "level" | "round">[];
  talks: readonly Talk[];
};

/** What the readers and the moderator have agreed so far. Ratings count while who gave them reads this part, or read it when their round ended, until their criterion is opened again; the newest of each. */
export function agreedBetween({ standard, facts, reading, readers, rounds, ratings, settlements, talks }: CaseReadings): Agreed {
  const levels = (part: Part) => Object.fromEntries(countingRatings({ readers, rounds, ratings }, part).map(({ criterion, level }) => [criterion, level]));
  const readings: Readings = { assessor: levels("assessor"), second_reader: levels("second_reader") };
  const settled = Object.fromEntries(standingIn(rounds, settlements).map(({ criterion, level }) => [criterion, level]));
  const said = standingIn(rounds, talks).filter(({ part, by }) => readers.some((each) => each.part === part && each.personId === by));
  const ruled = Object.fromEntries(ruledIn(rounds, settlements).map(({ criterion, level }) => [criterion, level]));
  return agreedRatings(standard, facts, readings, settled, { reading, talked: talkedOver(said), ruled });
}

export const agreedOn = (file: CaseFile): Agreed => agreedBetween({ ...file, facts: file.submission.content.facts, readers: currentReaders(file) });

/** Whether the readers' time to talk over their differences is over by now. */
export const isTalkOver = ({ talkSince, nation }: Pick<CaseFile, "talkSince" | "nation">, now: Date): boolean => talkIsOver(talkSince, londonDay(now), nation);

/** The ratings of a part that count, oldest first: those of its reader, in an earlier round of whoever read it then, and nothing of a criterion from before it was opened again. */
const countingRatings = <T extends Pick<Rating, "criterion" | "part" | "ratedBy" | "round">>(
  { readers, rounds, ratings }: { readers: readonly { part: Part; personId: string }[]; rounds: readonly Round[]; ratings: readonly T[] },
  part: Part,
): T[] => {
  const now = readers.find((each) => each.part === part)?.personId;
  return standingIn(rounds, ratings).filter((each) => each.part === part && each.ratedBy === (readerThen(rounds, part, each.round) ?? now));
};

/** The newest rating of each criterion that counts for this part. */
export const currentRatings = (file: CaseFile, part: Part): Record<string, Rating> =>
  Object.fromEntries(countingRatings({ ...file, readers: currentReaders(file) }, part).map((each) => [each.criterion, each]));

/** What a reader has rated before the provider answered a question about it, and not looked at since. The rating stands; the case goes on once it is saved again, changed or not. */
export const answersToRead = (file: CaseFile, part: Part): string[] => answersUnread(file.questionRound, Object.values(currentRatings(file, part)));

/** How the differences were settled, as far as it still stands. */
export const currentSettlements = ({ rounds, settlements }: CaseFile): Settlement[] => standingIn(rounds, settlements);

/** The case as it was when this round had ended: what a decision of that round rests on. */
export function asOfRound(file: CaseFile, round: number): CaseFile {
  const seated = (part: Part, personId: string) => (readerThen(file.rounds, part, round) ?? currentReaders(file).find((each) => each.part === part)?.personId) === personId;
  return {
    ...file,
    assignments: file.assignments.map((each) => (seated(each.part, each.personId) ? { ...each, endedAt: null } : { ...each, endedAt: each.endedAt ?? file.openedAt })),
    rounds: file.rounds.filter(({ no }) => no <= round),
    ratings: file.ratings.filter((each) => each.round <= round),
    settlements: file.settlements.filter((each) => each.round <= round),
    thirds: file.thirds.filter((each) => each.round <= round),
    talks: file.talks.filter((each) => each.round <= round),
  };
}

/** Every file that the provider has shown in this case, by id: what it sent first, and what it has added. */
export const filesShown = ({ submission, supplements }: CaseFile): SubmissionContent["files"] =>
  Object.assign({}, submission.content.files, ...supplements.map(({ content }) => content.files));

/** While readers rate, each sees only what is their own. After that, everybody on the case sees everything. */
export const ratingsAreOpen = (state: CaseState): boolean => ["moderating", "checking", "deciding", "deferred", "decided"].includes(state);

export const CaseId = z.uuid();
