import type { Condition } from "~/assessments/workflow";
import { askToCapture } from "~/evidence/capture-link.server";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import type { Agreed } from "./agreed";
import { agreedOn, answersToRead, type CaseFile, currentReaders, factsOf, isTalkOver, saysNone } from "./case-file";
import { areConfirmed } from "./claims";
import { claimsToConfirm, decisionReady } from "./decision-letters";
import { isOver } from "./deferral";
import { differencesToSettle, differencesToTalkOver } from "./difference-letters";
import { isCheckOver, isReportChecked, openCheck } from "./fact-check/fact-check";
import { letStand, sendReport } from "./fact-check/send-report.server";
import { askLeave, nearSince } from "./interests/ask-leave.server";
import { loseReaders, readersToLeave } from "./lose-readers.server";
import { makeMove } from "./move.server";
import { openRound } from "./open-round.server";
import { acceptedClaims, outcomeOf } from "./outcome";
import { type Part, parts } from "./part";
import { isAwaited } from "./questions";
import { readersMayBegin } from "./reader-letters";
import { givenIn, hasRecommended } from "./recommendation";
import { isOpenIn, isReopened } from "./round";
import { type CaseMoveName, permitOn } from "./standing";
import { forModerator, lastDayToTalk, toTalkOver } from "./talk";
import { tellReaders, tellRole } from "./tell.server";
import { toRate } from "./to-rate";

/**
 * What a case does by itself once nothing more is needed: a reader who belongs to the provider by now, or is no assessor any more, leaves, one who has stated a tie that bars nobody waits for leave, the readers begin when both have declared, two complete readings are compared unless the provider is awaited or has just answered,
 * what is settled goes to the group as a draft report, what it has had time to check goes to the decision, what two readers have talked over too long goes to the moderators, and what was put off and not answered in time goes to the decision. Call it with the file as it is after the change that may have completed something.
 */
export async function carryOn(tx: Db, clock: Clock, file: CaseFile): Promise<CaseFile> {
  if (nearSince(file, londonDay(clock.now())).length > 0) return carryOn(tx, clock, await askLeave(tx, clock, file));
  const next = (["lose_reader", "begin", "differ", "agree", "settled", "end_talk", "lapse", "send_report", "let_stand"] as const).find(
    (name) => permitOn(name, "system", factsOf(file), { met: conditionsMet(file, clock.now()) }).ok,
  );
  if (!next) return file;
  if (next === "lose_reader") return carryOn(tx, clock, await loseReaders(tx, clock, file));
  if (next === "send_report") return carryOn(tx, clock, await sendReport(tx, clock, file));
  if (next === "let_stand") return carryOn(tx, clock, await letStand(tx, clock, file));
  const rounds = next === "lapse" ? [...file.rounds, await openRound(tx, file, "deferral", [], clock.now())] : file.rounds;
  const state = await makeMove(tx, file, next, "system", clock.now());
  const moved = { ...file, state, rounds, ...(next === "differ" ? { talkSince: clock.now(), talkEnded: false } : next === "end_talk" ? { talkEnded: true } : {}) };
  await tell(tx, clock, moved, next);
  return carryOn(tx, clock, moved); // a reader who comes back may have rated everything before
}

/** The conditions of the move table that this case meets. */
export function conditionsMet(file: CaseFile, now: Date): Condition[] {
  const readers = currentReaders(file);
  const agreed = agreedOn(file);
  const { open, missing } = agreed;
  const overCap = claimsOverCap(file, agreed);
  const given = givenIn(file.ratings);
  const checked = isReportChecked(file.factChecks, file.rounds);
  const over = isTimeOver(file, now);
  const met: [Condition, boolean][] = [
    ["reader_to_leave", readersToLeave(file, londonDay(now)).length > 0],
    ["both_declared", readers.length === 2 && readers.every(({ declaration }) => declaration !== null && saysNone(declaration))],
    ["all_rated", missing.length === 0],
    ["differences", open.length > 0],
    ["no_differences", open.length === 0],
    ["nothing_to_settle", open.length === 0],
    ["talk_to_end", !file.talkEnded && isTalkOver(file, now) && open.some(({ how }) => how === "talk")],
    ["nobody_awaited", !isAwaited(file.questionRound)],
    ["answers_read", parts.every((part) => answersToRead(file, part).length === 0)],
    ["recommended", readers.length === 2 && readers.every((reader) => !hasOpen(file, reader.part) || hasRecommended(file, given, reader))],
    ["claims_over_cap", overCap],
    ["claims_in_order", !overCap],
    ["report_to_check", !checked],
    ["report_checked", checked],
    ["not_reopened", !isReopened(file.rounds)],
    ["not_deferred_before", file.deferral === null],
    ["in_time", over === false],
    ["time_over", over === true],
  ];
  return met.filter(([, holds]) => holds).map(([condition]) => condition);
}

/** Whether this part has anything to rate in the round the case is in. */
const hasOpen = (file: CaseFile, part: Part) => toRate(file.standard, file.submission.content.facts, part, file.reading).some(({ id }) => isOpenIn(file.rounds, id));

/** Whether more is accepted as not applying than the standard lets stand by itself, and no moderator has confirmed it. */
function claimsOverCap({ standard, submission, claimRulings }: CaseFile, agreed: Agreed): boolean {
  const outcome = outcomeOf(standard, submission.content.facts, agreed);
  return !outcome.ok && outcome.why === "na_over_cap" && !areConfirmed(claimRulings, acceptedClaims(agreed));
}

/** Whether the provider's time for what it is awaited for is over; undefined where it is not awaited. */
function isTimeOver({ state, deferral, factChecks }: CaseFile, now: Date): boolean | undefined {
  const check = openCheck(factChecks);
  if (state === "checking") return check && isCheckOver(check, now);
  return deferral ? isOver(deferral, now) : undefined;
}

async function tell(tx: Db, clock: Clock, file: CaseFile, done: CaseMoveName) {
  if (done === "begin") {
    await askToCapture(tx, file.organisationId, Object.keys(file.submission.content.links ?? {}));
    await tellReaders(tx, clock, file, readersMayBegin);
  } else if (done === "differ" || done === "end_talk") await tellOfDifferences(tx, clock, file);
  else await tellOfDecision(tx, clock, file);
}

/** The moderators where claims are theirs to confirm, else the deciders, unless the provider has first to see the draft report. */
export async function tellOfDecision(tx: Db, clock: Clock, file: CaseFile) {
  const met = conditionsMet(file, clock.now());
  if (met.includes("claims_over_cap")) await tellRole(tx, clock, file, "moderator", claimsToConfirm, paths.claims(file.id));
  else if (met.includes("report_checked")) await tellRole(tx, clock, file, "decider", decisionReady);
}

/** The moderators of what is theirs, and the readers of what they may still talk over. */
async function tellOfDifferences(tx: Db, clock: Clock, file: CaseFile) {
  const { open } = agreedOn(file);
  const over = isTalkOver(file, clock.now());
  const [theirs, readers] = [forModerator(open, over).length, toTalkOver(open, over).length];
  if (theirs > 0) await tellRole(tx, clock, file, "moderator", differencesToSettle(theirs));
  if (readers > 0 && file.talkSince) await tellReaders(tx, clock, file, differencesToTalkOver(readers, lastDayToTalk(file.talkSince, file.nation)));
}
