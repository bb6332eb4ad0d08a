import { and, eq } from "drizzle-orm";
import { people } from "#db/schema/accounts";
import { decisions } from "#db/schema/review";
import type { Actor } from "~/accounts/actor";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { applicable } from "~/standards/applies";
import { cameWords } from "./came-words";
import { agreedOn, type CaseFile, currentRatings, currentSettlements, factsOf, ratingsAreOpen } from "./case-file";
import type { DecidingDesk } from "./desk";
import { findCase } from "./find-case.server";
import { KeptScore, outcomeOf } from "./outcome";
import { notDecidableWords } from "./outcome-words";
import { deskCase } from "./reading.server";
import { refusalWords } from "./refusal-words";
import { currentRound } from "./round";
import { permitOn } from "./standing";

/** The computed outcome with all it rests on, for a decision-maker. Undefined when the case is out of reach. What readers are still at stays with them. */
export async function decidingDeskFor(db: Db, clock: Clock, actor: Actor, caseId: string): Promise<DecidingDesk | undefined> {
  const file = await findCase(db, actor, caseId);
  if (!file) return undefined;
  const decided = await decisionOf(db, file);
  const open = ratingsAreOpen(file.state);
  const outcome = outcomeOf(file.standard, file.submission.content.facts, agreedOn(file), file.deferral !== null);
  const score = decided ? decided.score : open && outcome.ok ? KeptScore.parse(outcome.score) : null;
  const permission = permitOn("decide", actor, factsOf(file), { reason: "any" });
  return {
    case: deskCase(clock, file),
    scope: file.submission.content.scope,
    score,
    notReady: outcome.ok ? null : notDecidableWords(outcome),
    sections: file.standard.sections.map(({ id, title }) => ({ id, title, percent: score?.sections[id] ?? null })),
    ratings: open ? ratingsOf(file) : [],
    decided: decided && { outcome: decided.score.outcome, by: decided.by, at: decided.at.toISOString(), reason: decided.reason },
    barred: decided || permission.ok ? null : refusalWords[permission.why],
  };
}

/** Each criterion as it was agreed, with the reason that goes with that level: the moderator's where it was settled, else the reader's whose level stands. */
function ratingsOf(file: CaseFile): DecidingDesk["ratings"] {
  const agreed = agreedOn(file);
  const [first, second] = [currentRatings(file, "assessor"), currentRatings(file, "second_reader")];
  return applicable(file.standard, file.submission.content.facts).map(({ id, title, must_have }) => {
    const level = agreed.ratings[id] ?? null;
    const settled = currentSettlements(file).find(({ criterion }) => criterion === id);
    const standing = second[id] && second[id].level === level && first[id]?.level !== level ? second[id] : first[id];
    const came = agreed.came[id];
    return { id, title, mustHave: must_have, level, came: came ? cameWords[came] : "Not settled yet", reason: (came === "settled" ? settled?.reason : standing?.reason) ?? "" };
  });
}

/** The decision of the round the case is in. */
async function decisionOf(db: Db, { id, rounds }: CaseFile) {
  const [row] = await db
    .select({ score: decisions.score, reason: decisions.reason, by: people.name, at: decisions.decidedAt })
    .from(decisions)
    .innerJoin(people, eq(people.id, decisions.decidedBy))
    .where(and(eq(decisions.caseId, id), eq(decisions.round, currentRound(rounds))));
  return row ? { ...row, score: KeptScore.parse(row.score) } : null;
}
