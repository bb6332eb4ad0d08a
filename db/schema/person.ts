import { uuid } from "drizzle-orm/pg-core";
import { people } from "./accounts";

/** Whose it is, or who did it: never empty. */
export const person = () =>
  uuid()
    .notNull()
    .references(() => people.id);
