import { and, asc, eq, inArray } from "drizzle-orm";
import { people } from "#db/schema/accounts";
import { caseMoves, decisions } from "#db/schema/review";
import { type Actor, hasRole } from "~/accounts/actor";
import { type Day, londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { contactChecksOf } from "~/providers/contact-checks.server";
import { applicable } from "~/standards/applies";
import { agreedOn, answersToRead, type CaseFile, currentRatings, currentReaders, factsOn, isTalkOver, ratingsAreOpen } from "./case-file";
import { caseNumber } from "./case-number";
import type { CaseView, CriterionStand, HistoryLine, ReaderStand } from "./case-view";
import { daysLeftIn, runningIn } from "./days-left";
import { quarterOf } from "./depth";
import { findCase } from "./find-case.server";
import { nextStep } from "./next-step";
import { decidableOutcomes, outcomeOn } from "./outcome";
import { isAwaited } from "./questions";
import { questionsSeen } from "./questions-seen";
import { givenIn, hasRecommended } from "./recommendation";
import { viewerOf } from "./record/viewer";
import { isOpenIn } from "./round";
import { barsOn, type CaseMoveName, mayReadIn, movesFor, permitContactTest, type Reader, readerIn } from "./standing";
import { answerable, forModerator, lastDayToTalk, toTalkOver } from "./talk";
import { toRate } from "./to-rate";
import { missingIn } from "./visits/needs";
import { shownVisits } from "./visits/shown-visit";
import { permitVisit } from "./visits/visit";

/** A case as this person may see it; undefined when it is out of their reach. Seven reads. */
export async function caseFor(db: Db, clock: Clock, actor: Actor, id: string): Promise<CaseView | undefined> {
  const file = await findCase(db, actor, id);
  if (!file) return undefined;
  const [{ history, decision }, checks] = await Promise.all([historyOf(db, actor, id), contactChecksOf(db, file.organisationId)]);
  const facts = factsOn(file, londonDay(clock.now()));
  const me = hasRole(actor, "assessor") ? readerIn(actor, facts) : undefined;
  const desk = hasRole(actor, "moderator", "decider");
  const mayRead = mayReadIn(actor, facts);
  const agreed = agreedOn(file);
  const over = isTalkOver(file, clock.now());
  const [toSettle, toTalk] = [forModerator(agreed.open, over), toTalkOver(agreed.open, over)];
  const { key, title, version, sections } = file.standard;
  const bars = barsOn(actor, facts);
  return {
    id: file.id,
    number: caseNumber(file.number),
    state: file.state,
    provider: file.provider,
    standard: { key, title, version },
    scope: file.submission.content.scope,
    submittedAt: file.submission.submittedAt.toISOString(),
    daysLeft: daysLeftIn(file, clock.now()),
    clocks: runningIn(file, clock.now(), { moves: history.map(({ move, at }) => ({ name: move, at: new Date(at) })), talking: toTalk.length > 0 }),
    questions: questionsSeen(actor, file, clock.now()),
    part: me?.part ?? null,
    declared: me?.declaredNone ?? false,
    waits: me?.waits ?? false,
    seesTies: hasRole(actor, "moderator"),
    objected: facts.objected ?? false,
    mayRead,
    mayReadRecord: viewerOf(actor, facts) !== undefined,
    readers: readersOf(file),
    depth: depthOf(file, londonDay(clock.now())),
    warnings: mayRead ? (file.submission.content.plausibility ?? []) : [],
    criteria: mayRead ? standsOf(file, me?.part, over) : [],
    sections: sections.map(({ id, title }) => ({ id, title })),
    history,
    moves: movesFor(actor, facts),
    barred: desk ? ((["tied", "rated", "settled", "judged"] as const).find((bar) => bars.includes(bar)) ?? null) : null,
    next: nextStep(actor, { ...facts, id: file.id }, { missing: agreed.missing, open: toSettle, ...toDo(file, me) }, answerable(file, toTalk, me?.part)) ?? null,
    toSettle: file.state === "moderating" ? toSettle.length : 0,
    talk: file.state === "moderating" && file.talkSince && toTalk.length > 0 ? { count: toTalk.length, until: lastDayToTalk(file.talkSince, file.nation) } : null,
    decision,
    appealId: hasRole(actor, "moderator") ? file.appealId : null,
    visits: {
      shown: mayRead ? shownVisits(file) : [],
      missing: mayRead && file.state !== "decided" && file.state !== "withdrawn" ? missingIn(file) : [],
      mayRecord: permitVisit(actor, facts).ok,
    },
    contact: { checks, mayRecord: permitContactTest(actor, facts).ok },
  };
}

function depthOf({ reading, draws, submission }: CaseFile, today: Day): CaseView["depth"] {
  const lot = draws.find((each) => each.lot)?.lot;
  return {
    whole: reading === "whole",
    why: [...new Set(draws.flatMap(({ why }) => why))],
    lot: lot ? { ...lot, submission: submission.sha256, secret: quarterOf(today) > lot.quarter ? lot.secret : null } : null,
  };
}

const readersOf = (file: CaseFile): ReaderStand[] =>
  currentReaders(file).map(({ part, name, declaredAt }) => {
    const rated = currentRatings(file, part);
    const asked = toRate(file.standard, file.submission.content.facts, part, file.reading);
    return { part, name, declaredAt: declaredAt?.toISOString() ?? null, rated: asked.filter(({ id }) => rated[id]).length, of: asked.length };
  });

/** What is left for a reader besides rating, and for a moderator to confirm. */
function toDo(file: CaseFile, me: Reader | undefined) {
  const done = me && (isAwaited(file.questionRound) || hasRecommended(file, givenIn(file.ratings), me));
  const outcome = file.state === "deciding" ? outcomeOn(file) : undefined;
  return { unread: me ? answersToRead(file, me.part) : [], recommended: done ?? false, claims: outcome?.ok === false && outcome.why === "na_over_cap" };
}

/** What may be known of each criterion: while readers rate, only what is one's own. */
function standsOf(file: CaseFile, part: "assessor" | "second_reader" | undefined, over: boolean): CriterionStand[] {
  const { facts } = file.submission.content;
  const open = ratingsAreOpen(file.state) ? agreedOn(file) : undefined;
  const [toSettle, toTalk] = [forModerator(open?.open ?? [], over), toTalkOver(open?.open ?? [], over)];
  const [first, second] = [currentRatings(file, "assessor"), currentRatings(file, "second_reader")];
  const mine = part ? currentRatings(file, part) : {};
  const asked = new Set(part ? toRate(file.standard, facts, part, file.reading).flatMap(({ id }) => (isOpenIn(file.rounds, id) ? id : [])) : []);
  return applicable(file.standard, facts).map(({ id, title, section, must_have }) => ({
    id,
    title,
    section,
    mustHave: must_have,
    mine: mine[id]?.level,
    open: open && {
      assessor: first[id]?.level,
      second_reader: second[id]?.level,
      agreed: open.ratings[id],
      came: open.came[id],
      toSettle: toSettle.some((each) => each.criterion === id),
      toTalk: toTalk.some((each) => each.criterion === id),
    },
    toRate: asked.has(id),
  }));
}

/** Single ratings, proposals and settlements are left out: they stand with their criterion. Why somebody left is for the moderators alone, as readers are told. A decision stands beside the move that made it, in the same instant; the last one counts. */
async function historyOf(db: Db, actor: Actor, caseId: string): Promise<{ history: HistoryLine[]; decision: CaseView["decision"] }> {
  const rows = await db
    .select({ at: caseMoves.at, by: people.name, move: caseMoves.name, reason: caseMoves.reason, decision: { outcome: decisions.outcome, reason: decisions.reason } })
    .from(caseMoves)
    .leftJoin(people, eq(people.id, caseMoves.by))
    .leftJoin(decisions, and(eq(decisions.caseId, caseMoves.caseId), inArray(caseMoves.name, ["decide", "defer"]), eq(decisions.decidedAt, caseMoves.at)))
    .where(eq(caseMoves.caseId, caseId))
    .orderBy(asc(caseMoves.at), asc(caseMoves.seq));
  const told = rows.filter(({ move }) => move !== "rate" && move !== "settle" && move !== "rate_third" && move !== "talk_level");
  const history = told.map(({ at, by, move, reason }) => ({ at: at.toISOString(), by, move: move as CaseMoveName, reason: hasRole(actor, "moderator") ? reason : null }));
  return { history, decision: decisionIn(rows) };
}

function decisionIn(rows: readonly { at: Date; by: string | null; decision: { outcome: string; reason: string } | null }[]): CaseView["decision"] {
  const row = rows.findLast(({ decision }) => decision !== null);
  const outcome = decidableOutcomes.find((each) => each === row?.decision?.outcome);
  return row?.decision && outcome ? { outcome, reason: row.decision.reason, by: row.by ?? "", at: row.at.toISOString() } : null;
}
