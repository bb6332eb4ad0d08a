import { beforeAll, expect, test } from "vitest";
import { letters } from "#db/schema/marks";
import { decisions } from "#db/schema/review";
import type { Level } from "#standards/format";
import type { Actor } from "~/accounts/actor";
import { createPerson, grantRole } from "~/accounts/people.server";
import { type AwardResult, decideAndAward } from "~/marks/award.server";
import { findMarks } from "~/marks/find-marks.server";
import { makeLetter } from "~/marks/make-letter.server";
import { isInForce, statusOf } from "~/marks/status";
import { checkInvariants } from "~/platform/invariants.server";
import { noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { readyToDecide, scheme } from "../support/marks";

/** Fifty cases of two providers, and for each two people who decide it in the same moment, for opposite reasons; over the ten connections of the process's pool. */
const { db, owner } = await freshDatabase();
const reasons = ["Everything that was asked for is there, and I was shown all of it.", "I would not give this one yet, whatever it comes to by the rules."];
const outcomes: { first?: Record<string, Level>; second?: Record<string, Level> }[] = [
  {},
  { first: { "MU-1.1": 0 }, second: { "MU-1.1": 0 } },
  { first: { "MU-2.1": 1 } },
  { first: { "MU-1.2": 1 }, second: { "MU-1.2": 1 } },
  { first: { "MU-1.1": 3, "MU-1.2": 3, "MU-2.1": 3 }, second: { "MU-1.1": 3, "MU-1.2": 3 } },
];
const caseIds: string[] = [];
let deciders: [Actor, Actor];

beforeAll(async () => {
  const world = await scheme(db);
  const personId = await createPerson(db, noon, { system: "test" }, { email: "dora@demo.example", name: "Dora Quill" });
  await grantRole(db, noon, { system: "test" }, { personId, role: "decider" });
  deciders = [world.people.devon, { personId, name: "Dora Quill", email: "dora@demo.example", language: "en", memberships: [], roles: ["decider"] }];
  for (let number = 0; number < 50; number++)
    caseIds.push(await readyToDecide(db, world, { home: number % 2 === 0 ? "marshEnd" : "harbour", ...outcomes[number % outcomes.length] }));
}, 240_000);

test("leave fifty decisions, fifty letters and at most one mark in force for each provider, and tell whoever was later who decided", async () => {
  const answers = await Promise.all(
    caseIds.flatMap((caseId, number) =>
      [0, 1].map(async (turn): Promise<{ caseId: string; by: Actor; answer: AwardResult | undefined }> => {
        const who = (turn + number) % 2;
        return { caseId, by: deciders[who]!, answer: await decideAndAward(db, noon, deciders[who]!, { caseId, reason: reasons[who]! }) };
      }),
    ),
  );
  const kept = await db.select().from(decisions);
  expect(new Map(kept.map(({ caseId }) => [caseId, 1])).size).toBe(50);
  expect(kept).toHaveLength(50);
  expect(new Set(kept.map(({ outcome }) => outcome))).toEqual(new Set(["essentials", "assured", "assured_commended", "not_awarded", "deferred"]));

  for (const { caseId, by, answer } of answers) {
    const decision = kept.find((each) => each.caseId === caseId)!;
    const won = decision.decidedBy === by.personId;
    const other = deciders.find((each) => each !== by)!;
    if (won) expect(answer).toMatchObject({ ok: true, decision: { id: decision.id, reason: reasons[deciders.indexOf(by)] } });
    else expect(answer).toEqual({ ok: false, why: "already_decided", by: other.name, at: noon.now() });
  }

  const marks = await findMarks(db, undefined, { limit: 1000 });
  const awarded = kept.filter(({ outcome }) => outcome !== "not_awarded" && outcome !== "deferred");
  const given = new Set(marks.map(({ decisionId }) => decisionId));
  expect(marks).toHaveLength(given.size);
  expect([...given].every((id) => awarded.some((each) => each.id === id))).toBe(true);
  // What would lower a mark in force waits for an appeal: here that is Essentials, and nothing else.
  const waiting = awarded.filter(({ id }) => !given.has(id));
  expect(new Set(waiting.map(({ outcome }) => outcome))).toEqual(new Set(["essentials"]));
  const inForce = marks.filter(({ facts }) => isInForce(statusOf(facts, noon.now()).status));
  expect(new Set(inForce.map(({ organisationId }) => organisationId)).size).toBe(2);
  expect(inForce).toHaveLength(2);
});

test("and every letter is written once, however often its job runs", async () => {
  const queued = await owner<{ id: string }[]>`
    select j.payload ->> 'id' as id from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'make-letter'`;
  const kept = await db.select({ id: decisions.id }).from(decisions);
  expect(queued.map(({ id }) => id).sort()).toEqual(kept.map(({ id }) => id).sort());
  for (let times = 0; times < 2; times++) await Promise.all(queued.map(({ id }) => makeLetter(db, noon, id)));
  expect(await db.$count(letters)).toBe(50);
  expect((await checkInvariants(owner, "2026-06-01")).filter(({ ok }) => !ok)).toEqual([]);
}, 240_000);
