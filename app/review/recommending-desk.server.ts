import type { Actor } from "~/accounts/actor";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { currentRatings, factsOf } from "./case-file";
import type { RecommendingDesk } from "./desk";
import { findCase } from "./find-case.server";
import { deskCase } from "./reading.server";
import { conditionsToRecommend } from "./recommend.server";
import { givenIn, hasRecommended } from "./recommendation";
import { refusalWords } from "./refusal-words";
import { isOpenIn } from "./round";
import { permitOn, readerIn } from "./standing";
import { toRate } from "./to-rate";

/** What a reader has rated, to be read through once more. Undefined when the case is out of reach, or they do not read it. */
export async function recommendingDeskFor(db: Db, clock: Clock, actor: Actor, caseId: string): Promise<RecommendingDesk | undefined> {
  const file = await findCase(db, actor, caseId);
  const reader = file && readerIn(actor, factsOf(file));
  if (!file || !reader?.declaredNone) return undefined;
  const mine = currentRatings(file, reader.part);
  const permission = permitOn("recommend", actor, factsOf(file), { met: conditionsToRecommend(file, reader.part, clock.now()) });
  return {
    case: deskCase(clock, file),
    ratings: toRate(file.standard, file.submission.content.facts, reader.part, file.reading).flatMap(({ id, title, must_have }) => {
      const rating = mine[id];
      return rating ? [{ id, title, mustHave: must_have, level: rating.level, reason: rating.reason, open: isOpenIn(file.rounds, id) }] : [];
    }),
    said: hasRecommended(file, givenIn(file.ratings), reader),
    barred: permission.ok ? null : refusalWords[permission.why],
  };
}
