import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "~/accounts/actor";
import { caseFor } from "~/review/case.server";
import { decideCase } from "~/review/decide.server";
import { decidingDeskFor } from "~/review/deciding-desk.server";
import { declareConflict } from "~/review/declare.server";
import { earlierRatings } from "~/review/earlier-ratings.server";
import { casesFor } from "~/review/list.server";
import { ratingDeskFor } from "~/review/rating-desk.server";
import { recommendReading } from "~/review/recommend.server";
import { settlingDeskFor } from "~/review/settling-desk.server";
import { stepAside } from "~/review/step-aside.server";
import { takeBackFromReview } from "~/review/take-back.server";
import { all, assigned, because, begun, goneOn, must, mustHaves, openedCase, publishSmall, rate, recommended, secret, small } from "../support/cases";
import { noon } from "../support/clock";
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
const open = () => openedCase(db, people.pat, people.organisations.marshEnd.id, versionId);

/** Everything a person can be shown about a case, as it would cross the wire. */
async function everythingFor(actor: Actor, caseId: string) {
  const views = [
    casesFor(db, noon, actor),
    caseFor(db, noon, actor, caseId),
    decidingDeskFor(db, noon, actor, caseId),
    ...all.flatMap((id) => [ratingDeskFor(db, noon, actor, caseId, id), settlingDeskFor(db, noon, actor, caseId, id)]),
  ];
  return JSON.stringify(await Promise.all(views));
}

describe("while both read", () => {
  const first = "What only the assessor wrote, in secret";
  const second = "What only the second reader wrote, in secret";

  test("neither reader, nor moderator, nor decision-maker sees the other's rating; each sees their own", async () => {
    const { caseId } = await open();
    await begun(db, caseId, readers);
    for (const id of all) must(await rate(db, people.sunil, caseId, id, 3, first));
    must(await rate(db, people.amara, caseId, "MU-1.1", 1, second));
    expect(await everythingFor(people.sunil, caseId)).toContain(first);
    expect(await everythingFor(people.sunil, caseId)).not.toContain(second);
    expect(await everythingFor(people.amara, caseId)).toContain(second);
    for (const actor of [people.amara, people.moira, people.devon]) {
      const seen = await everythingFor(actor, caseId);
      expect(seen).toContain(caseId);
      expect(seen).not.toContain(first);
    }
    const view = await caseFor(db, noon, people.amara, caseId);
    expect(view?.criteria.map(({ mine, open }) => ({ mine, open }))).toEqual([
      { mine: 1, open: undefined },
      { mine: undefined, open: undefined },
      { mine: undefined, open: undefined },
    ]);
    must(await rate(db, people.amara, caseId, "MU-1.2", 3, second));
    must(await recommendReading(db, noon, people.sunil, { caseId }));
    expect(await everythingFor(people.sunil, caseId), "all rated, and one of them still at it").not.toContain(second);
    must(await recommendReading(db, noon, people.amara, { caseId })); // now both are done
    for (const actor of [people.sunil, people.amara, people.moira, people.devon]) {
      const seen = await everythingFor(actor, caseId);
      expect(seen).toContain(first);
      expect(seen).toContain(second);
    }
  });

  test("after a reader stepped aside, who takes their place does not see what they rated", async () => {
    const { caseId } = await open();
    await begun(db, caseId, readers);
    must(await rate(db, people.sunil, caseId, "MU-1.1", 3, first));
    must(await stepAside(db, noon, people.sunil, { caseId, reason: "My neighbour joined them" }));
    await assigned(db, caseId, { ...readers, assessor: people.asha });
    must(await declareConflict(db, noon, people.asha, { caseId, words: "none" }));
    for (const actor of [people.asha, people.amara]) {
      const seen = await everythingFor(actor, caseId);
      expect(seen).not.toContain(first);
      expect(seen).not.toContain("My neighbour");
    }
    expect(await everythingFor(people.moira, caseId)).toContain("My neighbour joined them");
    expect(await everythingFor(people.devon, caseId), "only the moderators read why").not.toContain("My neighbour");
    expect(await caseFor(db, noon, people.sunil, caseId)).toBeUndefined();
  });

  test("the provider's rating of itself, and the plan that gives it away, are hidden until all of one's own is rated", async () => {
    const { caseId } = await open();
    await begun(db, caseId, readers);
    must(await rate(db, people.amara, caseId, "MU-1.1", 2));
    for (const [index, id] of all.entries()) {
      for (const reader of [people.sunil, people.amara, people.moira]) {
        const seen = await everythingFor(reader, caseId);
        expect(seen, `${index} rated by the assessor`).not.toContain(`"level":"${secret.level}"`);
        expect(seen).not.toContain(secret.plan);
      }
      must(await rate(db, people.sunil, caseId, id, 2));
    }
    const seen = await everythingFor(people.sunil, caseId);
    expect(seen).toContain(`"level":"${secret.level}"`);
    expect(seen).toContain(secret.plan);
    for (const other of [people.amara, people.moira]) expect(await everythingFor(other, caseId), "who is not done sees nothing of it").not.toContain(secret.plan);
  });

  test("what a reader changes after that is marked, and nothing else", async () => {
    const { caseId } = await open();
    await begun(db, caseId, readers);
    must(await rate(db, people.sunil, caseId, "MU-1.1", 1));
    must(await rate(db, people.sunil, caseId, "MU-1.1", 2)); // a correction, still blind
    for (const id of ["MU-1.2", "MU-2.1"]) must(await rate(db, people.sunil, caseId, id, 2));
    must(await rate(db, people.sunil, caseId, "MU-1.2", 3));
    for (const id of mustHaves) must(await rate(db, people.amara, caseId, id, 2));
    await recommended(db, caseId, readers);
    const marks = async (id: string) => {
      const desk = await ratingDeskFor(db, noon, people.devon, caseId, id);
      return typeof desk === "object" && desk.ratings.map(({ part, afterReveal }) => [part, afterReveal]);
    };
    const blind = (id: string) => [["assessor", id === "MU-1.2"], ...(mustHaves.includes(id) ? [["second_reader", false]] : [])];
    for (const id of all) expect(await marks(id), id).toEqual(blind(id));
  });
});

describe("one's own earlier ratings of the same criterion", () => {
  const earlierOf = async (actor: Actor, caseId: string, id = "MU-1.1") => {
    const desk = await ratingDeskFor(db, noon, actor, caseId, id);
    return typeof desk === "object" ? desk.earlier : [];
  };
  const said = async (actor: Actor, caseId: string, id?: string) => (await earlierOf(actor, caseId, id)).map(({ level, reason }) => `${level} ${reason}`);
  const reason = (place: number) => `What was seen in case number ${place}`;

  test("the newest of each other case in reach, the newest five; nobody else's, and nobody named", async () => {
    const trio = { assessor: people.asha, second: people.amara, moderator: people.moira };
    const cases: string[] = [];
    for (let place = 0; place < 7; place++) {
      const { caseId } = await open();
      await begun(db, caseId, trio);
      cases.push(caseId);
      must(await rate(db, people.asha, caseId, "MU-1.1", 1, reason(place)));
    }
    const [first, , , , , sixth] = cases as [string, string, string, string, string, string];
    must(await rate(db, people.amara, sixth, "MU-1.1", 0, "Only the second reader wrote this"));
    must(await rate(db, people.asha, first, "MU-1.1", 3, "Put right in the first case, later"));
    expect(await said(people.asha, cases[6]!)).toEqual(["3 Put right in the first case, later", ...[5, 4, 3, 2].map((place) => `1 ${reason(place)}`)]);
    expect(await said(people.asha, cases[6]!, "MU-1.2")).toEqual([]);
    expect(JSON.stringify(await earlierOf(people.asha, cases[6]!))).not.toContain("Marsh End");
    expect(await said(people.moira, cases[6]!), "who does not rate has none").toEqual([]);

    must(await stepAside(db, noon, people.asha, { caseId: cases[5]!, reason: "A friend of mine has joined" }));
    expect(await said(people.asha, cases[6]!)).not.toContain(`1 ${reason(5)}`);
    const joined: Actor = { ...people.asha, memberships: [{ ...people.pat.memberships[0]!, organisationId: people.organisations.marshEnd.id }] };
    expect(await earlierRatings(db, joined, { id: cases[6]!, standard: small }, "MU-1.1"), "nothing of a group one belongs to").toEqual([]);
  });
});

describe("before the declaration", () => {
  test("a reader sees who it is about, and nothing that was sent", async () => {
    const { caseId } = await open();
    await assigned(db, caseId, readers);
    const view = await caseFor(db, noon, people.sunil, caseId);
    expect(view).toMatchObject({ provider: { name: "Marsh End Community Allotment" }, declared: false, mayRead: false, criteria: [] });
    expect(await ratingDeskFor(db, noon, people.sunil, caseId, "MU-1.1")).toBe("not_declared");
    expect(await everythingFor(people.sunil, caseId)).not.toContain("This is how we do it here");
  });

  test("nor before the other reader has declared too, nor after it was taken back", async () => {
    const { caseId, assessmentId } = await open();
    await assigned(db, caseId, readers);
    must(await declareConflict(db, noon, people.sunil, { caseId, words: "none" }));
    expect(await caseFor(db, noon, people.sunil, caseId)).toMatchObject({ declared: true, mayRead: false, criteria: [] });
    expect(await ratingDeskFor(db, noon, people.sunil, caseId, "MU-1.1")).toBe("not_begun");
    must(await declareConflict(db, noon, people.amara, { caseId, words: "none" }));
    expect(await everythingFor(people.sunil, caseId)).toContain("This is how we do it here");
    must(await takeBackFromReview(db, noon, people.pat, { assessmentId }));
    for (const reader of [people.sunil, people.amara]) expect(await everythingFor(reader, caseId)).not.toContain("This is how we do it here");
  });
});

describe("out of reach", () => {
  test("strangers, other assessors and the provider's own people find no case, whatever other roles they have", async () => {
    const { caseId } = await open();
    await begun(db, caseId, readers);
    for (const id of all) must(await rate(db, people.sunil, caseId, id, 2));
    for (const id of mustHaves) must(await rate(db, people.amara, caseId, id, 2));
    await goneOn(db, caseId, readers);
    must(await decideCase(db, noon, people.devon, { caseId, reason: because }));
    const insider: Actor = { ...people.dee, roles: ["assessor", "moderator", "decider"] };
    for (const actor of [people.pat, people.dee, people.ruth, people.asha, people.edith, people.alex, people.gareth, insider]) {
      expect(await caseFor(db, noon, actor, caseId)).toBeUndefined();
      expect(await everythingFor(actor, caseId)).not.toContain(caseId);
    }
  });

  test("what is no id finds nothing", async () => {
    for (const id of ["", "1", "' or 1=1", "../.."]) expect(await caseFor(db, noon, people.moira, id)).toBeUndefined();
  });
});
