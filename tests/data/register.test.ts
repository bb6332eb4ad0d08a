import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { marks } from "#db/schema/marks";
import { groups } from "#db/seed/groups";
import { done, type Provider } from "#db/seed/world";
import { declineChange, proposeChange } from "~/marks/change.server";
import type { MarkCode } from "~/marks/code";
import { findMarks } from "~/marks/find-marks.server";
import { stateFacts } from "~/providers/state-facts.server";
import { markByCode, markBySha256 } from "~/register/mark.server";
import { publicFacts } from "~/register/public-facts";
import { publicProviderAt, publicProviderOf } from "~/register/public-providers.server";
import { readSearch } from "~/register/search";
import { searchRegister } from "~/register/search.server";
import { structuredFacts } from "~/standards/facts.server";
import { freshDatabase } from "../support/database";
import { AS, asked, publicWorld, RC } from "../support/register";

const { db } = await freshDatabase();
const { world, stage, today, assessed, holds, passes } = await publicWorld(db);
let marshEnd: Provider;
let harbour: Provider;
let code: MarkCode;
const group = (key: string, name: string, area: string) => ({ ...groups.marshEnd!, key, name, area, contact: { name: `Somebody at ${area}`, title: "organiser" } });
const search = (query = "") => searchRegister(db, readSearch(new URLSearchParams(query)), today);
const slugs = async (query?: string) => (await search(query)).hits.map(({ provider }) => provider.slug);

beforeAll(async () => {
  marshEnd = await world.join(groups.marshEnd!);
  harbour = await world.join({ ...groups.harbour!, area: "100% Saltmarsh_Bay" });
  code = (await holds(marshEnd, RC)).code as MarkCode;
  await holds(harbour, RC, { daysAgo: 39 });
  passes(35);
  await world.sayRoom(harbour, "open", 3);
  passes(6);
  await world.sayRoom(marshEnd, "open", 2);
  // Ended here, and half-way there: neither may ever be seen.
  const drafting = await world.join(group("draft", "Half Way Hens", "Draftington"));
  await world.start(drafting, RC);
  const refused = await world.join(group("refused", "Not Yet Netball", "Refusington"));
  expect((await assessed(refused, RC, { daysAgo: 5, levels: { "RC-3.4": 0 } })).mark).toBeNull();
  passes(1);
}, 60_000);

describe("one mark", () => {
  test("is the same row by the prepared select as by the query builder", async () => {
    const [built] = await findMarks(db, eq(marks.code, code));
    expect(built).toMatchObject((await markByCode(code))!);
    expect(built?.certificate?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(built).toMatchObject((await markBySha256(built!.certificate!.sha256))!);
    expect(await markBySha256("0".repeat(64))).toBeUndefined();
  });

  test("costs one read", async () => expect(await asked(() => markByCode(code))).toHaveLength(1));

  test("a proposal that waits for its second person is told to nobody", async () => {
    const { moira, malcolm } = world.actors;
    const before = await markByCode(code);
    const { proposalId } = done(
      await proposeChange(db, stage, malcolm!, { code, kind: "suspend", reasonClass: "being_looked_into", note: "A concern reached us and we look into it." }),
    );
    expect(await markByCode(code)).toEqual(before);
    done(await declineChange(db, stage, moira!, { code, proposalId }));
    expect(await markByCode(code)).toEqual(before);
  });
});

describe("a provider", () => {
  test("with a mark is found with everything the public may see, in seven reads", async () => {
    expect(await asked(() => publicProviderAt(db, marshEnd.slug))).toHaveLength(7);
    const found = await publicProviderAt(db, marshEnd.slug);
    expect(found).toMatchObject({
      name: groups.marshEnd!.name,
      statement: { accepting: "open", waitWeeks: 2 },
      facts: { referral_phone: { value: groups.marshEnd!.facts.referral_phone } },
    });
    expect(await publicProviderOf(db, marshEnd.organisationId)).toEqual(found);
  });

  test.each(["half-way-hens", "not-yet-netball", "no-such-group", "'; drop table marks; --"])("%j is not there: it never held a mark", async (slug) => {
    expect(await publicProviderAt(db, slug)).toBeUndefined();
  });

  test("nothing but public facts comes out, whatever they stated", async () => {
    done(
      await stateFacts(db, stage, marshEnd.admin, marshEnd.organisationId, {
        insurance_expiry: "2027-01-01",
        safeguarding_deputy_exists: true,
        funded_until_band: "under_3_months",
        referrals_last_3m: 3,
      }),
    );
    const found = await publicProviderAt(db, marshEnd.slug);
    expect(Object.keys(found!.facts).filter((key) => !(publicFacts as readonly string[]).includes(key))).toEqual([]);
  });

  test("the list of public facts names only facts that the standards call public", () => {
    const shown = new Map(structuredFacts().map((fact) => [fact.key, fact.shown]));
    expect(publicFacts.filter((key) => shown.get(key) !== "P1" && shown.get(key) !== "P2")).toEqual([]);
  });
});

describe("the register", () => {
  test("lists those with a mark in force, confirmed first, and nobody else", async () => {
    const { hits, total, confirmed } = await search();
    expect(hits.map(({ provider, group }) => [provider.slug, group])).toEqual([
      [marshEnd.slug, "confirmed"],
      [harbour.slug, "ring_first"],
    ]);
    expect({ total, confirmed }).toEqual({ total: 2, confirmed: 1 });
  });

  test("six reads, however many are found, and everything of those shown", async () => {
    expect(await asked(() => search())).toHaveLength(6);
    expect((await search()).hits[0]!.provider.facts.referral_phone).toBeDefined();
  });

  test.each([
    ["q=MARSH", ["marsh-end-community-allotment", "harbour-wellbeing"]],
    ["q=MARSH+END", ["marsh-end-community-allotment"]],
    ["q=allotment+marsh", ["marsh-end-community-allotment"]],
    ["q=saltmarsh", ["harbour-wellbeing"]],
    ["q=100%25+saltmarsh_bay", ["harbour-wellbeing"]],
    ["q=%25", ["harbour-wellbeing"]],
    ["q=_", ["harbour-wellbeing"]],
    ["q=1190001", ["harbour-wellbeing"]],
    ["q=marsh%5C", []],
    ["q=draftington", []],
    ["q=netball", []],
    [`standard=${AS}`, []],
    [`standard=${RC}&q=harbour`, ["harbour-wellbeing"]],
    ["accepting=yes", ["marsh-end-community-allotment", "harbour-wellbeing"]],
  ])("%s finds %j", async (query, expected) => expect(await slugs(query)).toEqual(expected));

  test("for a machine, taking new people means confirmed", async () => {
    const { hits } = await searchRegister(db, readSearch(new URLSearchParams("accepting=yes")), today, { confirmedOnly: true });
    expect(hits.map(({ provider }) => provider.slug)).toEqual([marshEnd.slug]);
  });

  test("is paged, and a page too far is the last", async () => {
    expect(await search("per_page=1&page=2")).toMatchObject({ total: 2, page: 2, pages: 2, hits: [{ group: "ring_first" }] });
    expect(await search("per_page=1&page=99")).toMatchObject({ page: 2 });
  });

  test("follows the calendar: an expired mark is gone the day after its last", async () => {
    const [mark] = await findMarks(db, eq(marks.code, code));
    const after = new Date(`${mark!.facts.validUntil}T12:00:00Z`);
    const still = await searchRegister(db, readSearch(new URLSearchParams("q=marsh+end")), after);
    const gone = await searchRegister(db, readSearch(new URLSearchParams("q=marsh+end")), new Date(after.getTime() + 86_400_000));
    expect([still.total, gone.total]).toEqual([1, 0]);
  });
});
