import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { marks } from "#db/schema/marks";
import { cases, decisions, ratings } from "#db/schema/review";
import type { Actor } from "~/accounts/actor";
import { decideCase } from "~/review/decide.server";
import { assigned, because, begun, checked, must, openedCase, publishSmall, rated } from "../support/cases";
import { noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { type Cast, cast } from "../support/people";
import { get, getData, post } from "../support/website";

const { db } = await freshDatabase();
let people: Cast;
let versionId: string;
let readers: { assessor: Actor; second: Actor; moderator: Actor };

beforeAll(async () => {
  people = await cast(db);
  versionId = await publishSmall(db);
  readers = { assessor: people.sunil, second: people.amara, moderator: people.moira };
});

const open = async () => (await openedCase(db, people.pat, people.organisations.marshEnd.id, versionId)).caseId;
const stateOf = async (caseId: string) => (await db.select().from(cases).where(eq(cases.id, caseId)))[0]!.state;
const pagesOf = (id: string) => [`/cases/${id}`, `/cases/${id}/assign`, `/cases/${id}/declare`, `/cases/${id}/rate/MU-1.1`, `/cases/${id}/settle/MU-1.1`, `/cases/${id}/decide`];
const rating = { level: "2", met: ["0", "1"], reason: because };

describe("who finds a case", () => {
  test("nobody who is not signed in: every page leads to signing in", async () => {
    const caseId = await open();
    for (const page of ["/cases", ...pagesOf(caseId)]) {
      const answer = await get(page);
      expect([page, answer.status]).toEqual([page, 302]);
      expect(answer.headers.get("Location")).toContain("/sign-in?go_to=");
    }
  });

  test("strangers, the provider and assessors of other cases get 404 everywhere, as pages, data and posts", async () => {
    const caseId = await open();
    await begun(db, caseId, readers);
    for (const actor of [people.pat, people.ruth, people.asha, people.edith, people.alex, people.gareth]) {
      for (const page of pagesOf(caseId)) {
        expect([page, (await get(page, { as: actor })).status]).toEqual([page, 404]);
        const { sunil, amara } = people;
        const everyForm = { reason: because, conflict: "none", level: "2", assessor: sunil.personId, second_reader: amara.personId };
        expect([page, (await post(page, everyForm, { as: actor })).status]).toEqual([page, 404]);
      }
      expect(await (await getData(`/cases/${caseId}`, { as: actor })).text()).not.toContain("Marsh End");
    }
  });

  test("each role finds its own pages and not the others'", async () => {
    const caseId = await open();
    await rated(db, caseId, readers, { first: { "MU-1.1": 1 } });
    const statuses = async (actor: Actor) => Promise.all(pagesOf(caseId).map(async (page) => (await get(page, { as: actor })).status));
    expect(await statuses(people.sunil)).toEqual([200, 404, 302, 200, 404, 404]);
    expect(await statuses(people.moira)).toEqual([200, 200, 404, 200, 200, 404]);
    expect(await statuses(people.devon)).toEqual([200, 404, 404, 200, 404, 200]);
  });
});

test("a whole case by plain forms: chosen, declared, rated, settled, decided, and the mark is there", async () => {
  const caseId = await open();
  const chosen = await post(`/cases/${caseId}/assign`, { assessor: people.sunil.personId, second_reader: people.amara.personId }, { as: people.moira });
  expect([chosen.status, chosen.headers.get("Location")]).toEqual([302, `/cases/${caseId}`]);
  expect((await get(`/cases/${caseId}/rate/MU-1.1`, { as: people.sunil })).headers.get("Location")).toBe(`/cases/${caseId}/declare`);
  for (const reader of [people.sunil, people.amara]) expect((await post(`/cases/${caseId}/declare`, { conflict: "none" }, { as: reader })).status).toBe(302);

  const first = await post(`/cases/${caseId}/rate/MU-1.1`, { ...rating, level: "1", met: "0" }, { as: people.sunil });
  expect(first.headers.get("Location")).toBe(`/cases/${caseId}/rate/MU-1.2`);
  await post(`/cases/${caseId}/rate/MU-1.2`, { ...rating, met: "0" }, { as: people.sunil });
  const last = await post(`/cases/${caseId}/rate/MU-2.1`, { level: "na", reason: because }, { as: people.sunil });
  expect(last.headers.get("Location")).toBe(`/cases/${caseId}/recommend`);
  for (const id of ["MU-1.1", "MU-1.2"]) await post(`/cases/${caseId}/rate/${id}`, { ...rating, met: "0" }, { as: people.amara });
  expect(await (await get(`/cases/${caseId}/recommend`, { as: people.sunil })).text()).toContain("Recommend these ratings");
  for (const reader of [people.sunil, people.amara]) expect((await post(`/cases/${caseId}/recommend`, {}, { as: reader })).headers.get("Location")).toBe(`/cases/${caseId}`);
  expect(await stateOf(caseId)).toBe("moderating");

  const both = await (await get(`/cases/${caseId}/settle/MU-1.1`, { as: people.moira })).text();
  expect(both).toContain("Assessor, Sunil Raman");
  expect((await post(`/cases/${caseId}/settle/MU-1.1`, { level: "2", reason: because }, { as: people.moira })).status).toBe(302);

  expect(await (await get(`/cases/${caseId}/decide`, { as: people.devon })).text(), "the group has the draft report").not.toContain("Confirm: ");
  await checked(db, caseId);
  const page = await (await get(`/cases/${caseId}/decide`, { as: people.devon })).text();
  expect(page).toContain("The rules say: Assured");
  expect(page).toContain("Confirm: Assured");
  expect((await post(`/cases/${caseId}/decide`, { reason: because }, { as: people.devon })).headers.get("Location")).toBe(`/cases/${caseId}`);
  expect(await db.select({ level: marks.level }).from(marks).innerJoin(decisions, eq(decisions.id, marks.decisionId)).where(eq(decisions.caseId, caseId))).toEqual([
    { level: "assured" },
  ]);
  expect(await (await get(`/cases/${caseId}`, { as: people.devon })).text()).toMatch(/Assured<\/strong>, by.*Devon Achebe/);
});

describe("what was not right is said beside the field, and what was typed is kept", () => {
  test.each([
    ["no level", { reason: because }, 400, "Choose a level"],
    ["a level there is not", { level: "4", reason: because }, 400, "Choose a level"],
    ["words for a level", { level: "Met", reason: because }, 400, "Choose a level"],
    ["no reason", { level: "2", reason: "  " }, 400, "Write your reason"],
    ["a short reason", { level: "2", reason: "Kept as it was" }, 400, "Write at least 20 characters"],
    ["a long reason", { level: "2", reason: "Kept as it was. ".repeat(200) }, 400, "Write no more than 2,000 characters"],
    ["a test there is not", { level: "2", reason: because, met: "7" }, 400, "not in this version"],
    ["a test that is no number", { level: "2", reason: because, met: "x" }, 400, "not in this version"],
    ["a claim that nobody made", { level: "na", reason: because }, 400, "did not say that this does not apply"],
  ])("rating with %s", async (_, form, status, words) => {
    const caseId = await open();
    await begun(db, caseId, readers);
    const answer = await post(`/cases/${caseId}/rate/MU-1.1`, form, { as: people.sunil });
    const page = await answer.text();
    expect(answer.status).toBe(status);
    expect(page).toContain(words);
    expect(page).toContain("<title>Error: ");
    if (form.reason.startsWith("Kept")) expect(page).toContain("Kept as it was");
    expect(await db.select().from(ratings).where(eq(ratings.caseId, caseId))).toEqual([]);
  });

  test("ticks without a level: the page says what would follow from them", async () => {
    const caseId = await open();
    await begun(db, caseId, readers);
    const page = await (await post(`/cases/${caseId}/rate/MU-1.1`, { met: ["0", "1"], reason: because }, { as: people.sunil })).text();
    expect(page).toContain("From what is ticked it would be Met.");
  });

  test("choosing readers", async () => {
    const caseId = await open();
    const choose = async (assessor: string, second_reader: string) => {
      const answer = await post(`/cases/${caseId}/assign`, { assessor, second_reader }, { as: people.moira });
      return [answer.status, await answer.text()] as const;
    };
    for (const [assessor, second, words] of [
      ["", people.amara.personId, "Choose an assessor"],
      [people.sunil.personId, people.sunil.personId, "must be different people"],
      [people.edith.personId, people.amara.personId, "Choose somebody who is an assessor"],
    ] as const) {
      const [status, page] = await choose(assessor, second);
      expect(status).toBe(400);
      expect(page).toContain(words);
    }
  });

  test("choosing readers after somebody else did: told who reads now, and the form then knows it", async () => {
    const caseId = await open();
    const { sunil, amara, asha, moira, mal } = people;
    const nobody = { seen_assessor: "", seen_second_reader: "" };
    expect((await post(`/cases/${caseId}/assign`, { assessor: sunil.personId, second_reader: amara.personId, ...nobody }, { as: moira })).status).toBe(302);
    const late = await post(`/cases/${caseId}/assign`, { assessor: asha.personId, second_reader: amara.personId, ...nobody }, { as: mal });
    expect(late.status).toBe(409);
    const page = await late.text();
    expect(page).toContain("Somebody else has chosen readers since you opened this page. Nothing was changed.");
    expect(page).toContain("Reading now: Sunil Raman (assessor), Amara Diallo (second reader).");
    const seen = Object.fromEntries([...page.matchAll(/name="(seen_\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]));
    expect(seen).toEqual({ seen_assessor: sunil.personId, seen_second_reader: amara.personId });
    expect((await post(`/cases/${caseId}/assign`, { assessor: asha.personId, second_reader: amara.personId, ...seen }, { as: mal })).status).toBe(302);
  });

  test("declaring with nothing, and settling outside the two ratings", async () => {
    const caseId = await open();
    await assigned(db, caseId, readers);
    const empty = await post(`/cases/${caseId}/declare`, { conflict: " " }, { as: people.sunil });
    expect([empty.status, (await empty.text()).includes("Type none, or say what ties you to this group")]).toEqual([400, true]);
    const split = await open();
    await rated(db, split, readers, { first: { "MU-1.1": 1 } });
    const outside = await post(`/cases/${split}/settle/MU-1.1`, { level: "3", reason: because }, { as: people.moira });
    expect([outside.status, (await outside.text()).includes("Choose a level between the two ratings")]).toEqual([400, true]);
  });

  test("stepping aside without a reason; and with one, the case is gone from their desk", async () => {
    const caseId = await open();
    await begun(db, caseId, readers);
    const silent = await post(`/cases/${caseId}`, { reason: "" }, { as: people.sunil });
    expect([silent.status, (await silent.text()).includes("Say why you step aside")]).toEqual([400, true]);
    expect((await post(`/cases/${caseId}`, { reason: "I am moving away" }, { as: people.sunil })).headers.get("Location")).toBe("/cases");
    expect((await get(`/cases/${caseId}`, { as: people.sunil })).status).toBe(404);
  });

  test("what people typed is text, never markup", async () => {
    const caseId = await open();
    await begun(db, caseId, readers);
    const reason = `<script>alert(1)</script> and enough words to be a reason`;
    await post(`/cases/${caseId}/rate/MU-1.1`, { ...rating, reason }, { as: people.sunil });
    const page = await (await get(`/cases/${caseId}/rate/MU-1.1`, { as: people.sunil })).text();
    expect(page).not.toContain("<script>alert");
    expect(page).toContain("&lt;script&gt;alert(1)");
  });
});

describe("who came too late, or has no part in it", () => {
  test("the second of two decisions: 409, naming who decided and when", async () => {
    const caseId = await open();
    await rated(db, caseId, readers);
    must(await decideCase(db, noon, people.devon, { caseId, reason: because }));
    const late = await post(`/cases/${caseId}/decide`, { reason: "All of what I had typed" }, { as: people.devon });
    const page = await late.text();
    expect(late.status).toBe(409);
    expect(page).toContain("Devon Achebe decided this case on 1 June 2026, 12:00");
    expect(page).toContain("All of what I had typed");
  });

  test("a rating after the case moved on: 409; a second reader's rating of what is not theirs: 404", async () => {
    const caseId = await open();
    await rated(db, caseId, readers);
    const late = await post(`/cases/${caseId}/rate/MU-1.1`, { ...rating, reason: "All of what I had typed" }, { as: people.sunil });
    expect([late.status, (await late.text()).includes("All of what I had typed")]).toEqual([409, true]);
    const other = await open();
    await begun(db, other, readers);
    expect((await post(`/cases/${other}/rate/MU-2.1`, rating, { as: people.amara })).status).toBe(404);
    expect((await get(`/cases/${other}/rate/MU-2.1`, { as: people.amara })).status).toBe(404);
    expect((await get(`/cases/${other}/rate/nonsense`, { as: people.moira })).status).toBe(404);
  });

  test("a moderator who posts a rating: 403; a decision before it is ready: 409", async () => {
    const caseId = await open();
    await begun(db, caseId, readers);
    expect((await post(`/cases/${caseId}/rate/MU-1.1`, rating, { as: people.moira })).status).toBe(403);
    expect((await post(`/cases/${caseId}/decide`, { reason: because }, { as: people.devon })).status).toBe(409);
    expect(await (await get(`/cases/${caseId}/decide`, { as: people.devon })).text()).toContain("Not ready to decide");
  });
});

test("phone and email tried by us: told on the case's page by its assessor or a moderator, and shown with the day", async () => {
  const caseId = await open();
  const page = `/cases/${caseId}`;
  await begun(db, caseId, readers);
  const tell = (actor: Actor, form: Record<string, string>) => post(page, { intent: "test_contact", ...form }, { as: actor });
  expect((await tell(people.sunil, { route: "phone", worked: "no" })).headers.get("Location")).toBe(page);
  expect((await tell(people.moira, { route: "email", worked: "yes" })).headers.get("Location")).toBe(page);
  const refused = await tell(people.sunil, { worked: "yes" });
  expect(refused.status).toBe(400);
  const kept = await refused.text();
  expect(kept).toContain("Say whether you rang or wrote");
  expect(kept).toMatch(/<details[^>]*open/);
  expect(kept).toMatch(/checked=""[^>]*value="yes"|value="yes"[^>]*checked=""/);
  expect((await tell(people.amara, { route: "phone", worked: "yes" })).status).toBe(403);
  expect((await tell(people.devon, { route: "phone", worked: "yes" })).status).toBe(404);
  const shown = (await (await get(page, { as: people.devon })).text()).replace(/<!-- -->/g, "");
  expect(shown).toContain("Sunil Raman rang. It did not work.");
  expect(shown).toContain("Moira Kinsella wrote. It worked.");
  expect(shown).not.toContain("Record a test of phone or email");
});
