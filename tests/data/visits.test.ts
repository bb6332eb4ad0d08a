import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { auditEvents } from "#db/schema/audit";
import { draws } from "#db/schema/reading";
import { caseVisits } from "#db/schema/visits";
import type { Actor } from "~/accounts/actor";
import { sha256 } from "~/platform/files.server";
import { caseFor } from "~/review/case.server";
import { decidingDeskFor } from "~/review/deciding-desk.server";
import { declareConflict } from "~/review/declare.server";
import { visitNumberOf } from "~/review/depth";
import { ratingDeskFor } from "~/review/rating-desk.server";
import { reviewChapters } from "~/review/record/chapters.server";
import { sentence } from "~/review/record/line";
import { recordOf } from "~/review/record/record.server";
import { takeBackFromReview } from "~/review/take-back.server";
import { testContact } from "~/review/test-contact.server";
import { recordVisit } from "~/review/visits/record-visit.server";
import { assigned, begun, must, openedCase, publishSmall, rated } from "../support/cases";
import { at, noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { type Cast, cast } from "../support/people";

const { db } = await freshDatabase();
let people: Cast;
let versionId: string;
let readers: { assessor: Actor; second: Actor; moderator: Actor };
beforeAll(async () => {
  people = await cast(db);
  versionId = await publishSmall(db);
  readers = { assessor: people.sunil, second: people.amara, moderator: people.moira };
});

const talk = { kind: "conversation_worker", day: "2026-06-01", criteria: [], words: "The organiser says that two people answer the telephone.", willing: true } as const;
const open = () => openedCase(db, people.pat, people.organisations.marshEnd.id, versionId);
const tell = (caseId: string, by = people.sunil, change: Partial<Parameters<typeof recordVisit>[3]> = {}) =>
  recordVisit(db, noon, by, { caseId, ...talk, criteria: [], ...change });

describe("a conversation or a visit", () => {
  test("is told by the assessor who declared, or by a moderator, once both may read and until it is over; by nobody else", async () => {
    const { caseId, assessmentId } = await open();
    expect(await tell(caseId, people.moira)).toEqual({ ok: false, why: "wrong_state" });
    await assigned(db, caseId, readers);
    must(await declareConflict(db, noon, people.sunil, { caseId, words: "none" }));
    expect(await tell(caseId)).toEqual({ ok: false, why: "wrong_state" });
    must(await declareConflict(db, noon, people.amara, { caseId, words: "none" }));
    expect(await tell(caseId, people.amara)).toEqual({ ok: false, why: "wrong_role" });
    expect(await tell(caseId, people.devon)).toEqual({ ok: false, why: "wrong_role" });
    for (const stranger of [people.asha, people.pat, people.ruth, people.gareth]) expect(await tell(caseId, stranger)).toBeUndefined();
    expect(await db.$count(caseVisits)).toBe(0);
    expect(await tell(caseId)).toEqual({ ok: true });
    expect(await tell(caseId, people.mal, { kind: "visit" })).toEqual({ ok: true });
    const seen = async (by: Actor) => (await caseFor(db, noon, by, caseId))!.visits;
    expect((await seen(people.amara)).shown.map(({ kind, by }) => [kind, by])).toEqual([
      ["conversation_worker", people.sunil.name],
      ["visit", people.mal.name],
    ]);
    expect([(await seen(people.amara)).mayRecord, (await seen(people.sunil)).mayRecord]).toEqual([false, true]);
    must(await takeBackFromReview(db, noon, people.pat, { assessmentId }));
    expect(await tell(caseId)).toEqual({ ok: false, why: "wrong_state" });
  });

  test("is refused where something is wrong with it, and nothing is kept; told twice it is kept once, and the trail has none of its words", async () => {
    const { caseId } = await open();
    await begun(db, caseId, readers);
    const why = async (change: Parameters<typeof tell>[2]) => tell(caseId, people.sunil, change).then((answer) => answer && !answer.ok && answer.why);
    expect(await why({ day: "2026-06-02" })).toBe("day_to_come");
    expect(await why({ day: "2026-05-31" })).toBe("day_before");
    expect(await why({ criteria: ["XX-1.1"] })).toBe("unknown_criterion");
    expect(await why({ willing: false })).toBe("nobody_to_ask");
    expect(await why({ words: "Too short." })).toBe("words_short");
    expect(await why({ words: "They showed me the card of NHS number 943 476 5919, which I should not have seen." })).toBe("personal");
    const kept = () => db.select().from(caseVisits).where(eq(caseVisits.caseId, caseId));
    expect(await kept()).toEqual([]);
    const unwilling = {
      kind: "conversation_attendee",
      willing: false,
      criteria: ["MU-1.2", "MU-1.1"],
      words: "I asked five people at the door, who all wished to get home.",
    } as const;
    for (let time = 0; time < 2; time += 1) must(await tell(caseId, people.sunil, { ...unwilling, criteria: [...unwilling.criteria] }));
    expect(await kept()).toMatchObject([{ criteria: ["MU-1.1", "MU-1.2"], willing: false, day: "2026-06-01" }]);
    const trail = await db
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.type, "case.visited"), eq(auditEvents.subject, caseId)));
    expect(trail.map(({ data }) => data)).toEqual([{ kind: "conversation_attendee", day: "2026-06-01", criteria: ["MU-1.1", "MU-1.2"], willing: false }]);
  });

  test("stands with the criteria it was about, and in the record of the case", async () => {
    const { caseId } = await open();
    await begun(db, caseId, readers);
    must(await tell(caseId, people.sunil, { criteria: ["MU-1.1"] }));
    const shown = async (criterion: string) => {
      const desk = await ratingDeskFor(db, noon, people.amara, caseId, criterion);
      return typeof desk === "object" && desk.visits.map(({ words }) => words);
    };
    expect([await shown("MU-1.1"), await shown("MU-1.2")]).toEqual([[talk.words], []]);
    const { lines } = (await recordOf(db, people.moira, caseId, reviewChapters))!;
    const line = lines.find(({ what }) => what.startsWith("talked"))!;
    expect([sentence(line), line.quote]).toEqual(["Sunil Raman (assessor) talked with somebody who works or leads there, on 1 June 2026, about MU-1.1.", talk.words]);
  });
});

describe("what is missing of what the rules ask for", () => {
  test("stands over the decision, and stops nobody; a test of the phone and a talk take it away", async () => {
    const { caseId } = await open();
    await rated(db, caseId, readers);
    const desk = async () => {
      const { missing, barred } = (await decidingDeskFor(db, noon, people.devon, caseId))!;
      return { missing, barred };
    };
    const early = await desk();
    expect(early.barred).toBeNull();
    expect(early.missing).toContain("conversation_worker");
    must(await testContact(db, noon, people.sunil, { caseId, route: "phone", worked: true }));
    must(await tell(caseId));
    expect(await desk()).toEqual({ missing: [], barred: null });
  });

  test("is a visit too where the lot fell on it, which is kept with the draw so that anybody can draw it again", async () => {
    const secret = "ab".repeat(32);
    const seen = new Set<boolean>();
    for (let some = 0; some < 60 && seen.size < 2; some += 1) {
      const { caseId } = await openedCase(db, people.pat, people.organisations.marshEnd.id, versionId, {
        clock: at(`2026-06-01T11:${String(some).padStart(2, "0")}:00Z`), // What was sent differs by its minute, and so does its number.
        chance: { secret: () => secret },
      });
      const { visits, depth } = (await caseFor(db, noon, people.moira, caseId))!;
      const number = visitNumberOf(sha256(secret + depth.lot!.submission));
      expect(await db.select({ number: draws.visitNumber }).from(draws).where(eq(draws.caseId, caseId))).toEqual([{ number }]);
      expect(depth.lot!.visitNumber).toBe(number);
      expect(visits.missing.includes("visit")).toBe(number === 0);
      const { lines } = (await recordOf(db, people.moira, caseId, reviewChapters))!;
      expect(lines.map(({ what }) => what).join()).toContain(`; for a visit, ${number} of 0 to 9. `);
      seen.add(number === 0);
    }
    expect(seen).toEqual(new Set([true, false]));
  });
});
