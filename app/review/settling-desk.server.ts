import type { Actor } from "~/accounts/actor";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { agreedOn, factsOf, ratingsAreOpen } from "./case-file";
import type { SettlingDesk } from "./desk";
import { differenceOf } from "./differences";
import { findCase } from "./find-case.server";
import { settlementLine } from "./rating-desk.server";
import { deskCase, ratingLines, readingOf } from "./reading.server";
import { refusalWords } from "./refusal-words";
import { settleRange } from "./settle-range";
import { permitOn } from "./standing";

/** One difference with all that was said about it, for a moderator. Undefined when there is none to see: out of reach, still being read, or settled by the table. */
export async function settlingDeskFor(db: Db, clock: Clock, actor: Actor, caseId: string, criterionId: string): Promise<SettlingDesk | undefined> {
  const file = await findCase(db, actor, caseId);
  const criterion = file?.standard.criteria.find(({ id }) => id === criterionId);
  if (!file || !criterion || !ratingsAreOpen(file.state)) return undefined;
  const ratings = ratingLines(file, criterionId);
  const [first, second] = ratings.map(({ level }) => level);
  if (first === undefined || second === undefined || first === null || second === null) return undefined;
  const difference = differenceOf(first, second, criterion.must_have);
  if ("level" in difference) return undefined;
  const permission = permitOn("settle", actor, factsOf(file), { reason: "any" });
  return {
    case: deskCase(clock, file),
    reading: await readingOf(db, clock, actor, file, criterion, true),
    ratings,
    range: settleRange(first, second),
    flagged: difference.flagged,
    settlement: await settlementLine(db, file, criterionId),
    left: agreedOn(file).open.map((each) => each.criterion),
    barred: permission.ok ? null : refusalWords[permission.why],
  };
}
