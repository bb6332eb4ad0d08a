import { sql } from "drizzle-orm";
import { check, date, index, jsonb, pgTable, primaryKey, smallint, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { people } from "./accounts";
import { submissions } from "./assessments";
import { cases } from "./review";

/** Of which deadline somebody was told, and when it was due then: once for each. Never updated. */
export const deadlineNotices = pgTable(
  "deadline_notices",
  {
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    clock: text().notNull(),
    /** The last day, Europe/London: one that is put off is told of anew. */
    due: date({ mode: "string" }).notNull(),
    kind: text({ enum: ["soon", "last", "late"] }).notNull(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.clock, table.due, table.kind, table.personId] }),
    check("deadline_notice_kind", sql`${table.kind} in ('soon', 'last', 'late')`),
  ],
);

/** How long cases took, as it stood on a day: `Figures`. Worked out once a day. */
export const turnaroundFigures = pgTable("turnaround_figures", {
  day: date({ mode: "string" }).primaryKey(),
  figures: jsonb().notNull(),
  madeAt: timestamp({ withTimezone: true }).notNull(),
});

/** What a group said, once and if it liked, of how long its self-assessment took. Beside what it sent, never part of it. */
export const applicationHours = pgTable(
  "application_hours",
  {
    submissionId: uuid()
      .primaryKey()
      .references(() => submissions.id),
    /** Of everybody together, to the half hour. */
    halfHours: smallint().notNull(),
    size: text({ enum: ["none", "few", "some", "many"] }).notNull(),
    saidAt: timestamp({ withTimezone: true }).notNull(),
    saidBy: uuid()
      .notNull()
      .references(() => people.id),
  },
  (table) => [
    index().on(table.saidAt),
    check("application_hours_size", sql`${table.size} in ('none', 'few', 'some', 'many')`),
    check("application_hours_some", sql`${table.halfHours} between 1 and 4000`),
  ],
);
