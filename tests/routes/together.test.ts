import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "~/accounts/actor";
import { heldAnswers } from "~/assessments/draft.server";
import { noteHere } from "~/assessments/presence.server";
import { clock } from "~/platform/clock.server";
import { publishStandards } from "~/standards/publish.server";
import { draftOf } from "../support/answers";
import { freshDatabase } from "../support/database";
import { type Cast, cast } from "../support/people";
import { cookieFor, get, post, website } from "../support/website";

const { db, sql } = await freshDatabase();
let people: Cast;
let pat: Actor;
let dee: Actor;
let slug: string;
let id: string;
beforeAll(async () => {
  await publishStandards(db, clock, { system: "test" });
  people = await cast(db);
  ({ pat, dee } = people);
  slug = pat.memberships[0]!.slug;
  id = await draftOf(db, pat, pat.memberships[0]!.organisationId, "referral-capacity");
});
const words = async (answer: Response) =>
  (await answer.text())
    .replaceAll("<!-- -->", "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
const where = (answer: Response) => answer.headers.get("Location");

describe("inviting somebody", () => {
  const page = () => `/organisations/${slug}/people`;
  let jo = "";
  beforeEach(async () => {
    jo = `jo${crypto.randomUUID()}@elsewhere.example`;
    await sql`delete from invitations`;
    await sql`delete from outbox`;
  });
  const on = (form: Record<string, string>, as = pat) => post(page(), form, { as });
  const asked = () => on({ intent: "invite", email: jo, title: "volunteer", role: "member" });
  async function link() {
    const [mail] = await sql<{ text: string }[]>`select text from outbox where "to" = ${jo} order by at desc limit 1`;
    return new URL(/http\S+/.exec(mail!.text)![0]).pathname;
  }

  test("from the form to one’s own page: looking keeps it, pressing uses it up, and signs in", async () => {
    expect(where(await asked())).toBe(`${page()}?done=invite`);
    const listed = await words(await get(`${page()}?done=invite`, { as: dee }));
    expect(listed).toContain("The invitation is on its way.");
    expect(listed).toContain(jo);
    expect(listed).not.toContain("Take back");
    const path = await link();
    for (const method of ["HEAD", "GET", "GET"]) {
      const looked = await get(path, { method });
      expect([looked.status, looked.headers.has("Set-Cookie")]).toEqual([200, false]);
    }
    expect(await words(await get(path))).toContain("Pat Holloway (secretary) asks you to help");
    const nameless = await post(path, { name: " " });
    expect([nameless.status, nameless.headers.has("Set-Cookie")]).toEqual([422, false]);
    expect(await nameless.text()).toContain('href="#name"');
    const joined = await post(path, { name: "Jo Tarrant" });
    expect([joined.status, where(joined)]).toEqual([303, `/organisations/${slug}?done=joined`]);
    const home = await words(await get(where(joined)!, { headers: { Cookie: joined.headers.get("Set-Cookie")!.split(";")[0]! } }));
    expect(home).toContain("You have joined.");
    expect(home).toContain("Hello, Jo.");
    const again = await post(path, { name: "Jo Tarrant" });
    expect([again.status, again.headers.has("Set-Cookie")]).toEqual([410, false]);
    expect(await words(await get(path))).toContain("This invitation has been used");
  });

  test("an old one, one taken back and one that never was each have their sentence and status", async () => {
    await asked();
    const path = await link();
    await sql`update invitations set expires_at = created_at`;
    expect(await words(await get(page(), { as: pat }))).toContain("Too old now");
    for (const answer of [await get(path), await post(path, { name: "Jo" })]) {
      expect(answer.status).toBe(410);
      expect(await words(answer)).toContain("This invitation is too old");
    }
    const [invitation] = await sql<{ id: string }[]>`select id from invitations`;
    expect(where(await on({ intent: "withdraw", invitation: invitation!.id }))).toBe(`${page()}?done=withdraw`);
    expect(await words(await get(path))).toContain("This invitation was taken back");
    for (const answer of [await get("/invitations/abc"), await post("/invitations/abc", { name: "Jo" })]) {
      expect(answer.status).toBe(404);
      expect(await words(answer)).toContain("We do not know this invitation");
    }
  });

  test("somebody who is signed in as another address is told so, and nothing is used up", async () => {
    await asked();
    const path = await link();
    expect(await words(await get(path, { as: people.moira }))).toContain(`signed in as Moira Kinsella, and the invitation is for ${jo}`);
    const pressed = await post(path, { name: "Jo" }, { as: people.moira });
    expect([pressed.status, pressed.headers.has("Set-Cookie")]).toEqual([409, false]);
    expect((await get(path)).status).toBe(200);
  });

  test("what is wrong is said beside its field with what was typed; a member is refused", async () => {
    const faulty = await on({ intent: "invite", email: "jo at home", title: "https://evil.test", role: "" });
    const html = await faulty.text();
    expect(faulty.status).toBe(422);
    for (const part of ['href="#email"', 'href="#title"', 'href="#role"', 'value="jo at home"']) expect(html).toContain(part);
    const twice = [await asked(), await asked()];
    expect(twice.map(({ status }) => status)).toEqual([302, 409]);
    expect((await on({ intent: "invite", email: "x@y.example", title: "x", role: "admin" }, dee)).status).toBe(403);
    expect((await on({ intent: "remove", person: pat.personId })).status).toBe(409);
    expect((await on({ intent: "change", person: dee.personId, title: "", role: "member" })).status).toBe(422);
    expect((await on({ intent: "nonsense" })).status).toBe(404);
  });
});

describe("sharing the questions", () => {
  test("a section is given and said to be done by plain forms, and everybody sees it", async () => {
    const given = await post(`/assessments/${id}`, { intent: "give", section: "RC-3", to: dee.personId }, { as: pat });
    expect([given.status, where(given)]).toEqual([302, `/assessments/${id}#section-RC-3`]);
    const mine = await words(await get(`/assessments/${id}`, { as: dee }));
    expect(mine).toMatch(/Given to you .*Handling referrals safely .*The other sections .*Reachable and clear/);
    expect(await words(await get(`/assessments/${id}?show=mine`, { as: dee }))).not.toContain("Reachable and clear");
    await post(`/assessments/${id}`, { intent: "done", section: "RC-1" }, { as: pat });
    const seen = await words(await get(`/assessments/${id}`, { as: pat }));
    expect(seen).toMatch(/Given to Dee Okoro \(treasurer\)/);
    expect(seen).toMatch(/Pat Holloway said that this section is done/);
    expect(seen).toMatch(/Who has what .*Dee Okoro , treasurer .*Nobody yet/);
    expect(seen).not.toContain("%");
    expect((await post(`/assessments/${id}`, { intent: "give", section: "RC-3", to: people.ruth.personId }, { as: pat })).status).toBe(422);
    await post(`/assessments/${id}`, { intent: "not_done", section: "RC-1" }, { as: pat });
    expect(await words(await get(`/assessments/${id}`, { as: pat }))).not.toContain("said that this section is done");
  });

  test("comments are written on a page of their own, after the answer was saved, and counted in the list", async () => {
    const question = `/assessments/${id}/criteria/RC-1.2`;
    const saved = await post(question, { version: "0", level: "met", how: "Half a sentence", then: "talk" }, { as: pat });
    expect(where(saved)).toBe(`${question}/comments`);
    expect((await heldAnswers(db, id, "RC-1.2"))[0]!.answer.how).toBe("Half a sentence");
    const html = await (await get(`${question}/comments`, { as: pat })).text();
    const form = { id: /name="id" value="([^"]+)"/.exec(html)![1]!, words: "Dee, is <b>this</b> still so?" };
    for (let n = 0; n < 2; n++) expect(where(await post(`${question}/comments`, form, { as: pat }))).toBe(`${question}/comments`);
    for (const page of [question, `${question}/comments`]) {
      const read = await (await get(page, { as: dee })).text();
      expect(read.split("Dee, is &lt;b&gt;this&lt;/b&gt; still so?")).toHaveLength(2);
    }
    expect(await words(await get(`/assessments/${id}`, { as: dee }))).toContain("1 comment");
    const empty = await post(`${question}/comments`, { ...form, words: " " }, { as: pat });
    expect([empty.status, await words(empty)]).toEqual([422, expect.stringContaining("Write something first")]);
  });

  test("an open form hears who else is there; a page without scripts says who was; asking keeps no session alive", async () => {
    const here = `/assessments/${id}/criteria/RC-1.3/here`;
    const cookie = await cookieFor(pat);
    const ask = (headers: Record<string, string>) =>
      website.fetch(
        new Request(`http://localhost${here}`, { method: "PUT", headers: { Host: "localhost", "Sec-Fetch-Site": "same-origin", Accept: "application/json", ...headers } }),
      );
    await noteHere(db, clock, dee, { assessmentId: id, criterion: "RC-1.3" });
    await sql`update sessions set seen_at = now() - interval '30 minutes' where person_id = ${pat.personId}`;
    const before = await sql`select seen_at from sessions where person_id = ${pat.personId}`;
    const answer = await ask({ Cookie: cookie });
    expect([answer.status, await answer.json()]).toEqual([200, { others: ["Dee Okoro"] }]);
    expect(await sql`select seen_at from sessions where person_id = ${pat.personId}`).toEqual(before);
    expect((await ask({})).status).toBe(401);
    expect(await words(await get(here.replace("/here", ""), { as: pat }))).toContain("Dee Okoro had this question open in the last two minutes.");
    expect(await words(await get(here.replace("/here", ""), { as: dee })), "Pat is there by now, Dee is not told of herself").toContain("Pat Holloway had this question open");
  });
});
