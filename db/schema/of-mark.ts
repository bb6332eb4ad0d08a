import { uuid } from "drizzle-orm/pg-core";
import { marks } from "./marks";
import { cases } from "./review";

/** Of what a group says to us about a mark that it holds: the mark, and the case of the decision that gave it. Kept, locked and ended with that case. */
export const ofMark = () => ({
  markId: uuid()
    .notNull()
    .references(() => marks.id),
  caseId: uuid()
    .notNull()
    .references(() => cases.id),
});
