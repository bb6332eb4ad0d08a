import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, smallint, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { ordered } from "./ordered";

const moment = () => timestamp({ withTimezone: true });

export const people = pgTable(
  "people",
  {
    id: uuid().primaryKey().defaultRandom(),
    /** Stored as typed, compared in lower case. */
    email: text().notNull(),
    name: text().notNull(),
    /** The language they chose; null until they did. */
    language: text({ enum: ["en", "cy"] }),
    createdAt: moment().notNull(),
  },
  (table) => [
    uniqueIndex("people_email").on(sql`lower(${table.email})`),
    index("people_name_part").using("gin", sql`lower(${table.name}) gin_trgm_ops`),
    index("people_email_part").using("gin", sql`lower(${table.email}) gin_trgm_ops`),
  ],
);

/** A provider is an organisation that offers something; a commissioner works for one too. */
export const organisations = pgTable(
  "organisations",
  {
    id: uuid().primaryKey().defaultRandom(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    /** In words, for telling two of the same name apart: "Marsh End, Kent". */
    area: text().notNull(),
    nation: text({ enum: ["england", "wales", "scotland", "northern_ireland"] }).notNull(),
    /** Registered numbers, `SCHEME:ID`, such as `GB-CHC:1234567`. */
    identifiers: text().array().notNull(),
    /** What its link workers are called there, a key of the wording choices; null says "link worker". */
    linkWorkerTerm: text(),
    createdAt: moment().notNull(),
  },
  (table) => [
    index("organisations_name").using("gin", sql`lower(${table.name}) gin_trgm_ops`),
    index("organisations_area").using("gin", sql`lower(${table.area}) gin_trgm_ops`),
    index("organisations_number").using("gin", table.identifiers),
  ],
);

export const memberships = pgTable(
  "memberships",
  {
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    /** A member answers; an admin may also submit. */
    role: text({ enum: ["member", "admin"] }).notNull(),
    /** What they are called there: "secretary". Roles, not names, are what a page shows. */
    title: text().notNull(),
    /** From when on they belong to it: what somebody did before they did as a stranger to it. */
    since: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.personId] }), index().on(table.personId)],
);

/** Somebody asked in by e-mail. Bound to the address, used once, by POST; only the hash of its token is kept. */
export const invitations = pgTable(
  "invitations",
  {
    id: uuid().primaryKey().defaultRandom(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    email: text().notNull(),
    role: text({ enum: ["member", "admin"] }).notNull(),
    title: text().notNull(),
    tokenHash: text().notNull().unique(),
    invitedBy: uuid()
      .notNull()
      .references(() => people.id),
    createdAt: moment().notNull(),
    expiresAt: moment().notNull(),
    acceptedAt: moment(),
    acceptedBy: uuid().references(() => people.id),
    withdrawnAt: moment(),
  },
  (table) => [index().on(table.organisationId, table.createdAt)],
);

/** What someone does for the scheme itself. */
export const schemeRoles = pgTable(
  "scheme_roles",
  {
    personId: uuid()
      .notNull()
      .references(() => people.id),
    role: text({ enum: ["assessor", "moderator", "decider", "editor", "platform_admin", "commissioner", "privacy_lead", "panel"] }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.role] })],
);

/** Who gave somebody a role in the scheme, or took it away, when and why. Never updated. */
export const roleChanges = pgTable(
  "role_changes",
  {
    ...ordered(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    role: text({ enum: ["assessor", "moderator", "decider", "editor", "platform_admin", "commissioner", "privacy_lead", "panel"] }).notNull(),
    change: text({ enum: ["given", "taken"] }).notNull(),
    /** Empty where a role was given. */
    reason: text().notNull(),
    /** Null: by the command line. */
    by: uuid().references(() => people.id),
    at: moment().notNull(),
  },
  (table) => [index().on(table.personId, table.seq), check("taken_with_a_reason", sql`${table.change} = 'given' or ${table.reason} <> ''`)],
);

/** One e-mailed link and its code. Only hashes are kept; used once, by POST. */
export const signInLinks = pgTable(
  "sign_in_links",
  {
    id: uuid().primaryKey().defaultRandom(),
    email: text().notNull(),
    tokenHash: text().notNull().unique(),
    codeHash: text().notNull(),
    wrongCodes: smallint().notNull().default(0),
    /** A path of our own to go to afterwards. */
    goTo: text().notNull(),
    createdAt: moment().notNull(),
    expiresAt: moment().notNull(),
    usedAt: moment(),
  },
  (table) => [index().on(table.email, table.createdAt), check("go_to_is_ours", sql`${table.goTo} ~ '^/([^/\\\\]|$)'`)],
);

export const sessions = pgTable(
  "sessions",
  {
    id: uuid().primaryKey().defaultRandom(),
    tokenHash: text().notNull().unique(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    createdAt: moment().notNull(),
    seenAt: moment().notNull(),
    expiresAt: moment().notNull(),
    endedAt: moment(),
  },
  (table) => [index().on(table.personId)],
);

/** Who belonged to an organisation and no longer does. Kept because it bars them from judging it for two years (Standard rules §C.5). */
export const formerMemberships = pgTable(
  "former_memberships",
  {
    id: uuid().primaryKey().defaultRandom(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    since: moment().notNull(),
    until: moment().notNull(),
  },
  (table) => [index().on(table.organisationId, table.personId)],
);
