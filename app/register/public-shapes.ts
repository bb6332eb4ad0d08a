/** What we answer to machines. Others build on these shapes: fields are added, never renamed or taken away. */
import { z } from "zod";
import { MarkCode } from "~/marks/code";
import { awardLevels, markStatuses } from "~/marks/mark";
import { acceptings } from "~/providers/capacity";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const moment = z.iso.datetime();
const Identifier = z.strictObject({ scheme: z.string(), id: z.string() });
const StandardName = z.strictObject({ key: z.string(), title: z.string(), version: z.string() });

const HolderSaid = z.strictObject({ name: z.string(), slug: z.string(), area: z.string(), identifiers: z.array(Identifier) });

/** `/marks/CODE.json`. Days are calendar days in London; `valid_until` is the last day in force. */
export const MarkAnswer = z.strictObject({
  code: MarkCode,
  status: z.enum(markStatuses),
  in_force: z.boolean(),
  level: z.enum(awardLevels),
  standard: StandardName,
  /** Who holds it: as on the day it was given, or, where another holds it since, as that one is called today. */
  holder: HolderSaid,
  /** Where another holds it than it was given to: since when, and to whom it was given. The certificate and the credential name that one. */
  transferred: z.strictObject({ given_to: HolderSaid, since: z.iso.date() }).nullable(),
  scope: z.array(z.string()),
  /** What they do now and did not when the mark was given, while it is in force: not yet looked at. The criterion that asks about it, and the sentence a referrer reads. */
  not_covered: z.array(z.strictObject({ criterion: z.string(), statement: z.string() })),
  awarded_on: z.iso.date(),
  valid_until: z.iso.date(),
  as_at: moment,
  /** The one sentence a referrer reads. */
  statement: z.string(),
  history: z.array(z.strictObject({ status: z.enum(markStatuses), from: z.iso.date() })),
  /** The code of the mark that took its place. */
  superseded_by: MarkCode.nullable(),
  /** Null until the PDF has been made. */
  certificate: z.strictObject({ url: z.url(), sha256 }).nullable(),
  /** Where its signed credential is; null until it has been signed. */
  credential: z.strictObject({ url: z.url() }).nullable(),
  page: z.url(),
});
export type MarkAnswer = z.infer<typeof MarkAnswer>;

/** What is sent to the systems of those who follow a mark, signed as Standard Webhooks say. Thin: whoever needs more asks at `mark`. */
export const StatusChanged = z.strictObject({
  type: z.literal("mark.status_changed"),
  /** When it changed. An award counts from the beginning of its day. */
  timestamp: moment,
  data: z.strictObject({
    code: MarkCode,
    status: z.enum(markStatuses),
    in_force: z.boolean(),
    /** Null: it was awarded. */
    previous_status: z.enum(markStatuses).nullable(),
    /** Grows with every change, with gaps. What is tried again may come after what is newer: of two with one code, the greater counts. */
    sequence: z.number().int(),
    page: z.url(),
    /** Where the mark is, as data, as it is at the moment of asking. */
    mark: z.url(),
  }),
});
export type StatusChanged = z.infer<typeof StatusChanged>;

/** What is sent when somebody tests their endpoint: nothing has happened. */
export const WebhookTest = z.strictObject({ type: z.literal("test"), timestamp: moment, data: z.strictObject({}) });

/** Answer to a file sent to `/verify`. Whether it is genuine and whether the mark is in force are two things. `in_force` is null where the document names no mark of ours. */
export const Verification = z.strictObject({
  document: z.enum(["genuine", "altered", "not_ours", "unreadable"]),
  /** What was looked at: of a badge, the credential in the picture. Null for what cannot be read. */
  kind: z.enum(["pdf", "credential", "badge"]).nullable(),
  reasons: z.array(z.string()).min(1),
  mark: MarkAnswer.nullable(),
  in_force: z.boolean().nullable(),
});
export type Verification = z.infer<typeof Verification>;

const Said = { accepting: z.enum(acceptings).nullable(), wait_weeks: z.number().int().nullable() };

/** `accepting` is null unless it was confirmed in the last 30 days; what was said before that is in `last_said`, and after 90 days nowhere. */
export const RoomAnswer = z.strictObject({
  freshness: z.enum(["confirmed", "not_confirmed", "unknown"]),
  ...Said,
  confirmed_on: z.iso.date().nullable(),
  last_said: z.strictObject(Said).nullable(),
  /** From 14 days before it begins. */
  planned_break: z.strictObject({ from: z.iso.date(), to: z.iso.date() }).nullable(),
  note: z.string(),
  sentence: z.string(),
});
export type RoomAnswer = z.infer<typeof RoomAnswer>;

const ProviderLine = {
  name: z.string(),
  slug: z.string(),
  area: z.string(),
  identifiers: z.array(Identifier),
  page: z.url(),
  /** Whether a Referral capacity mark in force stands behind what is said about referring. */
  referral_details: z.enum(["checked", "not_currently_checked", "not_checked"]),
  /** True only with checked referral details and an opening confirmed in the last 30 days, on no day of a planned break, and with no mark suspended. */
  taking_new_people: z.boolean(),
  /** A mark of theirs is suspended, whatever else they hold: do not refer before checking. Then `room` says nothing that could be taken for a yes. */
  mark_suspended: z.boolean(),
  room: RoomAnswer,
  phone: z.string().nullable(),
  email: z.string().nullable(),
};

/** One line of `/register.json`: marks in force only. */
export const RegisterLine = z.strictObject({
  ...ProviderLine,
  marks: z.array(
    z.strictObject({
      code: MarkCode,
      standard: StandardName,
      level: z.enum(awardLevels),
      status: z.enum(markStatuses),
      awarded_on: z.iso.date(),
      valid_until: z.iso.date(),
      page: z.url(),
    }),
  ),
});
export type RegisterLine = z.infer<typeof RegisterLine>;

export const RegisterAnswer = z.strictObject({
  as_at: moment,
  total: z.number().int(),
  page: z.number().int(),
  pages: z.number().int(),
  per_page: z.number().int(),
  /** What was asked for and could not be taken into account, each with the reason in a sentence. */
  notes: z.array(z.string()),
  results: z.array(RegisterLine),
});
export type RegisterAnswer = z.infer<typeof RegisterAnswer>;

const Fact = z.strictObject({ label: z.string(), value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]), stated_on: z.iso.date() });

/** `/providers/SLUG.json`. `facts` is what the provider says of itself, `contact_checks` what we tried. */
export const ProviderAnswer = z.strictObject({
  ...ProviderLine,
  as_at: moment,
  marks: z.array(MarkAnswer),
  facts: z.record(z.string(), Fact),
  /** Names it had before, each until a day, and what it has become part of. Told by its registered number, never by a name. */
  former_names: z.array(z.object({ name: z.string(), until: z.iso.date() })),
  part_of: z.object({ name: z.string(), since: z.iso.date() }).nullable(),
  /** Marks it was given, or held for a time, and another holds since a day. */
  handed_over: z.array(z.strictObject({ code: MarkCode, standard: StandardName, to: z.strictObject({ name: z.string(), slug: z.string() }), since: z.iso.date(), page: z.url() })),
  /** Registered numbers as the provider states them: in form, and not checked by us. `identifiers` are those we were given when it joined. */
  stated_identifiers: z.array(z.strictObject({ ...Identifier.shape, stated_on: z.iso.date() })),
  contact_checks: z.array(z.strictObject({ route: z.enum(["phone", "email"]), worked: z.boolean(), checked_on: z.iso.date() })),
});
export type ProviderAnswer = z.infer<typeof ProviderAnswer>;
