import { eq, like } from "drizzle-orm";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, test } from "vitest";
import { auditEvents } from "#db/schema/audit";
import { logLeaves } from "#db/schema/log";
import { outbox } from "#db/schema/platform";
import { groups } from "#db/seed/groups";
import { done, type Provider } from "#db/seed/world";
import { assessmentsOf } from "~/assessments/list.server";
import { startableBy } from "~/assessments/startable.server";
import { ownCheckIn } from "~/marks/check-ins/own-check-in.server";
import { sendCheckIn } from "~/marks/check-ins/send-check-in.server";
import { lookAtCircumstance } from "~/marks/circumstances/look-at-circumstance.server";
import { ownChanges } from "~/marks/circumstances/own-changes.server";
import { tellCircumstance } from "~/marks/circumstances/tell-circumstance.server";
import { markClocksOf, markDeadlines } from "~/marks/deadlines/mark-deadlines.server";
import { tellOfMarkDeadlines } from "~/marks/deadlines/mark-notices.server";
import { heldMark } from "~/marks/held-mark.server";
import { readLeaf } from "~/marks/log/leaf";
import { marksOf } from "~/marks/marks-of.server";
import { recordLostEntry, recordNewEntry } from "~/marks/paperwork/lost-entry.server";
import { remindOfLastDays } from "~/marks/renewal/remind.server";
import { leaveActivity } from "~/marks/top-ups/activities.server";
import { showTopUp } from "~/marks/top-ups/show-top-up.server";
import { checkInvariants } from "~/platform/invariants.server";
import { offersOf } from "~/providers/offers.server";
import { stateFacts } from "~/providers/state-facts.server";
import { MarkPage } from "~/register/mark-page";
import { ProviderPage } from "~/register/provider-page";
import { homeView } from "~/routes/organisations/home-view.server";
import { freshDatabase } from "../support/database";
import { indoors, LW, processWorld } from "../support/process";

/** What a mark in force asks of its group between the award and the renewal, through the commands and with the clock moved (Marks §C.2, §C.4). */
const { db, sql } = await freshDatabase();
const scheme = await processWorld(db, "2026-03-02T10:00:00Z");
const { world, stage, sweepAt, standing, seen, to } = scheme;
const [RC, AS] = ["referral-capacity", "activities-and-services"] as const;
const contact = { email: "help@demo.example", phone: "01632 960100" };
const words = (page: ReactElement) =>
  renderToStaticMarkup(page)
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
const pages = async (code: string) => {
  const { markPage, providerPage } = await seen(code);
  return [words(<MarkPage view={markPage} contact={contact} />), words(<ProviderPage view={providerPage} contact={contact} />)];
};
const subjectsTo = async (email: string) => (await db.select().from(outbox).orderBy(outbox.at)).filter((mail) => mail.to === email).map(({ subject }) => subject);
const changesOf = async (markId: string) =>
  (await db.select().from(auditEvents).where(like(auditEvents.subject, markId)))
    .filter(({ type }) => type === "mark.changed")
    .sort((one, other) => one.seq - other.seq)
    .map(({ actor, data }) => `${actor} ${(data as { kind: string }).kind}`);
/** What waits for a moderator: of what, at which mark, until when. */
const toLookAt = async () =>
  (await markDeadlines(db, stage, world.actors.moira!))
    .filter(({ of }) => of.startsWith("circumstance"))
    .map(({ due, mark: about }) => `${about?.code} ${about?.criteria.join()} ${due}`);
const said = { factsRight: true, insuranceUntil: "2028-12-31", notTrue: [] as string[], words: "", plan: "Nearly there.", changes: "" };

let marshEnd: Provider;
let mark: { id: string; code: string };
beforeAll(async () => {
  marshEnd = await world.join(groups.marshEnd!);
  mark = await scheme.holds(marshEnd, RC);
});
const at = () => ({ slug: marshEnd.slug, code: mark.code });

describe("the yearly check-in", () => {
  test("cannot be sent before it is open, and is nobody else’s", async () => {
    to("2027-01-15T10:00:00Z");
    expect(await sendCheckIn(db, stage, marshEnd.admin, at(), said)).toEqual({ ok: false, why: "not_open" });
    expect(await ownCheckIn(db, stage, marshEnd.admin, at())).toMatchObject({ state: "not_yet", opens: "2027-01-31", last: "2027-04-01" });
    expect(await ownCheckIn(db, stage, world.actors.moira!, at())).toBeUndefined();
    expect(await sendCheckIn(db, stage, world.actors.moira!, at(), said)).toBeUndefined();
  });

  test("is reminded of, and not answered: reviewed from day 396, suspended from day 426, everywhere at once", async () => {
    to("2027-03-02T10:00:00Z");
    await tellOfMarkDeadlines(db, stage);
    await tellOfMarkDeadlines(db, stage);
    to("2027-03-26T10:00:00Z");
    await tellOfMarkDeadlines(db, stage);
    expect((await subjectsTo(marshEnd.admin.email)).filter((subject) => subject.startsWith("Ten minutes"))).toHaveLength(2);
    expect((await markDeadlines(db, stage, world.actors.moira!)).map(({ of, due }) => `${of} ${due}`)).toContain("check_in 2027-04-01");
    await sweepAt("2027-04-01T22:59:00Z");
    expect(await standing(mark.code)).toMatchObject({ status: "live" });
    await sweepAt("2027-04-01T23:00:00Z");
    expect(await standing(mark.code)).toMatchObject({ status: "under_review", since: "2027-04-02" });
    await sweepAt("2027-05-01T22:59:00Z");
    expect(await standing(mark.code)).toMatchObject({ status: "under_review" });
    await sweepAt("2027-05-01T23:00:00Z");
    await sweepAt("2027-05-02T23:00:00Z");
    expect(await standing(mark.code)).toMatchObject({ status: "suspended", reasonClass: "paperwork_overdue", since: "2027-05-02" });
    const { mark: answer, provider } = await seen(mark.code);
    expect([answer.status, provider.marks[0]?.status]).toEqual(["suspended", "suspended"]);
    for (const page of await pages(mark.code)) expect(page).toContain("paperwork is overdue");
    expect(markClocksOf(await marksOf(db, marshEnd.organisationId, stage.now()), stage.now()).map(({ of, left }) => [of, left < 0])).toEqual([["check_in", true]]);
  });

  test("answering lifts it by rule in the same moment; a must-have that is not true any more is to be shown in 28 days, and a moderator looks", async () => {
    to("2027-05-10T10:00:00Z");
    const view = (await ownCheckIn(db, stage, { ...marshEnd.admin, language: "cy" }, at()))!;
    expect([view.state, view.mustHaves.length > 5]).toEqual(["late", true]);
    done(await sendCheckIn(db, stage, marshEnd.admin, at(), { ...said, notTrue: ["RC-3.4", "no such"], words: "Our safeguarding lead has moved away." }));
    expect(await sendCheckIn(db, stage, marshEnd.admin, at(), said)).toEqual({ ok: false, why: "sent_already" });
    expect(await standing(mark.code)).toMatchObject({ status: "live", since: "2027-05-10" });
    expect(await changesOf(mark.id)).toEqual(["system:check-in review", "system:check-in suspend", "system:paperwork reinstate"]);
    const { found, mark: answer } = await seen(mark.code);
    expect(found.topUps).toMatchObject([{ criterion: "RC-3.4", why: "not_true", lastDay: "2027-06-07" }]);
    expect(answer.not_covered, "that is not public").toEqual([]);
    for (const page of await pages(mark.code)) expect(page).not.toContain("RC-3.4");
    await sweepAt("2027-05-10T10:05:00Z");
    expect((await seen(mark.code)).found.topUps, "facts and versions do not drop it").toHaveLength(1);
    expect(await toLookAt()).toEqual([`${mark.code} Said at the yearly check-in 2027-05-24`]);
    const held = (await heldMark(db, world.actors.moira!, mark.code, stage.now()))!;
    expect(held.checkIn).toMatchObject({ notTrue: ["RC-3.4"], insuranceUntil: "2028-12-31", words: "Our safeguarding lead has moved away.", plan: "Nearly there." });
    expect(held.told).toMatchObject([{ kind: "check_in", words: expect.stringContaining("RC-3.4"), looked: null }]);
    await sweepAt("2027-06-07T23:00:00Z");
    expect(await standing(mark.code)).toMatchObject({ status: "under_review" });
  });

  test("a moderator says that they have looked, once; nobody else can", async () => {
    const { moira, devon, sunil } = world.actors;
    const [told] = (await heldMark(db, moira!, mark.code, stage.now()))!.told;
    const look = (actor = moira!) => lookAtCircumstance(db, stage, actor, { code: mark.code, id: told!.id, note: "Rang Pat: a new lead starts on Monday." });
    expect([await look(devon!), await look(sunil!), await look(marshEnd.admin)]).toEqual([{ ok: false, why: "wrong_role" }, undefined, { ok: false, why: "wrong_role" }]);
    done(await look());
    expect(await look()).toBeUndefined();
    expect(await toLookAt()).toEqual([]);
    expect((await ownChanges(db, marshEnd.organisationId, stage.now())).told).toEqual([
      { id: told!.id, kind: "check_in", toldOn: "2027-05-10", lookBy: "2027-05-24", lookedOn: "2027-06-08" },
    ]);
  });
});

describe("insurance that runs out", () => {
  let harbour: Provider;
  let theirs: { id: string; code: string };
  beforeAll(async () => {
    to("2027-07-01T10:00:00Z");
    harbour = await world.join({ ...indoors, key: "covered", name: "Covered Indoors", contact: { name: "Ira Indoors", title: "manager" } });
    theirs = await scheme.holds(harbour, LW);
    done(await stateFacts(db, stage, harbour.admin, harbour.organisationId, { insurance_expiry: "2027-09-30" }));
  });

  test("is reminded of 60, 30 and 7 days before, once each", async () => {
    const told = async (moment: string) => {
      to(moment);
      await remindOfLastDays(db, stage);
      return (await subjectsTo(harbour.admin.email)).filter((subject) => subject === "Your insurance runs out on 30 September 2027").length;
    };
    const days = ["2027-07-31", "2027-08-01", "2027-08-02", "2027-08-31", "2027-09-23", "2027-09-24"];
    const counts: number[] = [];
    for (const day of days) counts.push(await told(`${day}T10:00:00Z`));
    expect(counts).toEqual([0, 1, 1, 2, 3, 3]);
  });

  test("is said in neutral words from day 0, suspends on day 8 by rule, and a new date lifts it the same day", async () => {
    await sweepAt("2027-09-30T22:59:00Z");
    for (const page of await pages(theirs.code)) expect(page).not.toContain("paperwork");
    await sweepAt("2027-09-30T23:00:00Z");
    for (const page of await pages(theirs.code)) {
      expect(page).toContain("Their paperwork is being brought up to date.");
      expect(page).not.toMatch(/insur/i);
    }
    await sweepAt("2027-10-08T22:59:00Z");
    expect(await standing(theirs.code)).toMatchObject({ status: "live" });
    await sweepAt("2027-10-08T23:00:00Z");
    expect(await standing(theirs.code)).toMatchObject({ status: "suspended", reasonClass: "paperwork_overdue", since: "2027-10-09" });
    to("2027-10-12T10:00:00Z");
    const told = { kind: "insurance" as const, happenedOn: "2027-10-01", words: "We were late. The new policy began on 12 October.", facts: { insurance_expiry: "2028-10-11" } };
    done(await tellCircumstance(db, stage, harbour.admin, harbour.organisationId, told));
    expect(await standing(theirs.code)).toMatchObject({ status: "live", since: "2027-10-12" });
    expect(await changesOf(theirs.id)).toEqual(["system:insurance suspend", "system:paperwork reinstate"]);
    expect(await toLookAt(), "a gap is looked at within a working day").toEqual([`${theirs.code} Insurance changed, or with a gap 2027-10-13`]);
  });
});

describe("an entry in a register that is lost", () => {
  let choir: Provider;
  let theirs: { id: string; code: string };
  beforeAll(async () => {
    to("2027-10-14T10:00:00Z");
    choir = await world.join({ ...indoors, key: "registered", name: "Registered Indoors", contact: { name: "Rhea Indoors", title: "manager" } });
    theirs = await scheme.holds(choir, LW);
  });

  test("a moderator records it: suspended the same moment by rule, without a second person, and in neutral words", async () => {
    const { moira, devon } = world.actors;
    to("2027-10-15T10:00:00Z");
    const lose = (actor = moira!, more: object = {}) => recordLostEntry(db, stage, actor, { code: theirs.code, entry: " CQC  1-100", lostOn: "2027-10-13", ...more });
    expect([await lose(devon!), await lose(choir.admin), await lose(world.actors.sunil!)]).toEqual([{ ok: false, why: "wrong_role" }, { ok: false, why: "wrong_role" }, undefined]);
    expect([await lose(moira!, { entry: "?" }), await lose(moira!, { lostOn: "2027-10-16" })]).toEqual([
      { ok: false, why: "named" },
      { ok: false, why: "day_come" },
    ]);
    expect(await standing(theirs.code)).toMatchObject({ status: "live" });
    done(await lose());
    expect(await lose(moira!, { entry: "cqc 1-100" })).toEqual({ ok: false, why: "already_lost" });
    expect(await standing(theirs.code)).toMatchObject({ status: "suspended", reasonClass: "paperwork_overdue", since: "2027-10-15" });
    expect(await changesOf(theirs.id)).toEqual(["system:register-entry suspend"]);
    for (const page of await pages(theirs.code)) {
      expect(page).toContain("paperwork is overdue");
      expect(page).not.toMatch(/CQC|register entry|lost/);
    }
    expect((await checkInvariants(sql, "2027-10-15")).filter(({ ok, name }) => !ok && name.includes("two people"))).toEqual([]);
    expect((await heldMark(db, moira!, theirs.code, stage.now()))!.lost).toMatchObject([{ entry: "CQC 1-100", lostOn: "2027-10-13" }]);
    const [mail] = (await db.select().from(outbox)).filter(({ to: reader, subject }) => reader === choir.admin.email && /suspended/.test(subject));
    expect([mail?.text.includes("lost an entry in a register"), mail?.text.includes("CQC")]).toEqual([true, false]);
  });

  test("it stays, whatever the sweep does and whatever else is put right, until a moderator has looked up a new entry", async () => {
    const { moira } = world.actors;
    await sweepAt("2027-10-16T10:00:00Z");
    done(
      await tellCircumstance(db, stage, choir.admin, choir.organisationId, {
        kind: "insurance",
        happenedOn: "2027-10-16",
        words: "We have a new insurer.",
        facts: { insurance_expiry: "2028-10-16" },
      }),
    );
    expect(await standing(theirs.code)).toMatchObject({ status: "suspended" });
    const [loss] = (await heldMark(db, moira!, theirs.code, stage.now()))!.lost;
    const restore = (actor = moira!, entry = "CQC 1-200") => recordNewEntry(db, stage, actor, { code: theirs.code, lossId: loss!.id, entry });
    expect([await restore(choir.admin), await restore(moira!, " ")]).toEqual([
      { ok: false, why: "wrong_role" },
      { ok: false, why: "named" },
    ]);
    done(await restore());
    expect(await restore()).toBeUndefined();
    expect(await standing(theirs.code)).toMatchObject({ status: "live", since: "2027-10-16" });
    expect(await changesOf(theirs.id)).toEqual(["system:register-entry suspend", "system:paperwork reinstate"]);
  });

  test("the group tells us itself: suspended the same moment, and a moderator looks within a working day", async () => {
    to("2027-10-18T10:00:00Z");
    const told = {
      kind: "regulated_service" as const,
      happenedOn: "2027-10-18",
      words: "We were taken off the register of the care regulator.",
      facts: {},
      lostEntry: "CQC 1-200",
    };
    done(await tellCircumstance(db, stage, choir.admin, choir.organisationId, told));
    done(await tellCircumstance(db, stage, choir.admin, choir.organisationId, told));
    expect(await standing(theirs.code)).toMatchObject({ status: "suspended", reasonClass: "paperwork_overdue", since: "2027-10-18" });
    expect((await toLookAt()).filter((line) => line.startsWith(theirs.code) && line.includes("regulated"))).toHaveLength(1);
    expect((await homeView(db, choir.admin.memberships[0]!, stage.now(), "en")).lostEntries).toEqual(["CQC 1-200"]);
    expect((await db.select().from(auditEvents).orderBy(auditEvents.seq)).filter(({ type }) => type.startsWith("provider.entry_")).map(({ type }) => type)).toEqual([
      "provider.entry_lost",
      "provider.entry_restored",
      "provider.entry_lost",
    ]);
    const { moira } = world.actors;
    const [loss] = (await heldMark(db, moira!, theirs.code, stage.now()))!.lost;
    done(await recordNewEntry(db, stage, moira!, { code: theirs.code, lossId: loss!.id, entry: "CQC 1-300" }));
    for (const { id } of (await heldMark(db, moira!, theirs.code, stage.now()))!.told.filter(({ looked }) => !looked))
      done(await lookAtCircumstance(db, stage, moira!, { code: theirs.code, id, note: "Rang Rhea and looked it up in the register." }));
  });
});

describe("a change of circumstances", () => {
  test("home visits begin: what is newly asked of the mark is asked at once, and no place is left for a slip", async () => {
    to("2027-10-20T10:00:00Z");
    const indoorsOnly = await world.join({ ...indoors, key: "quiet", name: "Quiet Indoors", contact: { name: "Quinn Indoors", title: "manager" } });
    const home = await scheme.holds(indoorsOnly, LW);
    to("2027-11-01T10:00:00Z");
    const tell = (more: object, actor = indoorsOnly.admin) =>
      tellCircumstance(db, stage, actor, indoorsOnly.organisationId, {
        kind: "home_visits",
        happenedOn: "2027-10-29",
        words: "We begin to visit people at home.",
        facts: { home_visits: true },
        ...more,
      });
    expect(await tell({ happenedOn: "2027-11-02" })).toEqual({ ok: false, why: "in_the_future" });
    expect(await tell({ facts: { home_visits: "perhaps" } })).toMatchObject({ ok: false, why: "faults" });
    expect(await tell({}, world.actors.moira!)).toBeUndefined();
    expect((await seen(home.code)).found.topUps).toEqual([]);
    done(await tell({ facts: { home_visits: true, accepting_now: "yes" } }));
    expect((await seen(home.code)).found.topUps).toMatchObject([{ criterion: "LW-3.3", why: "facts_changed", lastDay: "2027-11-29" }]);
    expect((await seen(home.code)).mark).toMatchObject({ status: "live", not_covered: [{ criterion: "LW-3.3" }] });
    expect((await subjectsTo(world.actors.moira!.email)).filter((subject) => subject === "Quiet Indoors told us of a change")).toHaveLength(1);
  });

  test("a new activity: named, not covered, and asked for at once; shown, it is covered by the mark, and the paper stays", async () => {
    to("2027-11-02T10:00:00Z");
    const gardens = await world.join({ ...groups.marshEnd!, key: "gardens", name: "Fen Gardens", contact: { name: "Gita Garden", title: "secretary" } });
    const covered = groups.marshEnd!.offers.map(({ name }) => name).sort();
    const held = await scheme.holds(gardens, AS);
    to("2027-11-10T10:00:00Z");
    const { moira, devon } = world.actors;
    const tell = (activity?: string) =>
      tellCircumstance(db, stage, gardens.admin, gardens.organisationId, {
        kind: "new_site_or_activity",
        happenedOn: "2027-11-08",
        words: "We sing on Mondays now.",
        facts: {},
        activity,
      });
    expect([await tell(), await tell(" "), await tell(covered[0]!.toUpperCase())]).toEqual([
      { ok: false, why: "activity_missing" },
      { ok: false, why: "activity_missing" },
      { ok: false, why: "activity_known" },
    ]);
    done(await tell(" Monday choir "));
    expect(await tell("monday choir")).toEqual({ ok: false, why: "activity_known" });
    const { found, mark: answer } = await seen(held.code);
    expect(found.topUps.map(({ criterion, why, lastDay, activity }) => [criterion, why, lastDay, activity?.name])).toEqual(
      ["AS-1.1", "AS-2.1", "AS-2.2", "AS-2.3", "AS-3.2"].map((criterion) => [criterion, "new_activity", "2027-12-08", "Monday choir"]),
    );
    expect([answer.status, answer.scope, new Set(answer.not_covered.map(({ statement }) => statement))]).toEqual([
      "live",
      covered,
      new Set(["“Monday choir” not yet covered by this mark"]),
    ]);
    for (const page of await pages(held.code)) expect(page).toContain("“Monday choir” not yet covered by this mark.");
    expect((await offersOf(db, gardens.organisationId)).map(({ name }) => name)).toContain("Monday choir");
    expect(
      (await subjectsTo(gardens.admin.email)).filter((subject) => subject.includes("Monday choir")),
      "one mail, whatever is asked",
    ).toEqual(["To be shown for “Monday choir”"]);

    await sweepAt("2027-11-10T10:05:00Z");
    expect((await seen(held.code)).found.topUps, "facts and versions do not drop it").toHaveLength(5);
    await sweepAt("2027-12-09T10:00:00Z");
    expect((await standing(held.code)).status, "and the mark stands for everything else").toBe("live");
    expect((await subjectsTo(moira!.email)).filter((subject) => subject === "Not shown in time: Fen Gardens")).toHaveLength(1);

    const note = "They showed me their plan and their checks on a call.";
    for (const { id } of (await seen(held.code)).found.topUps) {
      expect((await seen(held.code)).mark.scope).toEqual(covered);
      done(await showTopUp(db, stage, moira!, { code: held.code, topUpId: id, note }));
    }
    const after = await seen(held.code);
    expect([after.mark.scope, after.found.given.scope, after.mark.not_covered]).toEqual([[...covered, "Monday choir"], covered, []]);
    expect((await pages(held.code))[0]).toContain("Monday choir");
    expect((await subjectsTo(gardens.admin.email)).at(-1)).toBe("Your mark now covers “Monday choir”");
    expect((await db.select().from(logLeaves).where(eq(logLeaves.code, held.code)).orderBy(logLeaves.seq)).map(({ content }) => readLeaf(content)).at(-1)).toEqual({
      kind: "activity_covered",
      code: held.code,
      at: stage.now().toISOString(),
    });

    done(await tell("Bingo"));
    const activity = (await seen(held.code)).found.topUps[0]!.activity!;
    const leave = (actor = moira!, why = "Rang Gita: they have stopped it again.") => leaveActivity(db, stage, actor, { code: held.code, activityId: activity.id, note: why });
    expect([await leave(devon!), await leave(moira!, "Short."), await leave(world.actors.sunil!)]).toEqual([
      { ok: false, why: "wrong_role" },
      { ok: false, why: "reason_short" },
      undefined,
    ]);
    done(await leave());
    expect(await leave()).toBeUndefined();
    expect((await seen(held.code)).mark).toMatchObject({ not_covered: [], scope: [...covered, "Monday choir"] });
    const trail = (await db.select().from(auditEvents).where(eq(auditEvents.subject, held.id)).orderBy(auditEvents.seq)).filter(({ type }) => type.startsWith("mark.activity_"));
    expect(trail.map(({ type, data }) => `${type} ${(data as { name?: string; how?: string }).name ?? (data as { how?: string }).how}`)).toEqual([
      "mark.activity_told Monday choir",
      "mark.activity_ended covered",
      "mark.activity_told Bingo",
      "mark.activity_ended left",
    ]);
  });

  test("who holds no mark has nothing to tell here", async () => {
    const none = await world.join({ ...indoors, key: "none", name: "None Indoors", contact: { name: "Nia Indoors", title: "manager" } });
    const told = { kind: "funding" as const, happenedOn: "2027-10-29", words: "Our grant ends at the end of the year.", facts: {} };
    expect(await tellCircumstance(db, stage, none.admin, none.organisationId, told)).toEqual({ ok: false, why: "no_mark" });
    expect(await ownChanges(db, none.organisationId, stage.now())).toEqual({ holds: false, namesActivities: false, told: [] });
  });
});

describe("renewal", () => {
  test("its group is reminded six, three and one month before the last day, once each, and its last answers are offered", async () => {
    const told = async (moment: string) => {
      to(moment);
      await remindOfLastDays(db, stage);
      await remindOfLastDays(db, stage);
      return (await subjectsTo(marshEnd.admin.email)).filter((subject) => /renew your mark for Referral capacity now|mark for Referral capacity ends/.test(subject)).length;
    };
    const counts: number[] = [];
    // The first of them was written while the insurance was watched, in September.
    for (const day of ["2027-11-30", "2027-12-01", "2028-01-31", "2028-02-01"]) counts.push(await told(`${day}T10:00:00Z`));
    expect(counts).toEqual([1, 2, 2, 3]);
    const there = await assessmentsOf(db, marshEnd.organisationId);
    const offered = await startableBy(db, marshEnd.organisationId, there, "2028-02-01");
    expect(offered.find(({ key }) => key === RC)?.carryFrom).toBe(there.find(({ standard }) => standard.key === RC)!.id);
  });
});
