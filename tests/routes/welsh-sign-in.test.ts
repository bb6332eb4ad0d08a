import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "~/accounts/actor";
import { chooseLanguage } from "~/accounts/choose-language.server";
import { invite } from "~/accounts/invite.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { freshDatabase } from "../support/database";
import { asRead, englishIn } from "../support/english";
import { cast } from "../support/people";
import { cookieFor, get, post } from "../support/website";

const titleOf = (html: string) => /<title>(.*?) – Waymark<\/title>/.exec(asRead(html))?.[1];
const { db, sql } = await freshDatabase();
const people = await cast(db);
const { dee } = people;
const pat: Actor = { ...people.pat, language: "cy" };
const { marshEnd } = people.organisations;
await chooseLanguage(db, clock, pat, "cy");
beforeEach(async () => {
  await sql`delete from sign_in_links`;
  await sql`delete from outbox`;
});

async function newestMail() {
  const [mail] = await sql<{ text: string; html: string; subject: string }[]>`select * from outbox order by at desc, id desc limit 1`;
  const url = new URL(/http\S+/.exec(mail!.text)![0]);
  return { ...mail!, address: url.pathname + url.search };
}
const h1 = (html: string) => /<h1[^>]*>(.*?)<\/h1>/s.exec(asRead(html))?.[1];
const where = (answer: Response) => answer.headers.get("Location");
/** All of it in Welsh, and nobody offered a way out of it. */
async function inWelsh(answer: Response, title: string) {
  const html = await answer.text();
  expect([titleOf(html), englishIn(html)]).toEqual([title, []]);
  expect(html).toMatch(/^<!DOCTYPE html><html lang="cy"/i);
  expect(/<main.*<\/main>/s.exec(html)?.[0]).not.toMatch(/(href|action)="\/(sign-in|sign-out)[^"?]*"/);
  return asRead(html);
}

describe("signing in", () => {
  test("asks, answers and refuses in the language of the address", async () => {
    await inWelsh(await get("/sign-in?lang=cy"), "Mewngofnodi");
    expect(h1(await (await post("/sign-in?lang=cy", { email: "nobody@demo.example" })).text())).toBe("Edrychwch ar eich e-bost");
    await inWelsh(await post("/sign-in?lang=cy", { email: "nobody@demo.example" }), "Mewngofnodi");
    expect(await inWelsh(await post("/sign-in?lang=cy", { email: "nobody" }), "Gwall: Mewngofnodi")).toContain("fel enw@example.org");
    for (let i = 0; i < 5; i++) await post("/sign-in", { email: dee.email });
    expect(await inWelsh(await post("/sign-in?lang=cy", { email: dee.email }), "Gwall: Mewngofnodi")).toContain("arhoswch awr");
  });

  test("so do the page of the code and those of links", async () => {
    await inWelsh(await get("/sign-in/code?lang=cy"), "Mewngofnodi â chod");
    for (const code of ["", "x", "000000"]) await inWelsh(await post("/sign-in/code?lang=cy", { email: dee.email, code }), "Gwall: Mewngofnodi â chod");
    await post("/sign-in?lang=cy", { email: dee.email });
    const { address } = await newestMail();
    await inWelsh(await get(address), "Mewngofnodi");
    await post(address);
    await inWelsh(await get(address), "Mae’r ddolen hon wedi’i defnyddio");
    await inWelsh(await get("/sign-in/link/x?lang=cy"), "Nid ydym yn adnabod y ddolen hon");
    await sql`update sign_in_links set used_at = null, expires_at = created_at`;
    await inWelsh(await get(address), "Mae’r ddolen hon yn rhy hen");
  });

  test("the mail is in the language somebody has chosen, wherever they asked; else in that of the page", async () => {
    await post("/sign-in", { email: pat.email });
    const chosen = await newestMail();
    expect([chosen.subject, englishIn(chosen.text)]).toEqual(["Mewngofnodi i Waymark", []]);
    expect(chosen.html).toContain('<html lang="cy">');
    expect(chosen.address).toMatch(/^\/sign-in\/link\/[\w-]+\?lang=cy$/);
    expect(chosen.text).toMatch(/gofynnoch: \d{6}/);
    await post("/sign-in?lang=cy", { email: dee.email });
    expect((await newestMail()).subject).toBe("Mewngofnodi i Waymark");
    await chooseLanguage(db, clock, dee, "en");
    await post("/sign-in?lang=cy", { email: dee.email });
    expect(await newestMail()).toMatchObject({ subject: "Sign in to Waymark", html: expect.stringContaining('<html lang="en-GB">') });
  });

  test("from a page in Welsh one comes to it in Welsh, and so does whose own session has ended", async () => {
    expect(where(await get("/start?lang=cy"))).toBe("/sign-in?lang=cy");
    const Cookie = await cookieFor(pat);
    await sql`update sessions set ended_at = now()`;
    expect(where(await get("/start", { headers: { Cookie } }))).toBe("/sign-in?lang=cy");
    expect(where(await get("/cases?all=1", { headers: { Cookie } }))).toBe("/sign-in?go_to=%2Fcases%3Fall%3D1&lang=cy");
  });

  test("signing out is in one's own language, and leads to the first page in it", async () => {
    const headers = { Cookie: await cookieFor(pat) };
    const html = await (await get("/sign-out", { headers })).text();
    expect([titleOf(html), englishIn(html)]).toEqual(["Allgofnodi", []]);
    expect(html.match(/type="submit"[^>]*>Allgofnodi/g), "one way out is enough").toHaveLength(1);
    expect(where(await post("/sign-out", {}, { headers }))).toBe("/?lang=cy");
    expect(await (await get("/sign-out?lang=cy")).text()).toContain("Nid ydych wedi mewngofnodi.");
  });
});

describe("what went wrong is said in the language of whoever is, or was, signed in", () => {
  test("what is not there for them", async () => {
    const answer = await get("/cases", { as: pat });
    expect(answer.status).toBe(404);
    await inWelsh(answer, "Ni allwn ddod o hyd i’r dudalen hon");
  });

  test("a form that came after the session had ended, with the way to sign in", async () => {
    const Cookie = await cookieFor(pat);
    await sql`update sessions set ended_at = now()`;
    const answer = await post(paths.people(marshEnd.slug), { title: "Rydym yn cwrdd bob bore Mawrth" }, { headers: { Cookie } });
    expect(answer.status).toBe(401);
    const html = await inWelsh(answer, "Rydych wedi cael eich allgofnodi");
    expect(html).toContain(`href="/sign-in?go_to=${encodeURIComponent(paths.people(marshEnd.slug))}&lang=cy"`);
    expect(html).toContain("Rydym yn cwrdd bob bore Mawrth");
  });

  test("in English where the database does not say whose session it is: the page comes all the same", async () => {
    const Cookie = await cookieFor(pat);
    const whole = pool.db;
    const away = () => {
      throw new Error("The database is away");
    };
    pool.db = new Proxy(whole, { get: () => away });
    try {
      const answer = await get("/nowhere", { headers: { Cookie } });
      expect([answer.status, titleOf(await answer.text())]).toEqual([404, "We cannot find this page"]);
    } finally {
      pool.db = whole;
    }
    await inWelsh(await get("/nowhere", { headers: { Cookie } }), "Ni allwn ddod o hyd i’r dudalen hon");
  });

  test("in English to who has chosen nothing, and to nobody", async () => {
    for (const answer of [await get("/cases", { as: people.tomasz }), await get("/nowhere")]) expect(await answer.text()).toContain("We cannot find this page");
  });
});

describe("an invitation", () => {
  const invited = async (by: Actor, email: string) => {
    expect(await invite(db, clock, by, { organisationId: marshEnd.id, email, role: "member", title: "gwirfoddolwr" })).toMatchObject({ ok: true });
    return newestMail();
  };

  test("is in the language of who asks; so is its page, and so are the own pages of who is new", async () => {
    const mail = await invited(pat, "jo@demo.example");
    expect([mail.subject, englishIn(mail.text)]).toEqual(["Mae Pat Holloway yn gofyn i chi ymuno â Marsh End Community Allotment ar Waymark", []]);
    expect(mail.html).toContain('<html lang="cy">');
    await inWelsh(await get(mail.address), "Fe’ch gwahoddir");
    await inWelsh(await get(mail.address, { as: dee }), "Fe’ch gwahoddir");
    expect(await inWelsh(await post(mail.address, { name: "" }), "Gwall: Fe’ch gwahoddir")).toContain("Ysgrifennwch eich enw");
    expect(await inWelsh(await post(mail.address, { name: "Jo" }, { as: dee }), "Gwall: Fe’ch gwahoddir")).toContain("Allgofnodwch yn gyntaf");
    expect((await post(mail.address, { name: "Jo Tarrant" })).status).toBe(303);
    expect(await sql`select language from people where email = 'jo@demo.example'`).toEqual([{ language: "cy" }]);
    await inWelsh(await get(mail.address), "Mae’r gwahoddiad hwn wedi’i ddefnyddio");
    await inWelsh(await get("/invitations/x?lang=cy"), "Nid ydym yn adnabod y gwahoddiad hwn");
  });

  test("in English where they have chosen nothing, and then nothing is chosen for who is new", async () => {
    const { subject, address } = await invited(people.pat, "sam@demo.example");
    expect(subject).toBe("Pat Holloway asks you to join Marsh End Community Allotment on Waymark");
    expect((await post(address, { name: "Sam Wells" })).status).toBe(303);
    expect(await sql`select language from people where email = 'sam@demo.example'`).toEqual([{ language: null }]);
  });
});

describe("the page of the group’s people", () => {
  const page = paths.people(marshEnd.slug);
  const ask = (form?: Record<string, string>) => (form ? post(page, form, { as: pat }) : get(page, { as: pat }));

  test("is in the language its reader has chosen", async () => {
    const html = await (await ask()).text();
    expect([titleOf(html), englishIn(html)]).toEqual(["Pobl eich grŵp", []]);
    expect(html).toContain("Gwahodd rhywun");
    for (const done of ["invite", "again", "withdraw", "change", "remove"]) expect(englishIn(await (await get(`${page}?done=${done}`, { as: pat })).text())).toEqual([]);
  });

  test.each([
    [{ intent: "invite" }, 422, "Rhowch eu cyfeiriad e-bost"],
    [{ intent: "invite", email: "x", title: "www.x.org", role: "x" }, 422, "heb gyfeiriad"],
    [{ intent: "invite", email: dee.email, title: "trysorydd", role: "member" }, 409, "yn eich grŵp eisoes"],
    [{ intent: "change", person: dee.personId, title: "", role: "member" }, 422, "megis trysorydd"],
    [{ intent: "remove", person: pat.personId }, 409, "Rhaid i rywun yn eich grŵp"],
  ])("and what is wrong with %j is said in it", async (form, status, words) => {
    const answer = await ask(form);
    const html = await answer.text();
    expect([answer.status, titleOf(html), englishIn(html)]).toEqual([status, "Gwall: Pobl eich grŵp", []]);
    expect(asRead(html)).toContain(words);
  });
});
