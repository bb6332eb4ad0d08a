import { and, eq, inArray, sql } from "drizzle-orm";
import { memberships, people, schemeRoles } from "#db/schema/accounts";
import { outbox } from "#db/schema/platform";
import { deadlineNotices } from "#db/schema/turnaround";
import type { SchemeRole } from "~/accounts/actor";
import { londonDay } from "~/platform/calendar";
import type { Clock as Watch } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { post } from "~/platform/mail.server";
import { paths } from "~/platform/paths";
import type { Language } from "~/platform/words";
import type { Clock, ClockName, TheirClock } from "./clocks";
import { ourDeadlines, type Told, theirDeadlines } from "./deadline-letters";
import { type NoticeKind, noticeOf } from "./notices";
import { hasRecommended } from "./recommendation";
import { type RunningCase, readingsInCases, runningCases } from "./running.server";

type Person = { personId: string; name: string; email: string; language: Language | null };
type Due = { about: RunningCase; clock: Clock; kind: NoticeKind };
/** Everything one person is to be told, as one of the scheme's people or as one of a group's. `of` is the clock it is remembered by. */
type Post = { to: Person; audience: "scheme" | "provider"; due: (Due & { of: ClockName; own: boolean })[] };

/**
 * Writes to whoever a deadline is due from, before its last day and once it is over: to the moderators too where it is ours, and to the group where reading takes longer than we said.
 * One mail a day and person; each deadline is told of once for each of `NoticeKind`, to each person, as long as it is due on the same day. Two at once write what one would. Answers how many mails were written.
 */
export async function tellOfDeadlines(db: Db, clock: Watch): Promise<number> {
  const due = (await runningCases(db, clock.now())).flatMap((about) =>
    about.clocks.flatMap((each): Due[] => {
      const kind = noticeOf(each);
      return kind ? [{ about, clock: each, kind }] : [];
    }),
  );
  if (due.length === 0) return 0;
  let written = 0;
  for (const each of await untold(db, await addressed(db, due))) if (await tell(db, clock, each)) written += 1;
  return written;
}

const keyOf = (caseId: string, of: string, day: string, kind: string, personId: string) => [caseId, of, day, kind, personId].join(" ");

/** Of these, what was not told yet. */
async function untold(db: Db, posts: readonly Post[]): Promise<Post[]> {
  const ids = [...new Set(posts.flatMap(({ due }) => due.map(({ about }) => about.id)))];
  const rows = await db.select().from(deadlineNotices).where(inArray(deadlineNotices.caseId, ids));
  const told = new Set(rows.map(({ caseId, clock, due, kind, personId }) => keyOf(caseId, clock, due, kind, personId)));
  const left = posts.map(({ due, ...rest }) => ({ ...rest, due: due.filter(({ about, clock, kind, of }) => !told.has(keyOf(about.id, of, clock.due, kind, rest.to.personId))) }));
  return left.filter(({ due }) => due.length > 0);
}

/** Writes one mail, unless this person had one today: then it waits for tomorrow. What another sweep has just told is left out. */
const tell = (db: Db, clock: Watch, { to, audience, due }: Post): Promise<boolean> =>
  db.transaction(async (tx) => {
    const cause = `deadlines:${londonDay(clock.now())}:${audience}:${to.personId}`;
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${cause}, 0))`);
    const had = await tx.select({ id: outbox.id }).from(outbox).where(eq(outbox.cause, cause));
    if (had.length > 0) return false;
    const rows = due.map(({ about, clock: { due: day }, kind, of }) => ({ caseId: about.id, clock: of, due: day, kind, personId: to.personId, at: clock.now() }));
    const kept = await tx.insert(deadlineNotices).values(rows).onConflictDoNothing().returning();
    const fresh = new Set(kept.map(({ caseId, clock: of, due: day, kind, personId }) => keyOf(caseId, of, day, kind, personId)));
    const told = due.filter(({ about, clock: { due: day }, kind, of }) => fresh.has(keyOf(about.id, of, day, kind, to.personId)));
    if (told.length === 0) return false;
    const language = audience === "provider" ? (to.language ?? "en") : "en";
    const { baseUrl } = settings();
    const said = told.map(({ about: { number, provider, standard, state, ...about }, clock: running, kind, own }): Told => {
      const way = audience === "scheme" ? paths.case(about.id) : wayTo(running.of)(about.assessmentId);
      return { clock: running, kind, number, provider, standard, state, url: baseUrl + way, own };
    });
    const home = baseUrl + (audience === "scheme" ? paths.deadlines : paths.organisation(told[0]!.about.slug));
    const mail = audience === "scheme" ? ourDeadlines(to.name, said, home) : theirDeadlines(to.name, language, said, home);
    await post(tx, clock, cause, { to: to.email, ...mail, language });
    return true;
  });

/** Where a group does what it owes; where we owe it, how it stands. */
const ways: Record<TheirClock, (assessmentId: string) => string> = { answers: paths.answerQuestions, deferral: paths.deferred, check: paths.report };
const wayTo = (of: ClockName) => (of in ways ? ways[of as TheirClock] : paths.sent);

/** Who is to be told what, by person and by what they are told it as. */
async function addressed(db: Db, due: readonly Due[]): Promise<Post[]> {
  const [scheme, admins, readers, unread] = await Promise.all([schemePeople(db), adminsOf(db, due), readersOf(db, due), stillReading(db, due)]);
  const posts = new Map<string, Post>();
  const add = (audience: Post["audience"], to: readonly Person[], each: Due, { of = each.clock.of, own = false }: { of?: ClockName; own?: boolean } = {}) => {
    for (const person of to) {
      const key = `${audience} ${person.personId}`;
      const found = posts.get(key) ?? { to: person, audience, due: [] };
      if (!found.due.some(({ about, of: known }) => about.id === each.about.id && known === of)) found.due.push({ ...each, of, own });
      posts.set(key, found);
    }
  };
  for (const each of due) {
    const { about, clock, kind } = each;
    const provider = admins.filter(({ organisationId }) => organisationId === about.organisationId);
    const doing = (role: SchemeRole, barred: readonly string[] = []) =>
      scheme.filter((person) => person.role === role && !person.organisations.includes(about.organisationId) && !barred.includes(person.personId));
    const reading = readers.filter(({ personId }) => about.readers.some((reader) => reader.personId === personId));
    const slow = reading.filter(({ personId }) => unread.get(about.id)?.includes(personId));
    const owed = {
      provider: () => provider,
      deciders: () => doing("decider", [...about.raters, ...about.settlers]),
      moderators: () => doing("moderator", clock.of === "settling" ? about.raters : []),
      // What runs in an appeal is told of by the appeal itself.
      panel: () => [],
      readers: () => (reading.length === 0 ? doing("moderator") : clock.of === "reading" && slow.length > 0 ? slow : reading),
    }[clock.from]();
    add(clock.from === "provider" ? "provider" : "scheme", owed, each, { own: true });
    if (kind !== "late") continue;
    add("scheme", doing("moderator"), each);
    // We said how long reading takes: settling belongs to it, and is not told of twice.
    if (clock.of === "reading" || clock.of === "settling") add("provider", provider, each, { of: "reading" });
  }
  return [...posts.values()];
}

const schemePeople = (db: Db) =>
  db
    .select({
      personId: people.id,
      name: people.name,
      email: people.email,
      language: people.language,
      role: schemeRoles.role,
      organisations: sql<string[]>`array(select m.organisation_id::text from ${memberships} m where m.person_id = ${people.id})`,
    })
    .from(schemeRoles)
    .innerJoin(people, eq(people.id, schemeRoles.personId))
    .where(inArray(schemeRoles.role, ["moderator", "decider"]));

const adminsOf = (db: Db, due: readonly Due[]) =>
  db
    .select({ personId: people.id, name: people.name, email: people.email, language: people.language, organisationId: memberships.organisationId })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.role, "admin"), inArray(memberships.organisationId, [...new Set(due.map(({ about }) => about.organisationId))])));

async function readersOf(db: Db, due: readonly Due[]): Promise<Person[]> {
  const ids = [...new Set(due.flatMap(({ about }) => about.readers.map(({ personId }) => personId)))];
  if (ids.length === 0) return [];
  return db.select({ personId: people.id, name: people.name, email: people.email, language: people.language }).from(people).where(inArray(people.id, ids));
}

/** Of the cases that are being read, who has not said yet that theirs may go on. */
async function stillReading(db: Db, due: readonly Due[]): Promise<Map<string, string[]>> {
  const cases = due.filter(({ about, clock }) => clock.of === "reading" && about.state === "assessing").map(({ about }) => about);
  if (cases.length === 0) return new Map();
  const read = await readingsInCases(
    db,
    cases.map(({ id }) => id),
  );
  return new Map(
    cases.map(({ id, readers }) => {
      const { readings } = read.get(id)!;
      return [id, readers.filter((reader) => !hasRecommended(readings, readings.given, reader)).map(({ personId }) => personId)];
    }),
  );
}
