import { sql } from "drizzle-orm";
import { bigint, check, index, pgTable, smallint, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import { organisations, people } from "./accounts";
import { marks } from "./marks";

const moment = () => timestamp({ withTimezone: true });
/** Goes with the person. */
const follower = () =>
  uuid()
    .notNull()
    .references(() => people.id, { onDelete: "cascade" });

/** Who wants to hear when the marks of an organisation change: all of them, or those for one standard, whichever mark of it counts. Never changed (trigger). */
export const followings = pgTable(
  "followings",
  {
    id: uuid().primaryKey().defaultRandom(),
    personId: follower(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    /** Null: all of them, those still to come included. */
    standardKey: text(),
    since: moment().notNull(),
  },
  (table) => [unique("followed_once").on(table.personId, table.organisationId, table.standardKey).nullsNotDistinct(), index().on(table.organisationId)],
);

/** A change of status that followers were told of, or that was over when somebody began to follow. Facts of the register, and nobody's name. Never changed (trigger). */
export const statusChanges = pgTable(
  "status_changes",
  {
    id: uuid().primaryKey().defaultRandom(),
    /** In the order in which followers are told. */
    seq: bigint({ mode: "number" }).generatedAlwaysAsIdentity().unique(),
    markId: uuid()
      .notNull()
      .references(() => marks.id),
    /** Null: it was awarded. */
    previous: text(),
    status: text().notNull(),
    /** The moment from which on it is so. */
    at: moment().notNull(),
    noticedAt: moment().notNull(),
  },
  (table) => [unique("noticed_once").on(table.markId, table.at)],
);

/** Where a person's own system wants to hear of changes. Its address never changes (trigger): another is another endpoint, with another secret. */
export const endpoints = pgTable(
  "endpoints",
  {
    id: uuid().primaryKey().defaultRandom(),
    personId: follower(),
    /** Which of the person's: 1, 2, 3. In its address. */
    number: smallint().notNull(),
    url: text().notNull(),
    /** `whsec_…`. Kept as it is, because we sign with it; shown once. */
    secret: text().notNull(),
    /** The one before, which signs too until then. */
    oldSecret: text(),
    oldUntil: moment(),
    state: text({ enum: ["on", "failing", "off", "gone"] }).notNull(),
    stateSince: moment().notNull(),
    createdAt: moment().notNull(),
  },
  (table) => [
    unique("numbered_once").on(table.personId, table.number),
    unique("endpoint_once").on(table.personId, table.url),
    check("state_of_endpoint", sql`${table.state} in ('on', 'failing', 'off', 'gone')`),
    check("https_only", sql`${table.url} like 'https://%'`),
    check("old_secret_with_its_end", sql`(${table.oldSecret} is null) = (${table.oldUntil} is null)`),
  ],
);

/** One change on its way to one endpoint, or a test. What it brings never changes, and once it has ended nothing of it does (trigger). */
export const deliveries = pgTable(
  "deliveries",
  {
    /** In its `webhook-id`, the same on every try. */
    id: uuid().primaryKey().defaultRandom(),
    endpointId: uuid()
      .notNull()
      .references(() => endpoints.id, { onDelete: "cascade" }),
    /** Null: a test. */
    changeId: uuid().references(() => statusChanges.id),
    madeAt: moment().notNull(),
    tries: smallint().notNull(),
    lastTriedAt: moment(),
    outcome: text({ enum: ["taken", "gone", "refused", "redirected", "no_answer", "too_slow", "not_allowed", "switched_off"] }),
    /** What the other side answered. */
    httpStatus: smallint(),
    /** Null once it has ended. */
    nextTryAt: moment(),
    endedAt: moment(),
  },
  (table) => [
    unique("delivered_once").on(table.endpointId, table.changeId),
    index("deliveries_of_endpoint").on(table.endpointId, table.madeAt),
    index("deliveries_due").on(table.nextTryAt).where(sql`next_try_at is not null`),
    index("deliveries_ended").on(table.endedAt),
    check("tried_again_or_ended", sql`(${table.nextTryAt} is null) = (${table.endedAt} is not null)`),
    check("outcome_of_delivery", sql`${table.outcome} in ('taken', 'gone', 'refused', 'redirected', 'no_answer', 'too_slow', 'not_allowed', 'switched_off')`),
  ],
);
