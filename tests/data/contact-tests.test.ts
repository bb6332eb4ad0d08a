import { beforeAll, describe, expect, test } from "vitest";
import { decideAndAward } from "~/marks/award.server";
import { contactTestedFor } from "~/marks/contact-tested.server";
import { contactChecksOf } from "~/providers/contact-checks.server";
import { caseFor } from "~/review/case.server";
import { declareConflict } from "~/review/declare.server";
import { takeBackFromReview } from "~/review/take-back.server";
import { testContact } from "~/review/test-contact.server";
import { assigned, must, openedCase } from "../support/cases";
import { at, noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { decisionReason, readyToDecide, type Scheme, scheme } from "../support/marks";

const { db } = await freshDatabase();
let world: Scheme;
beforeAll(async () => {
  world = await scheme(db);
});
const rang = { route: "phone", worked: true } as const;
const wrote = { route: "email", worked: true } as const;

describe("a test of phone or email", () => {
  test("is told by the assessor who declared, or by a moderator, while the case is open; by nobody else", async () => {
    const { people, versionId } = world;
    const { caseId, assessmentId } = await openedCase(db, people.pat, people.organisations.marshEnd.id, versionId);
    const tell = (actor = people.sunil) => testContact(db, noon, actor, { caseId, ...rang });
    expect(await tell()).toBeUndefined();
    await assigned(db, caseId, { assessor: people.sunil, second: people.amara, moderator: people.moira });
    expect(await tell()).toEqual({ ok: false, why: "not_declared" });
    must(await declareConflict(db, noon, people.sunil, { caseId, words: "none" }));
    must(await declareConflict(db, noon, people.amara, { caseId, words: "none" }));
    expect(await tell(people.amara)).toEqual({ ok: false, why: "wrong_role" });
    expect(await tell(people.devon)).toEqual({ ok: false, why: "wrong_role" });
    for (const stranger of [people.asha, people.pat, people.ruth, people.gareth, { ...people.dee, roles: ["moderator" as const] }]) expect(await tell(stranger)).toBeUndefined();
    expect(await contactChecksOf(db, people.organisations.marshEnd.id)).toEqual([]);
    expect(await tell()).toEqual({ ok: true });
    expect(await tell(people.mal)).toEqual({ ok: true });
    const view = await caseFor(db, noon, people.amara, caseId);
    expect(view?.contact.mayRecord).toBe(false);
    expect(view?.contact.checks.map(({ by }) => by).sort()).toEqual([people.mal.name, people.sunil.name]);
    expect((await caseFor(db, noon, people.sunil, caseId))?.contact.mayRecord).toBe(true);
    must(await takeBackFromReview(db, noon, people.pat, { assessmentId }));
    expect(await tell(people.moira)).toEqual({ ok: false, why: "wrong_state" });
  });
});

describe("a certificate may say that both were tested", () => {
  const decided = async (before: () => Promise<unknown>, caseId: string) => {
    await before();
    const { decision } = must(await decideAndAward(db, noon, world.people.devon, { caseId, reason: decisionReason }));
    return decision.id;
  };

  test("when both worked for this case; what was tried earlier or later does not count", async () => {
    const { people } = world;
    const first = await readyToDecide(db, world, { home: "harbour" });
    const tell = (caseId: string, test: typeof rang | typeof wrote, clock = noon) => testContact(db, clock, people.moira, { caseId, ...test }).then(must);
    const both = await decided(async () => [await tell(first, rang), await tell(first, wrote)], first);
    expect(await contactTestedFor(db, both)).toBe(true);

    const later = at("2026-07-01T11:00:00Z");
    const second = await readyToDecide(db, world, { home: "harbour", clock: later });
    await tell(second, rang, later);
    const { decision } = must(await decideAndAward(db, later, people.devon, { caseId: second, reason: decisionReason }));
    expect(await contactTestedFor(db, decision.id)).toBe(false);
    const third = await readyToDecide(db, world, { home: "harbour", clock: later });
    await tell(third, wrote, at("2026-07-02T11:00:00Z"));
    expect(await contactTestedFor(db, decision.id)).toBe(false);
  });
});
