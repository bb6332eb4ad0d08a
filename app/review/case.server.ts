import { asc, eq } from "drizzle-orm";
import { people } from "#db/schema/accounts";
import { caseMoves, decisions } from "#db/schema/review";
import { type Actor, hasRole } from "~/accounts/actor";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { applicable } from "~/standards/applies";
import { agreedOn, type CaseFile, currentRatings, currentReaders, factsOf, ratingsAreOpen } from "./case-file";
import { caseNumber } from "./case-number";
import type { CaseView, CriterionStand, HistoryLine, ReaderStand } from "./case-view";
import { daysLeft } from "./days-left";
import { findCase } from "./find-case.server";
import { nextStep } from "./next-step";
import { decidableOutcomes } from "./outcome";
import { barsOn, type CaseMoveName, movesFor, readerIn } from "./standing";
import { toRate } from "./to-rate";

/** A case as this person may see it; undefined when it is out of their reach. Seven reads. */
export async function caseFor(db: Db, clock: Clock, actor: Actor, id: string): Promise<CaseView | undefined> {
  const file = await findCase(db, actor, id);
  if (!file) return undefined;
  const [history, decision] = await Promise.all([historyOf(db, actor, id), decisionOf(db, id)]);
  const facts = factsOf(file);
  const me = hasRole(actor, "assessor") ? readerIn(actor, facts) : undefined;
  const desk = hasRole(actor, "moderator", "decider");
  const mayRead = desk || me?.declaredNone === true;
  const agreed = agreedOn(file);
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
    daysLeft: ["waiting", "declaring", "assessing"].includes(file.state) ? daysLeft(londonDay(file.openedAt), londonDay(clock.now())) : null,
    part: me?.part ?? null,
    declared: me?.declaredNone ?? false,
    mayRead,
    readers: readersOf(file),
    criteria: mayRead ? standsOf(file, me?.part) : [],
    sections: sections.map(({ id, title }) => ({ id, title })),
    history,
    moves: movesFor(actor, facts),
    barred: desk ? ((["rated", "settled"] as const).find((bar) => bars.includes(bar)) ?? null) : null,
    next: nextStep(actor, { ...facts, id: file.id }, agreed) ?? null,
    toSettle: file.state === "moderating" ? agreed.open.length : 0,
    decision,
  };
}

const readersOf = (file: CaseFile): ReaderStand[] =>
  currentReaders(file).map(({ part, name, declaredAt }) => {
    const rated = currentRatings(file, part);
    const asked = toRate(file.standard, file.submission.content.facts, part);
    return { part, name, declaredAt: declaredAt?.toISOString() ?? null, rated: asked.filter(({ id }) => rated[id]).length, of: asked.length };
  });

/** What may be known of each criterion: while readers rate, only what is one's own. */
function standsOf(file: CaseFile, part: "assessor" | "second_reader" | undefined): CriterionStand[] {
  const { facts } = file.submission.content;
  const open = ratingsAreOpen(file.state) ? agreedOn(file) : undefined;
  const [first, second] = [currentRatings(file, "assessor"), currentRatings(file, "second_reader")];
  const mine = part ? currentRatings(file, part) : {};
  const asked = new Set(part ? toRate(file.standard, facts, part).map(({ id }) => id) : []);
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
      toSettle: open.open.some((each) => each.criterion === id),
    },
    toRate: asked.has(id),
  }));
}

/** Single ratings and settlements are left out: they stand with their criterion. Why somebody left is for those who choose readers. */
async function historyOf(db: Db, actor: Actor, caseId: string): Promise<HistoryLine[]> {
  const rows = await db
    .select({ at: caseMoves.at, by: people.name, move: caseMoves.name, reason: caseMoves.reason })
    .from(caseMoves)
    .leftJoin(people, eq(people.id, caseMoves.by))
    .where(eq(caseMoves.caseId, caseId))
    .orderBy(asc(caseMoves.at), asc(caseMoves.seq));
  const told = rows.filter(({ move }) => move !== "rate" && move !== "settle");
  return told.map(({ at, by, move, reason }) => ({ at: at.toISOString(), by, move: move as CaseMoveName, reason: hasRole(actor, "moderator", "decider") ? reason : null }));
}

async function decisionOf(db: Db, caseId: string): Promise<CaseView["decision"]> {
  const [row] = await db
    .select({ outcome: decisions.outcome, reason: decisions.reason, by: people.name, at: decisions.decidedAt })
    .from(decisions)
    .innerJoin(people, eq(people.id, decisions.decidedBy))
    .where(eq(decisions.caseId, caseId));
  const outcome = decidableOutcomes.find((each) => each === row?.outcome);
  return row && outcome ? { outcome, reason: row.reason, by: row.by, at: row.at.toISOString() } : null;
}
