import { and, eq } from "drizzle-orm";
import { people } from "#db/schema/accounts";
import { decisions } from "#db/schema/review";
import type { Actor } from "~/accounts/actor";
import { lookAlikesOf } from "~/accounts/look-alikes/look-alikes.server";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { agreedLines } from "./agreed-lines";
import { cameWords } from "./came-words";
import { conditionsMet } from "./carry-on.server";
import { type CaseFile, factsOn, ratingsAreOpen } from "./case-file";
import type { DecidingDesk } from "./desk";
import { findCase } from "./find-case.server";
import { KeptScore, outcomeOn } from "./outcome";
import { notDecidableWords } from "./outcome-words";
import { deskCase } from "./reading.server";
import { refusalWords } from "./refusal-words";
import { currentRound } from "./round";
import { permitOn } from "./standing";
import { missingIn } from "./visits/needs";

/** The computed outcome with all it rests on, for a decision-maker. Undefined when the case is out of reach. What readers are still at stays with them. */
export async function decidingDeskFor(db: Db, clock: Clock, actor: Actor, caseId: string): Promise<DecidingDesk | undefined> {
  const file = await findCase(db, actor, caseId);
  if (!file) return undefined;
  const decided = await decisionOf(db, file);
  const open = ratingsAreOpen(file.state);
  const outcome = outcomeOn(file);
  const score = decided ? decided.score : open && outcome.ok ? KeptScore.parse(outcome.score) : null;
  const permission = permitOn("decide", actor, factsOn(file, londonDay(clock.now())), { reason: "any", met: conditionsMet(file, clock.now()) });
  return {
    case: deskCase(clock, file),
    scope: file.submission.content.scope,
    score,
    notReady: outcome.ok ? null : notDecidableWords(outcome),
    sections: file.standard.sections.map(({ id, title }) => ({ id, title, percent: score?.sections[id] ?? null })),
    ratings: open ? ratingsOf(file) : [],
    decided: decided && { outcome: decided.score.outcome, by: decided.by, at: decided.at.toISOString(), reason: decided.reason },
    maySendBack: permitOn("send_back", actor, factsOn(file, londonDay(clock.now())), { reason: "any", met: [...conditionsMet(file, clock.now()), "criteria_named"] }).ok,
    claims: file.claimRulings.map(({ criteria, confirmed, reason }) => ({ criteria, confirmed, reason })),
    alikes: !decided && permission.ok ? await lookAlikesOf(db, file.organisationId) : [],
    missing: !decided && permission.ok ? missingIn(file) : [],
    barred: decided || permission.ok ? null : refusalWords[permission.why],
  };
}

const ratingsOf = (file: CaseFile): DecidingDesk["ratings"] =>
  agreedLines(file).map(({ id, title, mustHave, level, came, reason }) => ({ id, title, mustHave, level, came: came ? cameWords[came] : "Not settled yet", reason }));

/** The decision of the round the case is in. */
async function decisionOf(db: Db, { id, rounds }: CaseFile) {
  const [row] = await db
    .select({ score: decisions.score, reason: decisions.reason, by: people.name, at: decisions.decidedAt })
    .from(decisions)
    .innerJoin(people, eq(people.id, decisions.decidedBy))
    .where(and(eq(decisions.caseId, id), eq(decisions.round, currentRound(rounds))));
  return row ? { ...row, score: KeptScore.parse(row.score) } : null;
}
