import { beforeAll, describe, expect, test, vi } from "vitest";
import { groups } from "#db/seed/groups";
import type { Provider } from "#db/seed/world";
import type { Actor } from "~/accounts/actor";
import { createPerson } from "~/accounts/people.server";
import { sentMost } from "~/concerns/concern";
import { type ConcernTyped, nothingTyped } from "~/concerns/concern-form";
import type { StepName } from "~/concerns/concern-moves";
import { concernDeadlines, concernsFor, openConcerns } from "~/concerns/concerns.server";
import { concernFor } from "~/concerns/find-concern.server";
import { remindOfConcerns } from "~/concerns/remind.server";
import { type Step, takeStep } from "~/concerns/step.server";
import { forgetSenders, takeConcern } from "~/concerns/take-concern.server";
import { addDays, addMonths, londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import { everybody } from "~/platform/often";
import { hadConcern } from "~/review/concerns.server";
import { at } from "../support/clock";
import { freshDatabase } from "../support/database";
import { joins } from "../support/people";
import { publicWorld, RC } from "../support/register";

const { db, sql, owner } = await freshDatabase();
const { world, stage, holds } = await publicWorld(db);
let code: string;
let marshEnd: Provider;
let harbour: Provider;
let moira: Actor;
let malcolm: Actor;
let sunil: Actor;

// A Tuesday, with four working days after it.
const tuesday = at("2026-06-02T10:00:00Z");
const day = (moment: string) => at(`${moment}T12:00:00Z`);
const because = "Said on the telephone, and seen in the papers they sent.";
let form = 0;
const tell = async (typed: Partial<ConcernTyped> = {}, { clock = tuesday as Clock, from = `192.0.2.${++form}` } = {}) =>
  takeConcern(db, clock, { ...nothingTyped(typed.code ?? code, `form ${++form}`), words: "Nobody answers the telephone.", ...typed }, { from, language: "en" });
const told = async (...given: Parameters<typeof tell>) => {
  const taken = await tell(...given);
  if (!taken.ok) throw new Error(JSON.stringify(taken.errors));
  const [row] = await sql<{ id: string; organisation_id: string | null }[]>`select id, organisation_id from concerns where reference = ${taken.received.reference}`;
  return { ...taken.received, id: row!.id, organisationId: row!.organisation_id };
};
const step = (id: string, name: StepName, more: Partial<Step> = {}, { by = moira, clock = day("2026-06-03") as Clock } = {}) =>
  takeStep(db, clock, by, { id, step: name, words: because, ...more });
const mailsOf = (cause: string) => sql<{ to: string; subject: string; text: string }[]>`select "to", subject, text from outbox where cause like ${`${cause}%`} order by "to"`;
/** A moderator without a tie to anybody. */
const moderator = async (key: string): Promise<Actor> => {
  const personId = await createPerson(db, tuesday, { system: "test" }, { email: `${key}@demo.example`, name: key });
  return { personId, name: key, email: `${key}@demo.example`, language: "en", memberships: [], roles: ["moderator"] };
};
const stateOf = async (id: string) => (await sql`select state from concerns where id = ${id}`)[0]!.state;

beforeAll(async () => {
  marshEnd = await world.join(groups.marshEnd!);
  harbour = await world.join(groups.harbour!);
  ({ code } = await holds(marshEnd, RC));
  ({ moira, malcolm, sunil } = world.actors as unknown as { moira: Actor; malcolm: Actor; sunil: Actor });
  stage.set(tuesday.now());
}, 120_000);

describe("what is sent", () => {
  test("is kept with the group it is about, told to moderators without a word of it, and answered with numbers and honest hours", async () => {
    const { id, reference, readBy, hearBy, mailed, organisationId } = await told({ words: "A secret matter.", contact: "lewis@example.com", name: "Mrs Lewis" });
    expect([organisationId, readBy, hearBy, mailed]).toEqual([marshEnd.organisationId, "2026-06-03", "2026-06-09", true]);
    expect(reference).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
    const toModerators = await mailsOf(`concern:${id}:`);
    expect(toModerators.map(({ to }) => to)).toEqual(["malcolm@demo.example", "moira@demo.example"]);
    const [answer] = await mailsOf(`concern-received:${id}`);
    expect(answer!.to).toBe("lewis@example.com");
    for (const words of ["999", "gov.uk/find-local-council", reference, "3 June 2026", "9 June 2026", "Nobody reads it at night or at the weekend"])
      expect(answer!.text).toContain(words);
    for (const { subject, text } of [...toModerators, answer!]) for (const secret of ["secret", "Mrs Lewis", "Marsh End"]) expect(`${subject} ${text}`).not.toContain(secret);
  });

  test("without an address is not answered, and nobody promises that it will be", async () => {
    for (const contact of ["", "01632 960911"]) {
      const { id, hearBy, mailed } = await told({ contact });
      expect([mailed, hearBy === null]).toEqual([false, contact === ""]);
      expect(await mailsOf(`concern-received:${id}`)).toEqual([]);
    }
  });

  test("twice from the same form is one concern; another form, or other words, is another", async () => {
    const typed = { words: "Twice.", once: "the same form", contact: "twice@example.com" };
    const [one, other] = await Promise.all([told(typed), told(typed)]);
    expect(other!.id).toBe(one!.id);
    expect(await mailsOf(`concern-received:${one!.id}`)).toHaveLength(1);
    expect((await told({ ...typed, words: "Twice, and one thing more." })).id).not.toBe(one!.id);
    expect((await told({ ...typed, once: "another form" })).id).not.toBe(one!.id);
  });

  test("finds the group by a code typed for its name, or by exactly its name; one that nobody has, or a code we never issued, is kept all the same", async () => {
    const of = async (typed: Partial<ConcernTyped>) => (await told({ code: " ", ...typed })).organisationId;
    expect(await of({ group: code.toLowerCase() })).toBe(marshEnd.organisationId);
    expect(await of({ group: "marsh end COMMUNITY allotment" })).toBe(marshEnd.organisationId);
    expect(await of({ group: "The choir at the corner" })).toBeNull();
    expect(await of({ code: "0000-0000-0000", where: "On a lamp post" })).toBeNull();
  });

  test("much too often from one network, or from very many, is taken later: nothing is lost, and counts survive a restart", async () => {
    const from = "203.0.113.9";
    await owner`delete from concerns_sent`;
    await owner`insert into concerns_sent (who, asked, since) values (${from}, ${sentMost.address - 1}, ${tuesday.now().toISOString()})`;
    expect((await tell({}, { from })).ok).toBe(true);
    const over = await tell({}, { from });
    expect(over).toMatchObject({ ok: false, status: 429, retryAfter: 3600, errors: { send: expect.stringContaining("Nothing is lost: send it again after 2 June 2026, 12:00") } });
    expect((await tell({}, { from: "203.0.113.10" })).ok).toBe(true);
    expect((await tell({}, { from, clock: at("2026-06-02T11:00:00Z") })).ok).toBe(true);
    await owner`update concerns_sent set asked = ${sentMost.everybody}, since = ${tuesday.now().toISOString()} where who = ${everybody}`;
    expect(await tell({}, { from: "203.0.113.11" })).toMatchObject({ ok: false, status: 429 });
    await forgetSenders(db, at("2026-06-02T12:00:01Z"));
    expect(await owner`select who from concerns_sent`).toEqual([]);
  });

  test("what cannot be kept just now is said, and is still in the form", async () => {
    const quiet = vi.spyOn(console, "error").mockImplementation(() => {});
    const broken = vi.spyOn(db, "transaction").mockRejectedValue(new Error("no database"));
    try {
      expect(await tell()).toMatchObject({ ok: false, status: 503, errors: { send: expect.stringContaining("Nothing you typed is lost") } });
    } finally {
      broken.mockRestore();
      quiet.mockRestore();
    }
  });
});

describe("who sees it", () => {
  let id: string;
  const sees = async (actor: Actor, of = id) => {
    const listed = (await concernsFor(db, tuesday, actor, { search: "", page: 1 })).rows.some((row) => row.id === of);
    const open = (await openConcerns(db, tuesday, actor)).some((row) => row.id === of);
    const page = (await concernFor(db, tuesday, actor, of)) !== undefined;
    const may = (await takeStep(db, tuesday, actor, { id: of, step: "note", words: because })) !== undefined;
    expect([listed, open, page, may]).toEqual([page, page, page, page]);
    return page;
  };
  beforeAll(async () => {
    await owner`delete from concerns_sent`;
    ({ id } = await told());
  });

  test("moderators, and nobody else of the scheme or of the group", async () => {
    expect(await sees(moira)).toBe(true);
    for (const key of ["pat", "dee", "ruth", "sunil", "devon", "alex", "gareth", "edith", "leila", "hollis"]) expect([key, await sees(world.actors[key]!)]).toEqual([key, false]);
  });

  test("not who belongs to the group, nor while their tie counts; not an hour longer", async () => {
    const friend = await moderator("friend");
    expect(await sees(friend)).toBe(true);
    await joins(db, { id: marshEnd.organisationId }, friend, tuesday);
    expect(await sees(friend)).toBe(false);
    await sql`delete from memberships where person_id = ${friend.personId}`;
    expect(await sees(friend)).toBe(true);
    const today = londonDay(tuesday.now());
    const left = (until: string) =>
      sql`insert into former_memberships (organisation_id, person_id, since, until) values (${marshEnd.organisationId}, ${friend.personId}, '2020-01-01', ${`${until}T12:00:00Z`})`;
    await left(addDays(addMonths(today, -24), -1));
    expect(await sees(friend), "the last of 24 months was yesterday").toBe(true);
    await left(addMonths(today, -24));
    expect(await sees(friend), "the last day of its 24 months").toBe(false);
  });

  test.each([
    ["rival", null, false],
    ["knows_somebody", null, true],
    ["adviser", "2023-06-02", false],
    ["adviser", "2023-06-01", true],
    ["funder", "2024-06-01", true],
  ])("a moderator with a tie of the kind %s until %s: %s", async (kind, until, may) => {
    const tied = await moderator(`tied-${kind}-${until}`);
    const [row] = await sql<
      { id: string }[]
    >`insert into interests (person_id, organisation_name, kind, words, since, stated_at) values (${tied.personId}, 'marsh end community allotment', ${kind}, '', '2020-01-01', ${tuesday.now().toISOString()}) returning id`;
    if (until) await sql`insert into interest_ends (interest_id, until, stated_at) values (${row!.id}, ${until}, ${tuesday.now().toISOString()})`;
    expect(await sees(tied)).toBe(may);
  });

  test("not who reads a case of the group now, though they moderate others; where only a name is known, the name is compared", async () => {
    const both = { ...sunil, roles: [...sunil.roles, "moderator" as const] };
    expect(await sees(both)).toBe(true);
    stage.set(tuesday.now());
    const assessment = await world.start(marshEnd, "activities-and-services");
    await world.answer(marshEnd, assessment, "activities-and-services");
    const caseId = await world.send(marshEnd, assessment, "activities-and-services");
    await world.assign(caseId, sunil, world.actors.amara!);
    expect(await sees(both)).toBe(false);
    const named = await told({ code: " ", group: "harbour WELLBEING" });
    expect(named.organisationId).toBe(harbour.organisationId);
    await sql`update concerns set organisation_id = null where id = ${named.id}`;
    expect(await sees({ ...world.actors.ruth!, roles: ["moderator"] }, named.id)).toBe(false);
    expect(await sees(moira, named.id)).toBe(true);
  });

  test("where every moderator has a tie, whoever looks after the platform is told that nobody can read it, and nothing else", async () => {
    const moderators = await sql<{ id: string }[]>`select person_id as id from scheme_roles where role = 'moderator'`;
    for (const each of moderators)
      await sql`insert into interests (person_id, organisation_id, organisation_name, kind, words, since, stated_at) values (${each.id}, ${harbour.organisationId}, 'Harbour Wellbeing', 'rival', '', '2020-01-01', ${tuesday.now().toISOString()})`;
    const { id: lonely } = await told({ code: " ", group: "Harbour Wellbeing" });
    const mails = await mailsOf(`concern:${lonely}:`);
    expect(mails.map(({ to }) => to)).toEqual(["alex@demo.example"]);
    expect(mails[0]!.text).not.toContain("Harbour");
  });
});

describe("what is done with it", () => {
  beforeAll(async () => {
    await owner`delete from concerns_sent`;
  });

  test("an agency first, with whom was told; then whoever told us hears; then it can be closed. Each is a row and an event", async () => {
    const { id } = await told({ contact: "lewis@example.com", name: "Nora Lewis" });
    expect(await step(id, "tell_agency", { agency: "The council" })).toEqual({ ok: false, why: "wrong_state" });
    expect(await step(id, "unsafe", { words: "Short." })).toEqual({ ok: false, why: "reason_short" });
    expect(await step(id, "unsafe")).toEqual({ ok: true });
    expect(await step(id, "with_group")).toEqual({ ok: false, why: "wrong_state" });
    expect(await step(id, "tell_group")).toEqual({ ok: false, why: "wrong_state" });
    expect(await step(id, "tell_agency", { agency: " " })).toEqual({ ok: false, why: "agency_named" });
    expect(await step(id, "tell_agency", { agency: "The council’s team" })).toEqual({ ok: true });
    expect(await step(id, "uphold")).toEqual({ ok: false, why: "heard" });
    expect(await step(id, "reply", { words: "We have told the council of what you saw." })).toEqual({ ok: true });
    const [reply] = await mailsOf("concern-reply:");
    expect([reply!.to, reply!.text.includes("We have told the council of what you saw.")]).toEqual(["lewis@example.com", true]);
    expect(await step(id, "uphold")).toEqual({ ok: true });
    expect(await stateOf(id)).toBe("upheld");
    const desk = (await concernFor(db, tuesday, malcolm, id))!;
    expect(desk.steps.map(({ step, whom, by }) => [step, whom, by])).toEqual([
      ["unsafe", null, "Moira Kinsella"],
      ["tell_agency", "The council’s team", "Moira Kinsella"],
      ["reply", null, "Moira Kinsella"],
      ["uphold", null, "Moira Kinsella"],
    ]);
    const events = await sql<{ type: string; data: unknown }[]>`select type, data from audit_events where subject = ${id} order by seq`;
    expect(events.map(({ type }) => type)).toEqual(["concern.received", "concern.moved", "concern.moved", "concern.replied", "concern.moved"]);
    expect(JSON.stringify(events)).not.toMatch(/Lewis|council/);
  });

  test("the group is told only what a moderator writes, never who it was unless they allowed it", async () => {
    const { id } = await told({ contact: "01632 960911", name: "Nora Lewis" });
    await step(id, "looking");
    expect(await step(id, "tell_group", { words: "Mrs Lewis says that nobody rings back." })).toEqual({ ok: false, why: "names_somebody" });
    expect(await step(id, "tell_group", { named: true })).toEqual({ ok: false, why: "not_allowed" });
    expect(await step(id, "tell_group", { words: "Somebody with the NHS number 943 476 5919 was not rung back." })).toEqual({ ok: false, why: "personal" });
    expect(await mailsOf("concern-told:")).toEqual([]);
    expect(await step(id, "tell_group", { words: "Somebody says that nobody rings back." })).toEqual({ ok: true });
    const [mail] = await mailsOf("concern-told:");
    expect([mail!.to, mail!.text.includes("Somebody says that nobody rings back."), mail!.text.includes("no finding"), mail!.text.includes("Lewis")]).toEqual([
      "pat@demo.example",
      true,
      true,
      false,
    ]);

    const allowed = await told({ name: "Nora Lewis", mayName: true });
    await step(allowed.id, "looking");
    await step(allowed.id, "tell_group", { words: "Nobody rings back, says who told us.", named: true });
    expect((await mailsOf("concern-told:")).filter(({ text }) => text.includes("It was Nora Lewis, who allowed us to say so."))).toHaveLength(1);
  });

  test("the group is named by its name or a code; who has a tie to it then sees the concern no more", async () => {
    const { id } = await told({ code: " ", group: "The allotment" });
    expect(await step(id, "tell_group")).toEqual({ ok: false, why: "wrong_state" });
    expect(await step(id, "name_group", { group: "Nowhere" })).toEqual({ ok: false, why: "group_found" });
    expect(await step(id, "name_group", { words: "", group: code })).toEqual({ ok: true });
    expect((await concernFor(db, tuesday, malcolm, id))!.provider).toBe("Marsh End Community Allotment");
    expect(await concernFor(db, tuesday, { ...world.actors.pat!, roles: ["moderator"] }, id)).toBeUndefined();
  });

  test("two at once: one of them is too late", async () => {
    const { id } = await told();
    const answers = await Promise.all([step(id, "set_aside"), step(id, "set_aside", {}, { by: malcolm })]);
    expect(answers.map((each) => (each?.ok ? "ok" : each?.why)).sort()).toEqual(["ok", "wrong_state"]);
  });

  test("nothing of what was sent can be changed, and no step", async () => {
    const [{ id }] = await sql<[{ id: string }]>`select concern_id as id from concern_steps limit 1`;
    for (const change of ["words = 'x'", "contact = 'x'", "sent_at = now()"])
      await expect(owner.unsafe(`update concerns set ${change} where id = '${id}'`)).rejects.toMatchObject({ code: "23001" });
    for (const change of ["update concern_steps set words = 'x'", "delete from concern_steps", "delete from concerns", "truncate concerns cascade"]) {
      await expect(owner.unsafe(change)).rejects.toMatchObject({ code: "23001" });
      await expect(sql.unsafe(change)).rejects.toMatchObject({ code: "42501" });
    }
    await expect(sql.unsafe("update concerns set words = 'x'")).rejects.toMatchObject({ code: "42501" });
  });
});

describe("what was promised", () => {
  test("stands among the deadlines, and moderators are reminded on the last day and once it is over", async () => {
    await owner`delete from concerns_sent`;
    const { id, reference } = await told({ contact: "01632 960911" });
    const deadlines = async (clock: Clock) => concernDeadlines(await openConcerns(db, clock, moira)).filter(({ concernId }) => concernId === id);
    expect((await deadlines(day("2026-06-04"))).map(({ of, due, left, number }) => [of, due, left, number])).toEqual([
      ["concern_read", "2026-06-03", -1, reference],
      ["concern_heard", "2026-06-09", 3, reference],
    ]);
    const reminded = async (on: string) => {
      const before = (await mailsOf(`concern-due:${id}:`)).length;
      await remindOfConcerns(db, day(on));
      await remindOfConcerns(db, day(on));
      return (await mailsOf(`concern-due:${id}:`)).length - before;
    };
    const [{ count }] = await sql<[{ count: number }]>`select count(*)::int as count from outbox where cause like ${`concern:${id}:%`}`;
    expect(await reminded("2026-06-02")).toBe(0);
    expect(await reminded("2026-06-03"), "to read, on the last day").toBe(count);
    expect(await reminded("2026-06-04"), "late").toBe(count);
    await step(id, "looking", {}, { clock: day("2026-06-04") });
    expect(await reminded("2026-06-05")).toBe(0);
    expect(await reminded("2026-06-08"), "to answer, the day before the last").toBe(count);
    expect(await reminded("2026-06-10"), "late").toBe(count);
    await step(id, "reply", {}, { clock: day("2026-06-10") });
    expect(await deadlines(day("2026-06-10"))).toEqual([]);
  });

  test("the list has a page of thirty, what is open first and the oldest of it on top; and finds a reference", async () => {
    const { rows, total, pages } = await concernsFor(db, tuesday, moira, { search: "", page: 1 });
    expect([rows.length, pages]).toEqual([Math.min(total, 30), Math.ceil(total / 30)]);
    const open = rows.filter(({ state }) => state !== "upheld" && state !== "not_upheld");
    expect(rows.slice(0, open.length)).toEqual(open);
    const [one] = rows;
    expect((await concernsFor(db, tuesday, moira, { search: one!.reference.toLowerCase().replace("-", " "), page: 1 })).rows.map(({ id }) => id)).toEqual([one!.id]);
    expect((await concernsFor(db, tuesday, moira, { search: "marsh", page: 1 })).total).toBeGreaterThan(1);
    expect((await concernsFor(db, tuesday, moira, { search: "100%", page: 1 })).total).toBe(0);
  });
});

test("a concern counts for 24 months once a moderator has upheld it or told an agency, and not before", async () => {
  await owner`delete from concerns_sent`;
  const fenLane = await world.join(groups.fenLane!);
  const had = (on: string) => hadConcern(db, day(on), fenLane.organisationId);
  const { id } = await told({ code: " ", group: fenLane.group.name });
  await step(id, "looking");
  expect(await had("2026-06-04")).toBe(false);
  await step(id, "uphold", {}, { clock: day("2026-06-05") });
  expect([await had("2026-06-05"), await had("2028-06-05"), await had("2028-06-06")]).toEqual([true, true, false]);
  const other = await told({ code: " ", group: fenLane.group.name });
  await step(other.id, "unsafe", {}, { clock: day("2026-06-08") });
  await step(other.id, "tell_agency", { agency: "The council" }, { clock: day("2026-06-08") });
  await step(other.id, "turn_down", {}, { clock: day("2026-07-01") });
  expect([await had("2028-06-08"), await had("2028-06-09")]).toEqual([true, false]);
});
