import { like } from "drizzle-orm";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, test } from "vitest";
import { auditEvents } from "#db/schema/audit";
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
import { marksOf } from "~/marks/marks-of.server";
import { remindOfLastDays } from "~/marks/renewal/remind.server";
import { stateFacts } from "~/providers/state-facts.server";
import { MarkPage } from "~/register/mark-page";
import { ProviderPage } from "~/register/provider-page";
import { freshDatabase } from "../support/database";
import { indoors, LW, processWorld } from "../support/process";

/** What a mark in force asks of its group between the award and the renewal, through the commands and with the clock moved (Marks §C.2, §C.4). */
const { db } = await freshDatabase();
const scheme = await processWorld(db, "2026-03-02T10:00:00Z");
const { world, stage, sweepAt, standing, seen, to } = scheme;
const RC = "referral-capacity";
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

  test("who holds no mark has nothing to tell here", async () => {
    const none = await world.join({ ...indoors, key: "none", name: "None Indoors", contact: { name: "Nia Indoors", title: "manager" } });
    const told = { kind: "funding" as const, happenedOn: "2027-10-29", words: "Our grant ends at the end of the year.", facts: {} };
    expect(await tellCircumstance(db, stage, none.admin, none.organisationId, told)).toEqual({ ok: false, why: "no_mark" });
    expect(await ownChanges(db, none.organisationId, stage.now())).toEqual({ holds: false, told: [] });
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
