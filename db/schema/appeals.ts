import { sql } from "drizzle-orm";
import { bigint, boolean, check, date, index, integer, pgTable, primaryKey, smallint, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { people } from "./accounts";
import { ordered } from "./ordered";
import { person } from "./person";
import { cases, decisions } from "./review";

/** A provider's appeal against a decision: at most one each. What it says is a draft until it is sent, and never changed from then on (trigger). */
export const appeals = pgTable(
  "appeals",
  {
    id: uuid().primaryKey().defaultRandom(),
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    decisionId: uuid()
      .notNull()
      .unique()
      .references(() => decisions.id),
    state: text({ enum: ["drafting", "sent", "taken", "answered", "with_panel", "deliberating", "closed", "withdrawn"] }).notNull(),
    /** `AppealContent` as canonical JSON. */
    content: text().notNull(),
    /** Of the content, from the sending on. */
    sha256: text(),
    savedAt: timestamp({ withTimezone: true }).notNull(),
    savedBy: person(),
    sentAt: timestamp({ withTimezone: true }),
    sentBy: uuid().references(() => people.id),
    /** The last day for the first answer, Europe/London. */
    dueOn: date({ mode: "string" }),
    /** The moderator who answers it. */
    judgeId: uuid().references(() => people.id),
    takenAt: timestamp({ withTimezone: true }),
    /** When it went on to the panel, why, and the last day for the panel's answer. */
    goneOnAt: timestamp({ withTimezone: true }),
    goneOnWhy: text(),
    panelDueOn: date({ mode: "string" }),
    endedAt: timestamp({ withTimezone: true }),
  },
  (table) => [
    index().on(table.caseId),
    index().on(table.state),
    check("appeal_state", sql`${table.state} in ('drafting', 'sent', 'taken', 'answered', 'with_panel', 'deliberating', 'closed', 'withdrawn')`),
    check(
      "appeal_sent",
      sql`(${table.state} = 'drafting') = (${table.sentAt} is null) and (${table.sentAt} is null) = (${table.sha256} is null) and (${table.sentAt} is null) = (${table.dueOn} is null)`,
    ),
    check("appeal_taken", sql`(${table.judgeId} is null) = (${table.takenAt} is null) and (${table.state} <> 'taken' or ${table.judgeId} is not null)`),
    check("appeal_gone_on", sql`(${table.goneOnAt} is null) = (${table.panelDueOn} is null)`),
    check("appeal_ended", sql`(${table.state} in ('closed', 'withdrawn')) = (${table.endedAt} is not null)`),
  ],
);

/** What a moderator answered, and what somebody of the panel wrote down for all three. Never updated. */
export const appealAnswers = pgTable(
  "appeal_answers",
  {
    ...ordered(),
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    appealId: uuid()
      .notNull()
      .references(() => appeals.id),
    stage: smallint().notNull(),
    outcome: text({ enum: ["upheld", "partly", "not_upheld"] }).notNull(),
    /** `AppealAnswer` as canonical JSON. */
    content: text().notNull(),
    by: person(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    uniqueIndex("one_first_answer").on(table.appealId).where(sql`stage = 1`),
    index().on(table.appealId, table.seq),
    check("appeal_stage", sql`${table.stage} in (1, 2)`),
    check("appeal_outcome", sql`${table.outcome} in ('upheld', 'partly', 'not_upheld')`),
  ],
);

/** Who sits on the panel of an appeal, on which of its three seats, and what they declared. Ended rows stay. */
export const appealSeats = pgTable(
  "appeal_seats",
  {
    id: uuid().primaryKey().defaultRandom(),
    appealId: uuid()
      .notNull()
      .references(() => appeals.id),
    seat: text({ enum: ["voluntary_sector", "gp_or_link_worker", "lay"] }).notNull(),
    personId: person(),
    seatedBy: person(),
    seatedAt: timestamp({ withTimezone: true }).notNull(),
    declaredAt: timestamp({ withTimezone: true }),
    /** What they typed: "none". */
    declaration: text(),
    endedAt: timestamp({ withTimezone: true }),
  },
  (table) => [
    uniqueIndex("one_person_a_seat").on(table.appealId, table.seat).where(sql`ended_at is null`),
    uniqueIndex("one_seat_a_person").on(table.appealId, table.personId).where(sql`ended_at is null`),
    index().on(table.personId),
    check("panel_seat", sql`${table.seat} in ('voluntary_sector', 'gp_or_link_worker', 'lay')`),
  ],
);

/** What each of the panel says to what one of them wrote down. Never updated. */
export const appealVoices = pgTable(
  "appeal_voices",
  {
    answerId: uuid()
      .notNull()
      .references(() => appealAnswers.id),
    personId: person(),
    agrees: boolean().notNull(),
    /** Of whoever does not agree: noted with the outcome. */
    words: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.answerId, table.personId] })],
);

/** What was learnt from the appeals of one calendar year, as it was published, with the figures of that moment: they outlive the cases. The newest of a year stands. Never updated. */
export const appealYears = pgTable(
  "appeal_years",
  {
    id: uuid().primaryKey().defaultRandom(),
    seq: bigint({ mode: "number" }).generatedAlwaysAsIdentity(),
    year: smallint().notNull(),
    /** Sent in that year, in London; and what became of those. */
    sent: integer().notNull(),
    upheld: integer().notNull(),
    partly: integer().notNull(),
    notUpheld: integer().notNull(),
    takenBack: integer().notNull(),
    words: text().notNull(),
    by: uuid()
      .notNull()
      .references(() => people.id),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [index().on(table.year, table.seq), check("appeal_year_counts", sql`${table.upheld} + ${table.partly} + ${table.notUpheld} + ${table.takenBack} <= ${table.sent}`)],
);
