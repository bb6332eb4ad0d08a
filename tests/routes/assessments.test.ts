import { beforeAll, describe, expect, test } from "vitest";
import { assessmentFor, heldAnswers } from "~/assessments/draft.server";
import { assessmentsOf } from "~/assessments/list.server";
import { submissionOf } from "~/assessments/submission.server";
import { discard } from "~/assessments/take-back.server";
import { clock } from "~/platform/clock.server";
import { mailsSoFar } from "~/platform/mail.server";
import { addOffer } from "~/providers/offers.server";
import { publishStandards } from "~/standards/publish.server";
import { allStatements, draftOf, filledDraft, groupFacts } from "../support/answers";
import { freshDatabase } from "../support/database";
import { type Cast, cast } from "../support/people";
import { cookieFor, type Form, get, post, website } from "../support/website";

const { db } = await freshDatabase();
let people: Cast;
let slug: string;
let marshEnd: string;
beforeAll(async () => {
  await publishStandards(db, clock, { system: "test" });
  people = await cast(db);
  ({ slug, organisationId: marshEnd } = people.pat.memberships[0]!);
  await addOffer(db, clock, people.pat, { organisationId: marshEnd, name: "Tuesday plot" });
});

const facts: Form = { ...Object.fromEntries(Object.entries(groupFacts).map(([key, value]) => [key, value === true ? "yes" : "no"])), regulated_service_types: [] };
const question = (id: string, criterion: string) => `/assessments/${id}/criteria/${criterion}`;
/** React's marks between two pieces of text are no part of what is read. */
const htmlOf = async (answer: Response) => (await answer.text()).replaceAll("<!-- -->", "");
const words = async (answer: Response) => (await htmlOf(answer)).replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
const on = (path: string, form: Form, as = people.pat) => post(path, form, { as });
async function heldAs(id: string, criterion: string) {
  return (await heldAnswers(db, id, criterion))[0];
}
const inAYear = () => {
  const day = new Date(clock.now().getTime() + 100 * 86_400_000).toISOString().slice(0, 10).split("-");
  return { "plan-when-day": day[2]!, "plan-when-month": day[1]!, "plan-when-year": day[0]! };
};

/** A new draft, whatever was left open before. */
async function newDraft(standardKey: string) {
  for (const each of await assessmentsOf(db, marshEnd)) if (each.state === "draft") await discard(db, clock, people.pat, each.id);
  return draftOf(db, people.pat, marshEnd, standardKey);
}

describe("the whole way without a script", () => {
  test("start, first questions, a question, something to show, check, send, see it sent, take it back", async () => {
    const started = await on(`/organisations/${slug}/assessments`, { standard: "referral-capacity" });
    expect(started.status).toBe(302);
    const page = started.headers.get("Location")!;
    expect((await get(page, { as: people.pat })).headers.get("Location")).toBe(`${page}/facts`);
    expect((await on(`${page}/facts`, facts)).headers.get("Location")).toBe(page);
    expect(await words(await get(page, { as: people.dee }))).toContain("You have 16 questions. 0 done.");

    const begun = await on(`/organisations/${slug}/assessments`, { standard: "activities-and-services" });
    const id = begun.headers.get("Location")!.split("/").at(-1)!;
    const first = question(id, "AS-1.3");
    const asked = await words(await get(first, { as: people.pat }));
    for (const part of ["No false promises about health", "question 3 of 16", "Must-have", "Which is nearest to you today?", "What good looks like", "Private note to yourselves"])
      expect(asked).toContain(part);

    const saved = await on(first, { version: "0", level: "developing", how: "We say it when we welcome somebody new.", then: "evidence" });
    expect(saved.headers.get("Location")).toBe(`${first}/evidence`);
    const shown = new FormData();
    for (const [name, value] of Object.entries({ kind: "call", title: "How we welcome people", move: "add" })) shown.set(name, value);
    expect((await on(`${first}/evidence`, shown)).status).toBe(302);
    const plan = { "plan-what": "Write it on the poster", "plan-who": "secretary", ...inAYear() };
    const done = await on(first, { version: "2", level: "developing", how: "We say it when we welcome somebody new.", ...plan, "private-note": "Ask Jo", then: "continue" });
    expect(done.headers.get("Location")).toBe(question(id, "AS-2.1"));
    expect(await heldAs(id, "AS-1.3")).toMatchObject({
      version: 3,
      privateNote: "Ask Jo",
      answer: { level: "developing", evidence: [{ kind: "call" }], plan: { who: "secretary" } },
    });

    const check = `/assessments/${id}/check`;
    expect(await words(await get(check, { as: people.pat }))).toContain("15 questions are not finished");
    const { progress } = (await assessmentsOf(db, marshEnd)).find((each) => each.id === id)!;
    expect(progress).toMatchObject({ questions: 16, done: 1 });
    const standard = (await assessmentFor(db, people.pat, id))!.version.standard;
    for (const criterion of standard.criteria.filter(({ id: each }) => each !== "AS-1.3" && each !== "AS-2.4"))
      await on(question(id, criterion.id), { version: "0", level: "not-yet", "plan-what": "We will begin with it", "plan-who": "secretary", ...inAYear(), then: "later" });
    const ready = await words(await get(check, { as: people.pat }));
    expect(ready).toContain("Send for review");
    expect(ready).not.toContain("not finished");

    expect((await on(check, { scope: "Tuesday plot", ...Object.fromEntries(allStatements.map((key) => [key, "yes"])) })).headers.get("Location")).toBe(`/assessments/${id}/sent`);
    const sent = await words(await get(`/assessments/${id}/sent`, { as: people.dee }));
    expect(sent).toContain(`${people.pat.name} (${people.pat.memberships[0]!.title}) sent this on`);
    expect(sent).toContain("up to 20 working days");
    expect(sent).not.toContain("Take it back");
    expect(sent).not.toContain("Ask Jo");
    expect((await mailsSoFar(db)).filter(({ to }) => to === people.pat.email)).toHaveLength(1);
    expect((await get(`/assessments/${id}`, { as: people.pat })).headers.get("Location")).toBe(`/assessments/${id}/sent`);

    const back = await on(`/assessments/${id}/sent`, { move: "take_back" });
    const next = back.headers.get("Location")!.split("/").at(-1)!;
    expect(next).not.toBe(id);
    expect(await heldAs(next, "AS-1.3")).toMatchObject({ privateNote: "Ask Jo", answer: { level: "developing" }, carried: undefined });
    expect(await words(await get(`/assessments/${id}/sent`, { as: people.pat }))).toContain("Sent, and taken back");
  });
});

describe("what is typed is never lost", () => {
  let id: string;
  const at = () => question(id, "AS-5.3");
  beforeAll(async () => {
    id = await newDraft("activities-and-services");
  });

  test("not finished: kept, and said beside the fields what is missing", async () => {
    const answer = await on(at(), { version: "0", level: "met", how: "Too short", then: "continue" });
    expect(answer.status).toBe(422);
    const html = await htmlOf(answer);
    expect(html).toContain("<title>Error: ");
    expect(html).toContain("Your answer is saved. To finish this question");
    expect(html).toMatch(/<a href="#how">Tell us a little more/);
    expect(html).toMatch(/<a href="#evidence">Add at least one thing/);
    expect(html).toContain("Too short</textarea>");
    expect(html).toContain('name="version" value="1"');
    expect((await heldAs(id, "AS-5.3"))?.answer.how).toBe("Too short");
  });

  test("what cannot be kept: nothing is saved, and the page comes back as it was typed", async () => {
    const long = "x".repeat(5001);
    const answer = await on(at(), { version: "1", level: "met", how: long, "plan-when-day": "first", then: "continue" });
    expect(answer.status).toBe(422);
    const html = await htmlOf(answer);
    expect(html).toContain(long);
    expect(html).toContain('value="first"');
    expect(html).toContain("Use 1,500 characters or fewer");
    expect((await heldAs(id, "AS-5.3"))?.version).toBe(1);
  });

  test("somebody else saved in between: both are shown, nothing is overwritten, and the next press keeps mine", async () => {
    await on(at(), { version: "1", level: "met", how: "What Dee wrote about it, in a sentence.", then: "later" }, people.dee);
    const mine = { level: "leading", how: "What Pat wrote about it, in another one.", then: "later" };
    const answer = await on(at(), { version: "1", ...mine });
    expect(answer.status).toBe(409);
    const html = await htmlOf(answer);
    expect(html).toContain(`${people.dee.name} changed this answer too`);
    expect(html).toContain("<title>Error: ");
    expect(html).toContain("What Dee wrote about it");
    expect(html).toContain("What Pat wrote about it, in another one.</textarea>");
    expect((await heldAs(id, "AS-5.3"))?.answer.how).toContain("Dee");
    const version = /name="version" value="(\d+)"/.exec(html)![1]!;
    expect((await on(at(), { version, ...mine })).status).toBe(302);
    expect((await heldAs(id, "AS-5.3"))?.answer.how).toContain("Pat");
  });

  test("signed out meanwhile: handed back to be sent again, and nobody else is shown it", async () => {
    const typed = "3,000 characters ".repeat(180);
    const answer = await post(at(), { version: "3", level: "met", how: typed, then: "later" });
    expect(answer.status).toBe(401);
    const html = await htmlOf(answer);
    expect(html).toContain(`name="how" value="${typed}"`);
    expect(html).toContain(`/sign-in?go_to=${encodeURIComponent(at())}`);
    expect(html).toContain(`action="${at()}"`);
    expect(await (await get(at(), { as: people.dee })).text()).not.toContain("3,000 characters");
    expect((await on(at(), { version: "3", level: "met", how: typed, then: "later" })).status).toBe(302);
  });

  test.each(["x", "-1", "1.5", "1e99", "99999999999999999999"])("a version that is none (%s) is the first one, so nothing is overwritten", async (version) => {
    const before = await heldAs(id, "AS-5.3");
    expect((await on(at(), { version, level: "met", how: "Made from nowhere, and long enough.", then: "later" })).status).toBe(409);
    expect(await heldAs(id, "AS-5.3")).toEqual(before);
  });

  test("signs and letters of every kind come back as they were typed", async () => {
    const odd = 'ŵŷ 👩‍🌾 e\u0301 \u202e <script>alert("x")</script> & \' "';
    await on(at(), { version: "4", level: "met", how: `${odd}\0\r\nnext line`, then: "later" });
    expect((await heldAs(id, "AS-5.3"))?.answer.how).toBe(`${odd}\nnext line`);
    const html = await (await get(at(), { as: people.pat })).text();
    expect(html).not.toContain("<script>alert");
    expect(html).toContain("ŵŷ 👩‍🌾 e\u0301 \u202e &lt;script&gt;");
  });
});

describe("start again", () => {
  test("on the group’s own page it carries what was answered before; a draft with other answers is shown as it is", async () => {
    const standard = "activities-and-services";
    await discard(db, clock, people.pat, await newDraft(standard));
    const begin = async () => (await on(`/organisations/${slug}/assessments`, { standard })).headers.get("Location")!.split("/").at(-1)!;
    const id = await begin();
    await on(question(id, "AS-5.3"), { version: "0", level: "met", how: "We listen, and write it down.", then: "later" });
    await discard(db, clock, people.pat, id);
    await discard(db, clock, people.pat, await begin());
    const home = await htmlOf(await get(`/organisations/${slug}`, { as: people.pat }));
    const form = home.split("<form").find((each) => each.includes("Start again: Activities and services"))!;
    const carryFrom = /name="carry-from" value="([^"]+)"/.exec(form)?.[1];
    const address = /action="([^"]+)"/.exec(form)![1]!;
    const started = await on(address, { standard, "carry-from": carryFrom! });
    const there = started.headers.get("Location")!;
    const next = there.split("/").at(-1)!;
    expect((await heldAs(next, "AS-5.3"))?.answer.how).toBe("We listen, and write it down.");
    expect((await on(address, { standard, "carry-from": carryFrom! })).headers.get("Location")).toBe(there);

    await discard(db, clock, people.pat, next);
    const own = await begin();
    await on(question(own, "AS-5.3"), { version: "0", level: "met", how: "Typed anew, by somebody else.", then: "later" });
    const left = (await on(address, { standard, "carry-from": carryFrom! })).headers.get("Location")!;
    expect(left.split("?")[0]).toBe(`/assessments/${own}`);
    expect(await words(await get(left, { as: people.pat }))).toContain("You have a draft already.");
    expect(await words(await get(left.split("?")[0]!, { as: people.pat }))).not.toContain("You have a draft already.");
    expect((await heldAs(own, "AS-5.3"))?.answer.how).toBe("Typed anew, by somebody else.");
  });
});

describe("after it was sent", () => {
  test("its pages say so, and nothing typed in an old page is stored", async () => {
    const id = await filledDraft(db, people.ruth, people.ruth.memberships[0]!.organisationId, "referral-capacity");
    const old = await get(question(id, "RC-1.2"), { as: people.ruth });
    expect(await old.text()).toContain("Save and continue");
    const declared = Object.fromEntries(allStatements.map((key) => [key, "yes"]));
    const presses = await Promise.all(Array.from({ length: 20 }, () => on(`/assessments/${id}/check`, declared, people.ruth)));
    expect(new Set(presses.map((each) => `${each.status} ${each.headers.get("Location")}`))).toEqual(new Set([`302 /assessments/${id}/sent`]));
    expect((await mailsSoFar(db)).filter(({ to }) => to === people.ruth.email)).toHaveLength(1);

    const late = await on(question(id, "RC-1.2"), { version: "1", level: "leading", how: "Changed after it was sent, with the back button.", then: "continue" }, people.ruth);
    expect(late.status).toBe(409);
    expect(await words(late)).toContain("You sent this self-assessment, so answers cannot be changed any more.");
    expect((await heldAs(id, "RC-1.2"))?.version).toBe(1);
    const read = await (await get(question(id, "RC-1.2"), { as: people.tomasz })).text();
    expect(read).not.toContain("Save and continue");
    expect((await get(`/assessments/${id}/check`, { as: people.ruth })).status).toBe(302);
    expect((await on(`/assessments/${id}/facts`, { ...facts, home_visits: "yes" }, people.ruth)).headers.get("Location")).toBe(`/assessments/${id}`);
    expect((await assessmentFor(db, people.ruth, id))?.facts?.home_visits).toBe(false);
  });
});

describe("before it is sent", () => {
  test("each statement left out is named, and what was ticked stays", async () => {
    const id = await newDraft("referral-capacity").then(() => filledDraft(db, people.pat, marshEnd, "referral-capacity"));
    const answer = await on(`/assessments/${id}/check`, Object.fromEntries(allStatements.slice(1).map((key) => [key, "yes"])));
    expect(answer.status).toBe(422);
    const html = await htmlOf(answer);
    expect(html).toContain('<a href="#accurate">');
    expect(html.match(/type="checkbox"[^>]*checked/g)).toHaveLength(5);
    expect(await submissionOf(db, id)).toBeUndefined();
    const member = await on(`/assessments/${id}/check`, Object.fromEntries(allStatements.map((key) => [key, "yes"])), people.dee);
    expect(member.status).toBe(403);
    expect(await words(await get(`/assessments/${id}/check`, { as: people.dee }))).not.toContain("Send for review");
  });

  test("a first question that was left out is named, and the others stay", async () => {
    const [draft] = (await assessmentsOf(db, marshEnd)).filter(({ state }) => state === "draft");
    const answer = await on(`/assessments/${draft!.id}/facts`, { home_visits: "yes" });
    expect(answer.status).toBe(422);
    const html = await htmlOf(answer);
    expect(html.match(/<a href="#\w+">/g)).toHaveLength(10);
    expect(html).toMatch(/id="home_visits"[^>]*checked/);
  });

  test("a standard that is not for them, one that is none, and a draft that is not theirs", async () => {
    expect((await on(`/organisations/${slug}/assessments`, { standard: "link-worker-practice" })).status).toBe(422);
    expect((await on(`/organisations/${slug}/assessments`, { standard: "no-such" })).status).toBe(422);
    expect((await on(`/organisations/${slug}/assessments`, {})).status).toBe(400);
    const [draft] = (await assessmentsOf(db, marshEnd)).filter(({ state }) => state === "draft");
    expect((await on(`/organisations/${people.ruth.memberships[0]!.slug}/assessments`, { move: "discard", assessment: draft!.id }, people.ruth)).status).toBe(404);
    expect((await on(`/organisations/${slug}/assessments`, { move: "discard", assessment: draft!.id }, people.dee)).status).toBe(403);
  });
});

describe("the address that saves by itself", () => {
  let id: string;
  let cookie: string;
  beforeAll(async () => {
    id = await newDraft("activities-and-services");
    cookie = await cookieFor(people.pat);
  });
  const put = (body: unknown, headers: Record<string, string> = {}, criterion = "AS-5.2") =>
    website.fetch(
      new Request(`http://localhost/assessments/${id}/criteria/${criterion}/answer`, {
        method: "PUT",
        headers: {
          Host: "localhost",
          Origin: "http://localhost",
          "Sec-Fetch-Site": "same-origin",
          Accept: "application/json",
          "Content-Type": "application/json",
          Cookie: cookie,
          ...headers,
        },
        body: typeof body === "string" ? body : JSON.stringify(body),
      }),
    );
  const filled = (how: string, privateNote = "") => ({ answer: { level: "met", how }, privateNote });

  test("saves with the version it was made from, and answers the next", async () => {
    const first = await put(filled("One"), { "If-Match": '"0"' });
    expect([first.status, first.headers.get("ETag"), await first.json()]).toMatchObject([200, '"1"', { version: 1 }]);
    expect((await put(filled("One"), { "If-Match": '"0"' })).status).toBe(200);
    const changed = await put(filled("Two"), { "If-Match": '"0"' });
    expect([changed.status, await changed.json()]).toMatchObject([412, { version: 1, answer: { how: "One" }, by: people.pat.name, files: {} }]);
    expect((await put(filled("Two", "note"), { "If-Match": '"1"' })).status).toBe(200);
    expect(await heldAs(id, "AS-5.2")).toMatchObject({ version: 2, privateNote: "note", answer: { how: "Two" } });
  });

  test.each<[string, unknown, Record<string, string>, string | undefined, number]>([
    ["no version", filled("x"), {}, undefined, 428],
    ["a version that is none", filled("x"), { "If-Match": "*" }, undefined, 428],
    ["no JSON", "{", { "If-Match": '"2"' }, undefined, 422],
    ["no answer", { answer: { level: "excellent" }, privateNote: "" }, { "If-Match": '"2"' }, undefined, 422],
    ["something besides", { ...filled("x"), submitted: true }, { "If-Match": '"2"' }, undefined, 422],
    ["more than is kept", filled("x".repeat(5001)), { "If-Match": '"2"' }, undefined, 422],
    ["a question that is not asked", filled("x"), { "If-Match": '"0"' }, "AS-2.4", 422],
    ["nobody", filled("x"), { "If-Match": '"2"', Cookie: "" }, undefined, 401],
    ["the page of somebody else, who used this browser before", filled("x"), { "If-Match": '"2"', "Waymark-Person": crypto.randomUUID() }, undefined, 409],
    ["another site", filled("x"), { "If-Match": '"2"', "Sec-Fetch-Site": "cross-site" }, undefined, 403],
  ])("%s: refused with a status of its own, and nothing changed", async (_what, body, headers, criterion, status) => {
    const answer = await put(body, headers, criterion);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("Content-Type")).toMatch(/problem\+json/);
    expect((await heldAs(id, "AS-5.2"))?.version).toBe(2);
  });

  test("a plain form of somebody else's page comes back as it was typed, and is this person's when pressed again", async () => {
    const question = `/assessments/${id}/criteria/AS-5.2`;
    const form = { version: "2", level: "met", how: "Typed by Dee, at the same table.", then: "later" };
    const other = await post(question, { ...form, as: people.dee.personId }, { as: people.pat });
    const html = await other.text();
    expect([other.status, html.includes("Typed by Dee, at the same table."), html.includes(`you are signed in as ${people.pat.name} now`)]).toEqual([409, true, true]);
    expect(html).toContain(`name="as" value="${people.pat.personId}"`);
    expect((await heldAs(id, "AS-5.2"))?.version).toBe(2);
  });

  test("a stranger’s save is a 404, like an assessment that is not there", async () => {
    const [ruth, nobody] = [await put(filled("x"), { "If-Match": '"2"', Cookie: await cookieFor(people.ruth) }), await put(filled("x"), { "If-Match": '"2"' }, "XX-9.9")];
    expect([ruth.status, nobody.status]).toEqual([404, 422]);
  });
});
