import { inArray } from "drizzle-orm";
import { people } from "#db/schema/accounts";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { currentReaders } from "../case-file";
import { tell, tellProvider } from "../tell.server";
import { type Answered, type Appeal, type AppealOf, appealed, currentSeats } from "./appeal-file";
import { appealLearning, ownAppealAnswered } from "./appeal-letters";

/** People with where to write to them. */
export const peopleById = (db: Db, ids: readonly string[]) =>
  db
    .select({ personId: people.id, name: people.name, email: people.email })
    .from(people)
    .where(inArray(people.id, [...ids]));

/** Who sits on the panel now, with where to write to them. */
export const panelOf = (appeal: Appeal) => currentSeats(appeal).map(({ personId, name, email }) => ({ personId, name, email }));

/** Both sides are told why: the provider; and, as something to learn from, whoever read the case and took the decision. */
export async function tellAnswer(tx: Db, clock: Clock, file: AppealOf, answer: Answered) {
  const { case: about } = file;
  await tellProvider(tx, clock, about, ownAppealAnswered(answer), paths.ownAppeal(about.submission.assessmentId));
  const learning = [...new Set([...currentReaders(about).map(({ personId }) => personId), ...[appealed(file)?.by ?? []].flat()])];
  await tell(tx, clock, about, learning.length > 0 ? await peopleById(tx, learning) : [], appealLearning(answer), paths.case(about.id));
}
