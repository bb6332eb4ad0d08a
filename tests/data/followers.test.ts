import { eq, sql as q } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { deliveries, endpoints, followings, statusChanges } from "#db/schema/followers";
import { outbox } from "#db/schema/platform";
import type { Actor } from "~/accounts/actor";
import { chooseLanguage } from "~/accounts/choose-language.server";
import { createPerson } from "~/accounts/people.server";
import { addEndpoint } from "~/followers/change-endpoint.server";
import { follow, stopFollowing } from "~/followers/follow.server";
import { followedBy } from "~/followers/followed.server";
import { tellFollowers, tellFollowersOfAll } from "~/followers/tell-followers.server";
import { confirmChange, proposeChange, reviewMark, surrenderMark } from "~/marks/change.server";
import type { Clock } from "~/platform/clock";
import { must } from "../support/cases";
import { at, noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { awarded, type Scheme, scheme } from "../support/marks";

const { db, owner } = await freshDatabase();
let world: Scheme;
let markId = "";
let code = "";
let slug = "";
let gareth: Actor;
let dee: Actor;
const mailsTo = async ({ email }: Actor) =>
  (await db.select({ subject: outbox.subject, text: outbox.text, cause: outbox.cause }).from(outbox).where(eq(outbox.to, email))).filter(({ cause }) =>
    cause.startsWith("followed:"),
  );
const jobs = () =>
  owner<{ task: string; key: string }[]>`select task_identifier as task, key from graphile_worker.jobs where task_identifier in ('tell-followers', 'deliver') order by key`;
const changes = () => db.select().from(statusChanges).where(eq(statusChanges.markId, markId)).orderBy(statusChanges.seq);

beforeAll(async () => {
  world = await scheme(db);
  ({ gareth, dee } = world.people);
  slug = world.people.organisations.marshEnd.slug;
  ({ id: markId, code } = await awarded(db, world));
});

const suspend = async (clock: Clock, kind: "suspend" | "reinstate" = "suspend", mark = code) => {
  const { moira, devon } = world.people;
  const asked = { code: mark, kind, note: "Said on the telephone, and for us alone." };
  const { proposalId } = must(await proposeChange(db, clock, moira, kind === "suspend" ? { ...asked, kind, reasonClass: "being_looked_into" } : { ...asked, kind }));
  must(await confirmChange(db, clock, devon, { code: mark, proposalId }));
};

describe("who begins to follow", () => {
  test("is told nothing of what was before, and follows once however often they ask", async () => {
    must(await follow(db, noon, gareth, { code: code.toLowerCase().replaceAll("-", " "), what: "mark" }));
    must(await follow(db, noon, gareth, { code, what: "mark" }));
    expect(await db.$count(followings)).toBe(1);
    expect(await tellFollowers(db, noon, markId)).toBe(0);
    expect(await mailsTo(gareth)).toEqual([]);
    expect((await changes()).map(({ previous, status }) => [previous, status])).toEqual([[null, "live"]]);
  });

  test("a code that no mark has, or that is none, is not followed", async () => {
    expect(await follow(db, noon, gareth, { code: "0000-0000-0000", what: "mark" })).toBeUndefined();
    expect(await follow(db, noon, gareth, { code: "what", what: "group" })).toBeUndefined();
  });

  test("sees it in a list of their own, with how it stands; a stranger sees nothing of it and cannot stop it", async () => {
    expect(await followedBy(db, noon, gareth, 1)).toMatchObject({ followed: [{ slug, standardKey: "made-up", marks: [{ code, state: "In force: Assured" }] }], page: 1, pages: 1 });
    expect(await followedBy(db, noon, dee, 1)).toMatchObject({ followed: [], pages: 1 });
    expect(await stopFollowing(db, dee, slug, "made-up")).toBeUndefined();
    expect(await stopFollowing(db, gareth, slug, null)).toBeUndefined();
    expect(await db.$count(followings)).toBe(1);
  });
});

describe("a change", () => {
  const first = at("2026-06-02T10:00:00Z");

  test("queues the telling in its own transaction: it is there when the change is, and not when it is not", async () => {
    await owner`delete from graphile_worker._private_jobs`;
    await db
      .transaction(async (tx) => {
        must(await reviewMark(tx, first, world.people.moira, { code, kind: "review", note: "Private words about a mark, for us alone." }));
        tx.rollback();
      })
      .catch(() => {});
    expect(await jobs()).toEqual([]);
    await suspend(first);
    expect(await jobs()).toEqual([{ task: "tell-followers", key: `followers:${markId}` }]);
  });

  test("is told once to each follower, in their language, in fixed neutral words; and to each of their endpoints", async () => {
    must(await follow(db, at("2026-06-02T10:05:00Z"), dee, { code, what: "group" }));
    // Dee began after the change was there: she saw it, and is not told.
    expect(await mailsTo(dee)).toEqual([]);
    const [told, ...more] = await mailsTo(gareth);
    expect(more).toEqual([]);
    expect(told).toMatchObject({ subject: "A mark you follow has changed: Marsh End Community Allotment, Made up" });
    expect(told!.text).toContain("has been suspended since 2 June 2026: do not rely on it.");
    expect(told!.text).toContain("Reason: being looked into. Suspending is a precaution while we check. It is not a finding about anyone.");
    expect(told!.text).not.toContain("telephone");
    expect(await tellFollowers(db, first, markId)).toBe(0);
    expect(await tellFollowersOfAll(db, first)).toBe(0);
    expect(await mailsTo(gareth)).toHaveLength(1);
  });

  test("two that came before anybody looked are both told, in their order, and to everybody who follows", async () => {
    must(await addEndpoint(db, noon, gareth, "https://hooks.example/waymark"));
    must(await addEndpoint(db, noon, dee, "https://hooks.example/waymark"));
    await chooseLanguage(db, noon, dee, "cy");
    await owner`delete from graphile_worker._private_jobs`;
    await suspend(at("2026-06-03T10:00:00Z"), "reinstate");
    await suspend(at("2026-06-03T10:00:01Z"));
    // Both jobs are one. It was lost: the sweep finds what it would have.
    expect((await jobs()).map(({ task }) => task)).toEqual(["tell-followers"]);
    await owner`delete from graphile_worker._private_jobs`;
    expect(await tellFollowersOfAll(db, at("2026-06-03T10:05:00Z"))).toBe(2);
    for (const who of [gareth, dee]) expect((await mailsTo(who)).length - (who === gareth ? 1 : 0)).toBe(2);
    expect((await mailsTo(dee))[0]!.subject).toContain("Mae marc rydych yn ei ddilyn wedi newid");
    expect((await changes()).map(({ previous, status }) => [previous, status])).toEqual([
      [null, "live"],
      ["live", "suspended"],
      ["suspended", "live"],
      ["live", "suspended"],
    ]);
    const sent = await db
      .select({ of: endpoints.personId, seq: statusChanges.seq })
      .from(deliveries)
      .innerJoin(endpoints, eq(endpoints.id, deliveries.endpointId))
      .innerJoin(statusChanges, eq(statusChanges.id, deliveries.changeId));
    expect(sent).toHaveLength(4);
    expect((await jobs()).map(({ task }) => task)).toEqual(["deliver", "deliver"]);
  });

  test("at one moment in two jobs is told once", async () => {
    const before = (await mailsTo(gareth)).length;
    await suspend(at("2026-06-04T10:00:00Z"), "reinstate");
    const now = at("2026-06-04T10:00:05Z");
    const told = await Promise.all([tellFollowers(db, now, markId), tellFollowersOfAll(db, now), tellFollowers(db, now, markId)]);
    expect(told.reduce((sum, each) => sum + each, 0)).toBe(1);
    expect((await mailsTo(gareth)).length).toBe(before + 1);
  });

  test("that nobody could see when they began to follow, because it was not committed yet, is told", async () => {
    const { tomasz } = world.people;
    // The moment of the change is before that of following; its transaction ends after it.
    await db.transaction(async (tx) => {
      must(await reviewMark(tx, at("2026-06-05T10:00:00Z"), world.people.moira, { code, kind: "review", note: "Private words about a mark, for us alone." }));
      must(await follow(db, at("2026-06-05T10:00:01Z"), tomasz, { code, what: "mark" }));
    });
    await tellFollowers(db, at("2026-06-05T10:00:02Z"), markId);
    expect(await mailsTo(tomasz)).toHaveLength(1);
  });

  test("to somebody who has stopped is not told", async () => {
    const { tomasz } = world.people;
    must(await stopFollowing(db, tomasz, slug, "made-up"));
    must(await reviewMark(db, at("2026-06-06T10:00:00Z"), world.people.moira, { code, kind: "end_review", note: "Private words about a mark, for us alone." }));
    await tellFollowers(db, at("2026-06-06T10:00:02Z"), markId);
    expect(await mailsTo(tomasz)).toHaveLength(1);
  });

  test("that time alone makes is told too: a last day that has passed", async () => {
    const before = (await mailsTo(gareth)).length;
    const later = at("2028-07-01T09:00:00Z");
    expect(await tellFollowersOfAll(db, later)).toBe(1);
    expect((await mailsTo(gareth)).slice(before)[0]!.text).toContain("expired");
    expect(await tellFollowersOfAll(db, later)).toBe(0);
  });
});

describe("following goes on", () => {
  test("with the mark that takes its place: one mail, and both changes to endpoints", async () => {
    const { ruth } = world.people;
    const harbour = await awarded(db, world, { home: "harbour" });
    must(await follow(db, noon, ruth, { code: harbour.code, what: "mark" }));
    must(await addEndpoint(db, noon, ruth, "https://hooks.example/harbour"));
    const newer = await awarded(db, world, { home: "harbour", clock: at("2026-06-10T09:00:00Z") });
    expect(await tellFollowersOfAll(db, at("2026-06-10T10:00:00Z"))).toBe(2);
    const mails = await mailsTo(ruth);
    expect(mails.map(({ subject }) => subject)).toEqual(["A new mark: Harbour Wellbeing, Made up"]);
    expect(mails[0]!.text).toContain(newer.code);
    const sent = await db
      .select({ status: statusChanges.status })
      .from(deliveries)
      .innerJoin(endpoints, eq(endpoints.id, deliveries.endpointId))
      .innerJoin(statusChanges, eq(statusChanges.id, deliveries.changeId))
      .where(eq(endpoints.personId, ruth.personId));
    expect(sent.map(({ status }) => status).sort()).toEqual(["live", "superseded"]);
    expect(await followedBy(db, at("2026-06-10T10:00:00Z"), ruth, 1)).toMatchObject({ followed: [{ marks: [{ code: newer.code }] }] });
    must(await surrenderMark(db, at("2026-06-11T09:00:00Z"), ruth, { code: newer.code, typed: newer.code }));
    await tellFollowersOfAll(db, at("2026-06-11T10:00:00Z"));
    expect((await mailsTo(ruth)).at(-1)!.text).toContain("was given up by the holder on 11 June 2026");
  });

  test("until the person goes, and everything of theirs with it", async () => {
    const personId = await createPerson(db, noon, { system: "test" }, { email: "leaving@demo.example", name: "Leaving" });
    const leaving = { ...gareth, personId, email: "leaving@demo.example" };
    must(await follow(db, noon, leaving, { code, what: "group" }));
    must(await addEndpoint(db, noon, leaving, "https://hooks.example/waymark"));
    await db.execute(
      q`insert into deliveries (endpoint_id, change_id, made_at, tries, next_try_at) select e.id, c.id, c.at, 0, c.at from endpoints e, status_changes c where e.person_id = ${personId} limit 1`,
    );
    await owner`delete from people where id = ${personId}`;
    expect(await db.$count(followings, eq(followings.personId, personId))).toBe(0);
    expect(await db.$count(endpoints, eq(endpoints.personId, personId))).toBe(0);
    expect(await owner`select 1 from deliveries d left join endpoints e on e.id = d.endpoint_id where e.id is null`).toHaveLength(0);
  });
});

describe("the database holds it, whoever writes", () => {
  test.each([
    "update followings set since = since + interval '1 day'",
    "update endpoints set url = 'https://elsewhere.example/'",
    "update endpoints set person_id = (select id from people where email = 'sunil@demo.example')",
    "update deliveries set change_id = null",
  ])("%s", async (change) => expect(owner.unsafe(change)).rejects.toMatchObject({ code: "23001" }));
  test("an address that is not https", async () => expect(addEndpoint(db, noon, gareth, "http://127.0.0.1/")).rejects.toThrow());
  test("two of one number, and a fourth, at one moment", async () => {
    const added = await Promise.all(["a", "b", "c", "d"].map((path) => addEndpoint(db, noon, world.people.sunil, `https://hooks.example/${path}`)));
    expect(added.map((each) => (each.ok ? each.number : each.why)).sort()).toEqual([1, 2, 3, "too_many"]);
  });
});

afterEach(async () => {
  // Nothing is ever told twice, whatever a test did.
  expect(await owner`select 1 from status_changes group by mark_id, at having count(*) > 1`).toHaveLength(0);
});
