import { beforeAll, describe, expect, test } from "vitest";
import { agreementReports } from "#db/schema/reliability";
import type { Actor } from "~/accounts/actor";
import { addDays, londonDay } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import { agreementBetween, type Pair } from "~/review/agreement";
import { makeCalibration } from "~/review/calibration/make.server";
import { rateInvented } from "~/review/calibration/rate.server";
import { settleDifference } from "~/review/settle.server";
import { publishStandards } from "~/standards/publish.server";
import { because, must, openedCase, publishSmall, rated } from "../support/cases";
import { noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { type Cast, cast } from "../support/people";
import { get, getData, post } from "../support/website";

const { db } = await freshDatabase();
let people: Cast;
let versionId: string;

beforeAll(async () => {
  people = await cast(db);
  versionId = await publishSmall(db);
  const published = await publishStandards(db, noon, { system: "test" });
  if (!published.ok) throw new Error("The standards of the repository are refused.");
});

const text = async (path: string, as?: Actor) => (await (await get(path, { as })).text()).replace(/<!-- -->/g, "");
const ofThese = (n: number) => agreementBetween(Array.from({ length: n }, (_, place): Pair => (place < 5 ? [1, 2] : [2, 2])));
const report = (n: number) => ({ overall: ofThese(n), standards: [{ key: "made-up", title: "Made up", agreement: ofThese(49) }] });

describe("what the public reads", () => {
  test("before the first count: that it is still to come, in both languages", async () => {
    expect(await text("/about/reliability")).toContain("The first count is still to come.");
    expect(await text("/about/reliability?lang=cy")).toContain("Mae’r cyfrif cyntaf eto i ddod.");
    expect(await text("/about/what-a-mark-means")).toContain('href="/about/reliability"');
  });

  test("with 49 pairs how many there are, with 50 every figure beside the others", async () => {
    await db.insert(agreementReports).values({ quarter: "2026-Q1", figures: { quarter: "2026-Q1", inQuarter: report(49), soFar: report(49) }, madeAt: noon.now() });
    const few = await text("/about/reliability");
    expect(few).toContain("Not enough yet: 49 of 50");
    expect(few).not.toMatch(/90 %|0\.9\d/);
    await db.insert(agreementReports).values({ quarter: "2026-Q2", figures: { quarter: "2026-Q2", inQuarter: report(49), soFar: report(50) }, madeAt: noon.now() });
    const enough = await text("/about/reliability");
    expect(enough).toContain("April to June 2026");
    expect(enough).toMatch(/<th[^>]*>All criteria together<\/th><td[^>]*>50<\/td><td[^>]*>90 %<\/td><td[^>]*>90 %<\/td><td[^>]*>0\.\d\d<\/td><td[^>]*>0\.\d\d<\/td>/);
    expect(enough).toContain("Not enough yet: 49 of 50");
  });
});

describe("the scheme's own figures", () => {
  beforeAll(async () => {
    const { caseId } = await openedCase(db, people.pat, people.organisations.marshEnd.id, versionId, { clock });
    await rated(db, caseId, { assessor: people.sunil, second: people.amara, moderator: people.moira }, { second: { "MU-1.1": 0 } });
    must(await settleDifference(db, noon, people.moira, { caseId, criterion: "MU-1.1", level: 1, reason: because }));
  });

  test("few pairs are counts, and marked as not to be published; nobody is named", async () => {
    for (const actor of [people.moira, people.devon, people.edith]) {
      const html = await text("/reliability", actor);
      expect(html).toMatch(/2 of 50 <span[^>]*>not to be published/);
      expect(html).toContain("too few pairs yet: 2 of 10");
      expect(html).toContain("1 of 2");
      for (const name of ["Sunil", "Amara"]) expect(html).not.toContain(name);
    }
    expect(await text("/reliability?quarter=2020-Q1", people.moira)).toContain("No two readers have read the same thing in this time.");
    for (const odd of ["?quarter=x&by=y", "?quarter=all&by=kappa_linear"]) expect((await get(`/reliability${odd}`, { as: people.moira })).status).toBe(200);
  });

  test("a moderator asks for a look at a criterion, an editor finds it on their desk and closes it; others are not offered it", async () => {
    const [about] = /[0-9a-f-]{36} RC-3\.4/.exec(await text("/reliability", people.moira))!;
    expect(await text("/reliability", people.edith)).not.toContain("Look at a criterion now");
    expect((await post("/reliability", { about: "", reason: "" }, { as: people.moira })).status).toBe(400);
    const asked = await post("/reliability", { about, reason: "Readers ask what a deputy may be." }, { as: people.moira });
    const review = asked.headers.get("Location")!;
    expect([asked.status, review]).toEqual([302, expect.stringMatching(/^\/reliability\/reviews\//)]);
    expect((await post("/reliability", { about, reason: "Readers ask what a deputy may be." }, { as: people.moira })).status).toBe(400);
    expect(await text("/standards-desk", people.edith)).toContain(review);
    expect(await text(review, people.devon)).not.toContain("Close this review");
    expect((await post(review, { outcome: "words", reason: "Short" }, { as: people.edith })).status).toBe(400);
    expect((await post(review, { outcome: "words", reason: "“A deputy” is now “another person, named”." }, { as: people.edith })).status).toBe(302);
    expect((await post(review, { outcome: "words", reason: "“A deputy” is now “another person, named”." }, { as: people.moira })).status).toBe(409);
    expect(await text(review, people.devon)).toContain("Its words are changed");
    expect(await text("/standards-desk", people.edith)).not.toContain(review);
  });

  test("an assessor's own figure is on their own desk, and on nobody else's", async () => {
    const own = "You and the other reader, this quarter";
    for (const actor of [people.sunil, people.amara, people.asha]) expect(await text("/cases", actor)).toContain(own);
    for (const actor of [people.moira, people.devon]) expect(await text("/cases", actor)).not.toContain(own);
  });
});

describe("the moderator's first page", () => {
  test("is where their day begins, and tells what is to settle, the widest apart first", async () => {
    for (const [provider, second] of [
      ["harbour", 1],
      ["marshEnd", 0],
    ] as const) {
      const { caseId } = await openedCase(db, provider === "harbour" ? people.ruth : people.pat, people.organisations[provider].id, versionId);
      await rated(db, caseId, { assessor: people.sunil, second: people.amara, moderator: people.moira }, { second: { "MU-1.1": second } });
    }
    expect((await get("/start", { as: people.moira })).headers.get("Location")).toBe("/moderation");
    const html = await text("/moderation", people.moira);
    expect(html.indexOf("Marsh End")).toBeGreaterThan(0);
    expect(html.indexOf("Marsh End")).toBeLessThan(html.indexOf("Harbour"));
    expect(html).toContain("Two or three apart");
    expect(html).toContain("No mark is suspended, and none is being reviewed.");
    expect(html.indexOf("Marks suspended")).toBeLessThan(html.indexOf("Splits to settle"));
    expect(html.indexOf("Decisions ready")).toBeLessThan(html.indexOf("Overdue"));
  });
});

describe("while many practise", () => {
  const [secret, own] = ["What Sunil wrote, which Amara may not read yet", "What Amara wrote herself, and may read"];
  const rate = (by: Actor, id: string, criterion: string, level: 0 | 3, reason: string) =>
    rateInvented(db, clock, by, { id, criterion, level, ticks: { met: [], leading: [] }, reason });

  test("no page of a participant, nor of a moderator, holds another's rating, as a page or as data; once all is shown each does", async () => {
    const closesOn = addDays(londonDay(clock.now()), 10);
    const readers = [people.sunil.personId, people.amara.personId];
    const { id } = must(await makeCalibration(db, clock, people.moira, { invented: "larkfield-repair-shed", criteria: ["RC-1.1", "RC-3.4"], readers, closesOn }));
    for (const criterion of ["RC-1.1", "RC-3.4"]) must(await rate(people.sunil, id, criterion, 0, secret));
    must(await rate(people.amara, id, "RC-1.1", 3, own));
    const pages = ["/cases", "/calibration", `/calibration/${id}`, `/calibration/${id}/RC-1.1`, `/calibration/${id}/RC-3.4`];
    const more = ["/moderation", "/reliability", "/reliability?quarter=all"];
    const everything = async (actor: Actor, addresses: string[]) =>
      (await Promise.all(addresses.flatMap((path) => [get(path, { as: actor }), getData(path, { as: actor })].map(async (answer) => (await answer).text())))).join("\n");
    const [amara, moira] = [await everything(people.amara, pages), await everything(people.moira, [...pages, ...more])];
    expect([amara.includes(own), amara.includes(secret)]).toEqual([true, false]);
    expect([moira.includes(id), moira.includes(own), moira.includes(secret)]).toEqual([true, false, false]);
    for (const path of pages.slice(2)) for (const actor of [people.asha, people.pat, people.edith]) expect([path, (await get(path, { as: actor })).status]).toEqual([path, 404]);

    const last = await post(`/calibration/${id}/RC-3.4`, { level: "3", reason: own }, { as: people.amara });
    expect([last.status, last.headers.get("Location")]).toEqual([302, `/calibration/${id}`]);
    expect(await everything(people.amara, pages)).toContain(secret);
    expect(await everything(people.moira, pages)).toContain(secret);
    expect((await post(`/calibration/${id}/RC-3.4`, { level: "0", reason: own }, { as: people.amara })).status).toBe(409);
    expect((await post(`/calibration/${id}`, { words: "We read the log before the words." }, { as: people.moira })).status).toBe(302);
    expect(await text(`/calibration/${id}`, people.sunil)).toContain("We read the log before the words.");
  });

  test("a moderator makes a round on the page, and hears beside each field what it needs", async () => {
    const bad = await post("/calibration", { invented: "larkfield-repair-shed", criteria: ["RC-1.1"], readers: [people.sunil.personId] }, { as: people.moira });
    expect(bad.status).toBe(400);
    expect(await bad.text()).toContain("Ask at least 2 people");
    const [year, month, day] = addDays(londonDay(clock.now()), 5).split("-") as [string, string, string];
    const form = {
      invented: "larkfield-repair-shed",
      criteria: ["RC-1.1"],
      readers: [people.sunil.personId, people.asha.personId],
      "closes-day": day,
      "closes-month": month,
      "closes-year": year,
    };
    const made = await post("/calibration", form, { as: people.moira });
    expect(made.status).toBe(302);
    expect(await text("/calibration", people.asha)).toContain(made.headers.get("Location")!);
    expect(await text("/calibration", people.amara)).not.toContain(made.headers.get("Location")!);
  });
});
