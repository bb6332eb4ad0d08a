import { drizzle } from "drizzle-orm/postgres-js";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "~/accounts/actor";
import type { Db } from "~/platform/database.server";
import { assigningFor } from "~/review/assignable.server";
import { caseFor } from "~/review/case.server";
import { decideCase } from "~/review/decide.server";
import { decidingDeskFor } from "~/review/deciding-desk.server";
import { casesFor, casesPerPage } from "~/review/list.server";
import { ratingDeskFor } from "~/review/rating-desk.server";
import { settleDifference } from "~/review/settle.server";
import { settlingDeskFor } from "~/review/settling-desk.server";
import { takeBackFromReview } from "~/review/take-back.server";
import { assigned, because, begun, checked, must, openedCase, publishSmall, rate, rated } from "../support/cases";
import { at, noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { type Cast, cast } from "../support/people";

const { db, sql } = await freshDatabase();
let people: Cast;
let versionId: string;
let readers: { assessor: Actor; second: Actor; moderator: Actor };
const made: Record<string, string> = {};

/** One case in every state, oldest first, and one of another group that is waiting. */
beforeAll(async () => {
  people = await cast(db);
  versionId = await publishSmall(db);
  readers = { assessor: people.sunil, second: people.amara, moderator: people.moira };
  const days = ["decided", "withdrawn", "deciding", "moderating", "far_apart", "assessing", "declaring", "waiting"];
  for (const [day, name] of days.entries()) {
    const { caseId, assessmentId } = await openedCase(db, people.pat, people.organisations.marshEnd.id, versionId, { clock: at(`2026-05-${10 + day}T09:00:00Z`) });
    made[name] = caseId;
    if (name === "withdrawn") must(await takeBackFromReview(db, noon, people.pat, { assessmentId }));
    if (name === "decided" || name === "deciding") await rated(db, caseId, readers);
    if (name === "decided") must(await decideCase(db, noon, people.devon, { caseId, reason: because }));
    if (name === "moderating") await rated(db, caseId, readers, { first: { "MU-1.1": 1 } });
    if (name === "far_apart") await rated(db, caseId, readers, { first: { "MU-1.1": 0 } });
    if (name === "assessing") await begun(db, caseId, readers);
    if (name === "declaring") await assigned(db, caseId, readers);
  }
  made.harbour = (await openedCase(db, people.ruth, people.organisations.harbour.id, versionId, { clock: at("2026-05-20T09:00:00Z") })).caseId;
  must(await rate(db, people.sunil, made.assessing!, "MU-1.1", 2));
});

const nameOf = (id: string) => Object.keys(made).find((name) => made[name] === id);
const desk = async (actor: Actor) => (await casesFor(db, noon, actor)).rows.map(({ id, group, next }) => `${group}: ${nameOf(id)}${next ? ` → ${next.label}` : ""}`);

describe("a desk", () => {
  test("of a moderator: splits first, the far apart before the others, then those without readers, then the rest, the newest closed first", async () => {
    expect(await desk(people.moira)).toEqual([
      "settle: far_apart → Settle MU-1.1",
      "settle: moderating → Settle MU-1.1",
      "choose_readers: waiting → Choose readers",
      "choose_readers: harbour → Choose readers",
      "with_others: deciding",
      "with_others: assessing",
      "with_others: declaring",
      "closed: withdrawn",
      "closed: decided",
    ]);
  });

  test("of a decision-maker: what is ready first", async () => {
    expect((await desk(people.devon))[0]).toBe("decide: deciding → Decide");
  });

  test("of an assessor: their own, what to do next, and how much is left", async () => {
    expect(await desk(people.sunil)).toEqual([
      "mine: assessing → Rate MU-1.2",
      "mine: declaring → Declare",
      "with_others: deciding",
      "with_others: moderating",
      "with_others: far_apart",
      "closed: decided",
    ]);
    const { rows } = await casesFor(db, noon, people.sunil);
    expect(rows[0]).toMatchObject({ part: "assessor", declared: true, mustHavesLeft: 1, daysLeft: 10, standard: "Made up 1.0.0", provider: "Marsh End Community Allotment" });
    expect(rows[1]).toMatchObject({ declared: false, mustHavesLeft: 2 });
    expect(rows[2]).toMatchObject({ mustHavesLeft: null, daysLeft: null });
  });

  test("of an assessor without cases, of an editor, and of the provider's own people, whatever else they are: nothing", async () => {
    for (const actor of [people.asha, people.edith, people.pat]) expect(await desk(actor)).toEqual([]);
    expect(await desk({ ...people.pat, roles: ["moderator", "decider"] })).toEqual(["choose_readers: harbour → Choose readers"]);
  });

  test("offers nothing that the move table would refuse: who rated or settled does not decide", async () => {
    const both: Actor = { ...people.moira, roles: ["moderator", "decider"] };
    const { caseId } = await openedCase(db, people.pat, people.organisations.marshEnd.id, versionId);
    await rated(db, caseId, readers, { first: { "MU-1.1": 1 } });
    must(await settleDifference(db, noon, both, { caseId, criterion: "MU-1.1", level: 2, reason: because }));
    await checked(db, caseId);
    const row = (await casesFor(db, noon, both)).rows.find(({ id }) => id === caseId);
    expect(row).toMatchObject({ group: "decide", next: null });
    expect(await caseFor(db, noon, both, caseId)).toMatchObject({ barred: "settled", next: null });
  });
});

test("days left are counted by the bank holidays of where the group is, in the list and on the case", async () => {
  const after15June = at("2026-06-16T09:00:00Z");
  const left = async () => {
    const { rows } = await casesFor(db, after15June, people.moira);
    return [rows.find(({ id }) => id === made.harbour)?.daysLeft, (await caseFor(db, after15June, people.moira, made.harbour!))?.daysLeft];
  };
  expect(await left()).toEqual([2, 2]);
  await sql`update organisations set nation = 'scotland' where id = ${people.organisations.harbour.id}`;
  expect(await left()).toEqual([3, 3]);
});

test("twenty a page, none lost and none twice", async () => {
  for (let more = 0; more < 17; more += 1) await openedCase(db, people.ruth, people.organisations.harbour.id, versionId);
  const first = await casesFor(db, noon, people.moira, 1);
  const second = await casesFor(db, noon, people.moira, 2);
  expect(first.rows).toHaveLength(casesPerPage);
  expect(first.pages).toBe(2);
  const ids = [...first.rows, ...second.rows].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toHaveLength(first.total);
  expect((await casesFor(db, noon, people.moira, 3)).rows).toEqual([]);
});

test("no page reads the database more than eight times, the session's own read included", async () => {
  let reads = 0;
  const counted = drizzle(sql, {
    casing: "snake_case",
    logger: {
      logQuery: () => {
        reads += 1;
      },
    },
  }) as Db;
  const pages: Record<string, () => Promise<unknown>> = {
    cases: () => casesFor(counted, noon, people.moira),
    case: () => caseFor(counted, noon, people.moira, made.decided!),
    assign: () => assigningFor(counted, noon, people.moira, made.assessing!),
    rate: () => ratingDeskFor(counted, noon, people.sunil, made.assessing!, "MU-1.2"),
    settle: () => settlingDeskFor(counted, noon, people.moira, made.moderating!, "MU-1.1"),
    decide: () => decidingDeskFor(counted, noon, people.devon, made.decided!),
  };
  for (const [name, page] of Object.entries(pages)) {
    reads = 1;
    expect(await page(), name).toBeDefined();
    expect(reads, name).toBeLessThanOrEqual(8);
  }
});
