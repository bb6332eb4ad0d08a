import { isDeepStrictEqual } from "node:util";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { groups } from "#db/seed/groups";
import { done, type Provider } from "#db/seed/world";
import type { Actor } from "~/accounts/actor";
import { confirmChange, proposeChange, reviewMark, surrenderMark } from "~/marks/change.server";
import { addDays, startOfDay } from "~/platform/calendar";
import { clock, moveDemoClock } from "~/platform/clock.server";
import { freshDatabase } from "../support/database";
import { publicWorld, RC } from "../support/register";
import { ask, commands, type Now, type Shown, surfaces, table, type Watched, watch } from "../support/surfaces";
import { website } from "../support/website";

// The command joins whatever database is configured; here that is the one of this file, open already.
vi.mock("~/cli/database.server", async () => {
  const { pool } = await import("~/platform/database.server");
  return { withDatabase: async (work: (open: typeof pool) => Promise<unknown>) => work(pool) };
});

const { db, sql } = await freshDatabase();
const { world, holds, passes } = await publicWorld(db);
const { moira, malcolm } = world.actors as Record<string, Actor>;
const note = "Two people told us the same thing this week, and we looked into it.";
let mark: Watched;
let given: Watched;
let ending: Watched;

beforeAll(async () => {
  const other = { ...groups.marshEnd!, key: "other", name: "The Good Neighbours", area: "Ashmere", contact: { name: "Somebody at Ashmere", title: "organiser" } };
  const providers: Provider[] = [];
  for (const group of [groups.marshEnd!, groups.harbour!, other]) providers.push(await world.join(group));
  const codes: string[] = [];
  for (const provider of providers) codes.push((await holds(provider, RC, { daysAgo: 50 })).code);
  passes(6);
  for (const provider of providers) await world.sayRoom(provider, "open", 2);
  [mark, given, ending] = [await watch(codes[0]!, providers[0]!), await watch(codes[1]!, providers[1]!), await watch(codes[2]!, providers[2]!)];
}, 180_000);
afterAll(async () => {
  await moveDemoClock(sql, "reset");
});

type Kind = "suspend" | "reinstate" | "withdraw";
/** The first of two people: nothing changes by that. */
async function proposed(kind: Kind): Promise<string> {
  const what = kind === "suspend" ? ({ kind, reasonClass: "being_looked_into" } as const) : { kind };
  return done(await proposeChange(db, clock, moira!, { code: mark.code, note, ...what })).proposalId;
}

/** What every place would take for \"the same as before\". */
async function tags(of: Watched) {
  const found = new Map<string, string>();
  for (const { name, ask } of surfaces) {
    const tag = (await website.fetch(ask(of))).headers.get("ETag");
    if (tag) found.set(name, tag);
  }
  return found;
}

/** Asks everywhere. Wherever something else is to be said than before, what was said then does not count as known any more. */
async function everywhere(now: Now, before: Now, tagged: Map<string, string>) {
  const said: Record<string, unknown> = {};
  const should: Record<string, unknown> = {};
  for (const { name, ask, says, must } of surfaces) {
    const request = ask(now.mark);
    const tag = tagged.get(name);
    if (tag && !isDeepStrictEqual(must(before), must(now))) request.headers.set("If-None-Match", tag);
    const answer = await website.fetch(request);
    said[name] = { status: answer.status, keeps: secondsKept(answer), says: answer.status === 200 ? await says(answer, now.mark) : null };
    should[name] = { status: 200, keeps: expect.toSatisfy((seconds: number) => seconds <= 60), says: must(now) };
  }
  expect(said).toEqual(should);
  for (const { name, run } of commands) {
    const { inForce } = table[now.status];
    expect([name, await run(now.mark)]).toEqual([name, { exit: inForce ? 0 : 1, inForce: inForce ? "yes" : "no" }]);
  }
}

/** For how long an answer may be shown without asking again, by anybody between us and the reader. */
function secondsKept({ headers }: Response): number {
  const rules = (headers.get("Cache-Control") ?? "").toLowerCase();
  if (/no-store|no-cache/.test(rules)) return 0;
  const ages = [...rules.matchAll(/(?:max-age|s-maxage|stale-while-revalidate|stale-if-error)=(\d+)/g)].map((match) => Number(match[1]));
  return ages.length > 0 && !headers.has("Expires") && !rules.includes("immutable") ? ages.reduce((sum, each) => sum + each, 0) : Number.POSITIVE_INFINITY;
}

test("every place but the two that never change has something else to say of a mark that is suspended", () => {
  const same = surfaces.filter(({ must }) => isDeepStrictEqual(must({ mark, status: "live", change: null }), must({ mark, status: "suspended", change: "suspend" })));
  expect(same.map(({ name }) => name)).toEqual([expect.stringMatching(/^the PDF: the same for ever/), expect.stringMatching(/^the credential: the same for ever/)]);
});

describe("everywhere at once", () => {
  let before: Now;
  const becomes = async (status: Shown, change: string, act: () => Promise<void>) => {
    const tagged = await tags(mark);
    await act();
    const now = { mark, status, change };
    await everywhere(now, before, tagged);
    before = now;
  };
  beforeAll(() => {
    before = { mark, status: "live", change: null };
  });

  test.each([
    ["review", "under_review"],
    ["end_review", "live"],
  ] as const)("%s, by one moderator: %s", (kind, status) =>
    becomes(status, kind, async () => {
      done(await reviewMark(db, clock, moira!, { code: mark.code, kind, note }));
    }),
  );

  test.each([
    ["suspend", "suspended"],
    ["reinstate", "live"],
    ["withdraw", "withdrawn"],
  ] as const)("%s, by two people: %s, and not before the second", (kind, status) =>
    becomes(status, kind, async () => {
      const tagged = await tags(mark);
      const proposalId = await proposed(kind);
      expect(await tags(mark)).toEqual(tagged);
      done(await confirmChange(db, clock, malcolm!, { code: mark.code, proposalId }));
    }),
  );

  test("given up by its holder", async () => {
    const tagged = await tags(given);
    done(await surrenderMark(db, clock, world.actors.ruth!, { code: given.code, typed: given.code }));
    await everywhere({ mark: given, status: "surrendered", change: "surrender" }, { mark: given, status: "live", change: null }, tagged);
  });

  test("over by its date, though nobody did anything", async () => {
    const { valid_until } = await (await ask(`/marks/${ending.code}.json`)).json();
    const end = startOfDay(addDays(valid_until, 1));
    await moveDemoClock(sql, new Date(end.getTime() - 60_000));
    const tagged = await tags(ending);
    await moveDemoClock(sql, end);
    await everywhere({ mark: ending, status: "expired", change: null }, { mark: ending, status: "live", change: null }, tagged);
  });
});
