import { type Actor, hasRole, membershipIn } from "~/accounts/actor";
import { type Day, londonDay } from "~/platform/calendar";
import { agreedOn, type CaseFile, saysNone } from "../case-file";
import type { DecidableOutcome } from "../outcome";
import { freeToRead } from "../reader-choice";
import { isReopened } from "../round";
import { type AppealAnswer, type AppealContent, type AppealOutcome, appealBy, contentFault, goOnBy, type Seat, seats } from "./appeal";
import {
  type AppealBar,
  type AppealCondition,
  type AppealMoveName,
  type AppealPermission,
  type AppealStanding,
  type AppealState,
  appealMovesOpen,
  permitAppeal,
} from "./appeal-moves";

export type DecisionMade = { id: string; round: number; outcome: DecidableOutcome; reason: string; at: Date; by: string; byName: string };
export type Voice = { personId: string; name: string; agrees: boolean; words: string; at: Date };
export type Answered = { id: string; stage: 1 | 2; outcome: AppealOutcome; content: AppealAnswer; by: string; byName: string; at: Date; voices: Voice[] };
export type Seated = { id: string; seat: Seat; personId: string; name: string; email: string; declaredAt: Date | null; declaration: string | null; endedAt: Date | null };

export type Appeal = {
  id: string;
  decisionId: string;
  state: AppealState;
  content: AppealContent;
  savedAt: Date;
  sentAt: Date | null;
  dueOn: Day | null;
  judge: { id: string; name: string } | null;
  takenAt: Date | null;
  goneOnAt: Date | null;
  goneOnWhy: string | null;
  panelDueOn: Day | null;
  endedAt: Date | null;
  /** The first, then what the panel wrote down, oldest first. */
  answers: Answered[];
  /** Ended ones too. */
  seats: Seated[];
};

/** A case with what is appealed against in it, and the appeal where one is begun. Stays on the server. */
export type AppealFile = {
  case: CaseFile;
  /** Every one of the case, oldest first. */
  decisions: DecisionMade[];
  /** Who chose its readers. */
  assigners: string[];
  /** Who once belonged to the provider, and until when. */
  former: { personId: string; until: Date }[];
  appeal: Appeal | null;
};
export type AppealOf = AppealFile & { appeal: Appeal };

/** The decision that is, or could be, appealed against. */
export const appealed = ({ decisions, appeal }: AppealFile): DecisionMade | undefined => decisions.find(({ id }) => id === appeal?.decisionId) ?? decisions.at(-1);
/** What was decided since, because of it. */
export const decidedAnew = (file: AppealFile): DecisionMade | undefined => {
  const before = appealed(file);
  return file.decisions.findLast(({ round }) => before !== undefined && round > before.round);
};

export const firstAnswer = ({ answers }: Appeal): Answered | undefined => answers.find(({ stage }) => stage === 1);
/** What the panel has before it, or has confirmed: the newest that was written down. */
export const panelAnswer = ({ answers }: Appeal): Answered | undefined => answers.findLast(({ stage }) => stage === 2);
export const currentSeats = ({ seats: all }: Appeal): Seated[] => all.filter(({ endedAt }) => endedAt === null);
export const hasDeclaredNone = ({ declaration }: Seated): boolean => declaration !== null && saysNone(declaration);

/** What those who sit on the panel now say to what was written down. Who has left the panel has no voice. */
export const voicesOf = (appeal: Appeal): Voice[] => (panelAnswer(appeal)?.voices ?? []).filter(({ personId }) => currentSeats(appeal).some((seat) => seat.personId === personId));

/** The last day for the provider's next step; null where none is theirs to take. */
export function stepBy(file: AppealFile): Day | null {
  const decision = appealed(file);
  const first = file.appeal && firstAnswer(file.appeal);
  if (file.appeal?.state === "answered" && first) return goOnBy(first.at);
  return decision && (file.appeal === null || file.appeal.state === "drafting") ? appealBy(decision.at) : null;
}

/** Everybody who had a part in what is appealed against. Who chose the readers had one where the appeal is about how things were done, or by whom. */
export function involvedIn({ case: file, decisions, assigners, appeal }: AppealFile): string[] {
  const aboutThem = appeal?.content.grounds.some(({ ground }) => ground === "process" || ground === "conflict") ?? false;
  const said = [...file.ratings.map(({ ratedBy }) => ratedBy), ...file.settlements.map(({ settledBy }) => settledBy), ...file.talks.map(({ by }) => by)];
  return [...new Set([...said, ...file.assignments.map(({ personId }) => personId), ...decisions.map(({ by }) => by), ...(aboutThem ? assigners : [])])];
}

/** Whether somebody belongs to the provider, or did in the last 24 months. */
const isOfProvider = ({ former }: AppealFile, person: { personId: string; ofProvider: boolean }, today: Day): boolean =>
  person.ofProvider || former.some(({ personId, until }) => personId === person.personId && today < freeToRead(londonDay(until)));

function standingsOf(actor: Actor, { case: file, appeal }: AppealFile): AppealStanding[] {
  const membership = membershipIn(actor, file.organisationId);
  const moderator = hasRole(actor, "moderator");
  const sits = appeal !== null && hasRole(actor, "panel") && currentSeats(appeal).some(({ personId }) => personId === actor.personId);
  return [
    ...(membership?.role === "admin" ? (["submitter"] as const) : []),
    ...(moderator ? (["moderator"] as const) : []),
    ...(moderator && appeal?.judge?.id === actor.personId ? (["judge"] as const) : []),
    ...(sits ? (["panellist"] as const) : []),
  ];
}

/** What takes somebody out of judging an appeal, whatever their role. */
export function barsOf(personId: string, ofProvider: boolean, file: AppealFile, today: Day): AppealBar[] {
  const seat = file.appeal && currentSeats(file.appeal).find((each) => each.personId === personId);
  const bars: AppealBar[] = [];
  if (isOfProvider(file, { personId, ofProvider }, today)) bars.push("of_provider");
  if (involvedIn(withoutPanel(file)).includes(personId)) bars.push("involved");
  if (file.appeal && firstAnswer(file.appeal)?.by === personId) bars.push("judged");
  if (!seat || !hasDeclaredNone(seat)) bars.push("not_declared");
  return bars;
}

/** Levels that the appeal itself gave are no part in what it is against. */
const withoutPanel = (file: AppealFile): AppealFile => {
  const round = appealed(file)?.round ?? 1;
  return { ...file, case: { ...file.case, settlements: file.case.settlements.filter((each) => each.round <= round) } };
};

/** The conditions of the table that this appeal meets. What an answer holds is known only to whoever gives it. */
function metBy(file: AppealFile, now: Date): AppealCondition[] {
  const { appeal, case: about } = file;
  const [decision, until] = [appealed(file), stepBy(file)];
  const sitting = appeal ? currentSeats(appeal) : [];
  const voices = appeal ? voicesOf(appeal) : [];
  const met: [AppealCondition, boolean][] = [
    ["appealable", about.state === "decided" && decision !== undefined && !isReopened(about.rounds)],
    ["in_time", until !== null && londonDay(now) <= until],
    ["time_over", until !== null && londonDay(now) > until],
    ["every_ground", appeal !== null && contentFault(appeal.content) === undefined],
    ["case_decided", about.state === "decided"],
    ["all_declared", sitting.length === seats.length && sitting.every(hasDeclaredNone)],
    ["written_down", appeal !== null && panelAnswer(appeal) !== undefined && voices.filter(({ agrees }) => !agrees).length < 2],
    ["two_of_three", voices.length === seats.length && voices.filter(({ agrees }) => agrees).length >= 2],
  ];
  return met.filter(([, holds]) => holds).map(([condition]) => condition);
}

type Also = { also?: readonly AppealCondition[]; reason?: string };

/** May this person, or the system itself, do this with the appeal? All rules are in the one table. */
export function permitAppealOn(name: AppealMoveName, by: Actor | "system", file: AppealFile, now: Date, { also = [], reason }: Also = {}): AppealPermission {
  const state = file.appeal?.state ?? "drafting";
  const met = [...metBy(file, now), ...also];
  if (by === "system") return permitAppeal(name, { state, standings: ["system"], bars: [], met, reason });
  return permitAppeal(name, { state, standings: standingsOf(by, file), bars: barsFor(by, file, now), met, reason });
}

const barsFor = (actor: Actor, file: AppealFile, now: Date) => barsOf(actor.personId, membershipIn(actor, file.case.organisationId) !== undefined, file, londonDay(now));

/** What a page may offer this person: what the table allows, and the time for it has not passed. */
export function appealMovesFor(actor: Actor, file: AppealFile, now: Date): AppealMoveName[] {
  const met = metBy(file, now);
  const possible = (name: AppealMoveName) =>
    name === "write" || name === "send"
      ? met.includes("appealable") && met.includes("in_time")
      : name === "go_on"
        ? met.includes("in_time")
        : name !== "say" || met.includes("written_down");
  return appealMovesOpen({ state: file.appeal?.state ?? "drafting", standings: standingsOf(actor, file), bars: barsFor(actor, file, now) }).filter(possible);
}

/** Why this person may not answer it, where they are a moderator or of the panel; null where nothing bars them. */
export const barOn = (actor: Actor, file: AppealFile, now: Date): Exclude<AppealBar, "not_declared"> | null =>
  barsFor(actor, file, now).find((bar) => bar !== "not_declared") ?? null;

/** Whether somebody may know of this appeal for the scheme: moderators, and who sits on its panel. Never one of the provider's own people. */
export function inAppealReach(actor: Actor, file: AppealOf): boolean {
  if (membershipIn(actor, file.case.organisationId) || file.appeal.state === "drafting") return false;
  return standingsOf(actor, file).some((each) => each === "moderator" || each === "panellist");
}

/** The criteria that can be named, with the level that stands. What was accepted as not applying has none. */
export const levelsOf = (file: AppealFile) => agreedOn(file.case).ratings;
