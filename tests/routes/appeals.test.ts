import { describe, expect, test } from "vitest";
import type { Actor } from "~/accounts/actor";
import { paths } from "~/platform/paths";
import { freshDatabase } from "../support/database";
import { cookieFor, get, post } from "../support/website";
import { oneOfEverything } from "../support/world";

const { db, sql } = await freshDatabase();
const world = await oneOfEverything(db);
const [{ id: appealId }] = await sql<[{ id: string }]>`select id from appeals`;
const [{ id: assessmentId }] = await sql<
  [{ id: string }]
>`select s.assessment_id as id from appeals a join cases c on c.id = a.case_id join submissions s on s.id = c.submission_id`;
const read = async (path: string, actor: Actor) => {
  const answer = await get(path, { headers: { Cookie: await cookieFor(actor) } });
  return { status: answer.status, text: (await answer.text()).replaceAll("<!-- -->", "") };
};
const send = async (path: string, form: Record<string, string | string[]>, actor: Actor) => {
  const answer = await post(path, form, { headers: { Cookie: await cookieFor(actor) } });
  return { status: answer.status, location: answer.headers.get("Location"), text: (await answer.text()).replaceAll("<!-- -->", "") };
};
const person = async (key: string): Promise<Actor> => {
  const [{ id, name, email }] = await sql<[{ id: string; name: string; email: string }]>`select id, name, email from people where email = ${`${key}@demo.example`}`;
  return { ...world.mine.panel, personId: id, name, email };
};

describe("a group’s own page", () => {
  test("tells what it sent, who answered what, who sits on the panel, and until when", async () => {
    const { status, text } = await read(paths.ownAppeal(assessmentId), world.mine.admin);
    expect(status).toBe(200);
    for (const words of [
      "You sent this appeal on",
      "Your appeal is not upheld",
      "Hollis Baptiste",
      "A GP or link worker",
      "The panel’s answer",
      "Take the appeal back",
      "Evidence was overlooked",
    ])
      expect(text).toContain(words);
    expect(text, "nothing of what the panel is at").not.toContain("Still to speak");
  });

  test("comes in Welsh for who reads Welsh", async () => {
    await sql`update people set language = 'cy' where id = ${world.mine.admin.personId}`;
    const { text } = await read(paths.ownAppeal(assessmentId), world.mine.admin);
    await sql`update people set language = 'en' where id = ${world.mine.admin.personId}`;
    for (const words of ["Apelio yn erbyn ein penderfyniad", "Nid yw eich apêl yn cael ei chadarnhau"]) expect(text).toContain(words);
  });

  test("of a decision that is past its day 28 says so, and the letter links to it", async () => {
    const [letter] = await sql<
      [{ id: string; slug: string }]
    >`select d.id, o.slug from decisions d join cases c on c.id = d.case_id join organisations o on o.id = c.organisation_id join appeals a on a.decision_id = d.id`;
    const { text } = await read(paths.letter(letter.slug, letter.id), world.mine.admin);
    expect(text).toContain(`href="${paths.ownAppeal(assessmentId)}"`);
  });

  test("what is wrong stands beside its field, and every word comes back", async () => {
    const answer = await send(paths.ownAppeal(assessmentId), { move: "send", "words-process": "Nobody rang & we waited.", "criteria-facts_wrong": ["RC-1.1"] }, world.mine.admin);
    expect(answer.status).toBe(409);
    expect(answer.text).toContain("moved on since you opened the page");
  });
});

describe("the pages of the scheme", () => {
  test("list an appeal with its last day for moderators and its panel, and for nobody else of a panel", async () => {
    for (const actor of [world.mine.moderator, world.mine.panel]) {
      const { status, text } = await read(paths.appeals, actor);
      expect(status).toBe(200);
      expect(text).toContain(paths.appeal(appealId));
      expect(text).toContain("The panel’s time to answer an appeal");
    }
    expect((await read(paths.deadlines, world.mine.moderator)).text).toContain(paths.appeal(appealId));
    const outsider = await person("gareth");
    await sql`insert into scheme_roles (person_id, role) values (${outsider.personId}, 'panel')`;
    expect((await read(paths.appeals, outsider)).text).toContain("There is no appeal for you to see");
    expect((await read(paths.appeal(appealId), outsider)).status).toBe(404);
  });

  test("show what is contested side by side with how it was read; the panel reads what was shown", async () => {
    const { text } = await read(paths.appeal(appealId), world.mine.panel);
    for (const words of ["What the group says", "How it was read", "What the group sent", "Is this what you have come to?", "Still to speak"]) expect(text).toContain(words);
    const [file] = [...text.matchAll(/href="(\/evidence\/[0-9a-f-]+)"/g)].map(([, path]) => path!);
    expect((await read(file!, world.mine.panel)).status).toBe(200);
  });

  test("a case links to its appeal for a moderator", async () => {
    const [{ id }] = await sql<[{ id: string }]>`select case_id as id from appeals`;
    expect((await read(paths.case(id), world.mine.moderator)).text).toContain(`href="${paths.appeal(appealId)}"`);
    expect((await read(paths.case(id), world.mine.decider)).text).not.toContain(paths.appeal(appealId));
  });

  test("who does not agree says why; two of three are enough, and the group reads both", async () => {
    const [{ id: answer }] = await sql<[{ id: string }]>`select id from appeal_answers where stage = 2`;
    const wendy = await person("wendy");
    expect(await send(paths.appeal(appealId), { move: "say", answer, agrees: "no", words: "No." }, wendy)).toMatchObject({ status: 400, text: expect.stringContaining("No.") });
    expect((await send(paths.appeal(appealId), { move: "say", answer, agrees: "no", words: "The door was open when I came." }, wendy)).status).toBe(302);
    expect(await send(paths.appeal(appealId), { move: "say", answer, agrees: "yes", words: "" }, world.mine.panel)).toMatchObject({
      status: 302,
      location: paths.appeal(appealId),
    });
    const { text } = await read(paths.ownAppeal(assessmentId), world.mine.admin);
    for (const words of ["The panel’s answer", "Wendy Ackroyd does not agree: The door was open when I came.", "Confirmed by"]) expect(text).toContain(words);
    expect(text).not.toContain("Take the appeal back");
  });
});

describe("what was learnt from appeals", () => {
  const learnt = "We now ring the group before we say that nobody answers its telephone.";

  test("is typed by a moderator on the list of appeals, and what is wrong stands beside its field with every word kept", async () => {
    const { text } = await read(paths.appeals, world.mine.moderator);
    expect(text).toContain("What we learnt from a year’s appeals");
    expect((await read(paths.appeals, world.mine.panel)).text).not.toContain("What we learnt from a year’s appeals");
    const answer = await send(paths.appeals, { year: "1999", words: `${learnt} & more` }, world.mine.moderator);
    expect(answer.status).toBe(400);
    for (const words of ["Choose a year that is over", "telephone. &amp; more"]) expect(answer.text).toContain(words);
  });

  test("is for everybody to read, in both languages, a year each, the newest words of each", async () => {
    expect(await (await get(paths.learnt)).text()).toContain("Nothing is published yet");
    const row = (words: string) =>
      sql`insert into appeal_years (year, sent, upheld, partly, not_upheld, taken_back, words, by, at) values (2025, 4, 1, 1, 1, 0, ${words}, ${world.mine.moderator.personId}, now())`;
    await row("Older words.");
    await row(learnt);
    const page = await (await get(paths.learnt)).text();
    for (const words of ["What we learnt in", learnt, "Partly upheld"]) expect(page).toContain(words);
    expect(page).not.toContain("Older words.");
    const welsh = await (await get(`${paths.learnt}?lang=cy`)).text();
    for (const words of ["Beth rydym yn ei ddysgu o apeliadau", `<p lang="en">${learnt}</p>`]) expect(welsh).toContain(words);
  });
});
