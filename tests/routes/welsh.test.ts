import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { people as peopleRows } from "#db/schema/accounts";
import { groups } from "#db/seed/groups";
import type { Provider } from "#db/seed/world";
import { paths } from "~/platform/paths";
import { freshDatabase } from "../support/database";
import { pdfPages } from "../support/pdf-text";
import { asked, publicWorld, RC } from "../support/register";
import { get, post } from "../support/website";

const { db, owner } = await freshDatabase();
const { world, holds, passes } = await publicWorld(db);
let marshEnd: Provider;
let code: string;

beforeAll(async () => {
  marshEnd = await world.join(groups.marshEnd!);
  ({ code } = await holds(marshEnd, RC, { daysAgo: 50 }));
  passes(6);
  await world.sayRoom(marshEnd, "open", 2);
  await world.testContact(marshEnd, world.actors.sunil!);
}, 90_000);

const page = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await get(path, { headers });
  const html = (await answer.text())
    .replace(/<!-- -->/g, "")
    .replace(/&#x27;/g, "'")
    .replace(/&amp;/g, "&");
  return { answer, status: answer.status, html };
};
const h1 = (html: string) => /<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1]?.replace(/<[^>]+>/g, "");

/** Everything our English files say, without the places: pieces that are long enough to be known again. */
const books = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((each) =>
    each.isDirectory() ? books(join(folder, each.name)) : join(folder, each.name).endsWith("words/en.json") ? [join(folder, each.name)] : [],
  );
const said = (messages: object): string[] => Object.values(messages).flatMap((each) => (typeof each === "string" ? [each] : said(each)));
const english = books("app")
  .flatMap((path) => said(JSON.parse(readFileSync(path, "utf8"))))
  .flatMap((message) => message.split(/\{\{\w+\}\}|<\/?\w+\/?>/))
  .map((piece) => piece.trim())
  .filter((piece) => piece.length > 12);

const translated = () => [
  "/",
  "/verify",
  "/verify?code=",
  `/verify?sha256=${"0".repeat(64)}`,
  "/verify?sha256=x",
  `/marks/${code}`,
  "/marks/0000-0000-0000",
  "/marks/hello",
  `/providers/${marshEnd.slug}`,
  "/register",
  "/register?q=nobody",
  "/register?q=marsh&accepting=yes&near=HB2&need=x",
  "/about/what-a-mark-means",
  "/about/reliability",
  "/about/accessibility",
  "/about/privacy",
  "/about/how-long",
  "/about/appeals",
  "/standards",
  "/standards/referral-capacity",
  "/standards/referral-capacity/1.0.0",
  "/standards/link-worker-practice/1.0.0",
  "/standards/link-worker-practice/compare/1.0.0...1.1.0",
  "/standards/link-worker-practice/compare/1.0.0...2.0.0",
  "/nowhere",
];
const inWelsh = (path: string) => `${path}${path.includes("?") ? "&" : "?"}lang=cy`;

test("a mark's page answers in Welsh where the address asks for it, as light and as forgetful as in English", async () => {
  const { status, html, answer } = await page(`/marks/${code}?lang=cy`);
  expect(status).toBe(200);
  expect(html).toMatch(/^<!DOCTYPE html><html lang="cy"/i);
  expect(h1(html)).toBe("Ydy: mae’r marc hwn mewn grym, ac maent yn derbyn pobl newydd. Marsh End Community Allotment, Marsh End");
  expect(html).toContain("<title>Mewn grym, yn derbyn pobl newydd: Marsh End Community Allotment, Marsh End – Waymark</title>");
  for (const words of ["Mewn grym: Sicr", "Oes. Tua 2 wythnos o aros", "Cadarnhawyd 6 diwrnod yn ôl", "Argyfwng: 999.", "Beth na allant ei gefnogi", "Atgyfeiriwyd at Marsh End"])
    expect(html).toContain(words);
  expect(html).toContain("Personal care or lifting.");
  expect(answer.headers.get("Set-Cookie")).toBeNull();
  expect(html).not.toMatch(/<script(?! type="application\/ld\+json")|style=/);
  expect(gzipSync(html).length).toBeLessThan(4_800);
});

test("English is what an address without it answers, whatever the browser prefers", async () => {
  const { html, answer } = await page(`/marks/${code}`, { "Accept-Language": "cy" });
  expect(html).toContain('<html lang="en-GB"');
  expect(h1(html)).toContain("Yes: this mark is in force, and they are taking new people.");
  expect(html).not.toContain("Drafft");
  expect(answer.headers.get("Vary") ?? "").not.toContain("Language");
});

test("nothing that we say is in English on a Welsh page", async () => {
  for (const path of translated()) {
    const ours = (await page(inWelsh(path))).html.replace(/<(\w+)[^>]* lang="en-GB"[^>]*>[^<]*<\/\1>/g, "");
    expect([path, english.filter((piece) => ours.includes(piece))]).toEqual([path, []]);
  }
});

test("each page offers itself in the other language, says so to programs, and says once that its Welsh is a draft", async () => {
  for (const path of translated().filter((each) => each !== "/nowhere")) {
    const [welsh, plain] = [await page(inWelsh(path)), await page(path)];
    const own = (html: string, language: string) => new RegExp(`<a class="wm-noprint" href="([^"]*)" lang="${language}" hrefLang="${language}">`, "i").exec(html)?.[1];
    expect([path, own(welsh.html, "en-GB")]).toEqual([path, path]);
    expect(own(plain.html, "cy")).toMatch(/[?&]lang=cy$/);
    for (const { html } of [welsh, plain]) expect(html.match(/<link rel="alternate" hrefLang="(en-GB|cy)"/gi)).toHaveLength(2);
    expect(welsh.html.match(/Drafft yw’r Gymraeg/g)).toHaveLength(1);
    expect(welsh.status).toBe(plain.status);
  }
});

test("links and forms keep the language; files, data and pages of work do not need it", async () => {
  for (const path of translated()) {
    const { html } = await page(inWelsh(path));
    const links = [...html.matchAll(/<a [^>]*href="(\/[^"]*)"[^>]*>/g)].filter(([tag]) => !/hreflang/i.test(tag)).map(([, href = ""]) => href);
    const without = links.filter((href) => !/[?&]lang=cy(#|$)/.test(href) && !/\.json$|\.pdf$/.test(href));
    expect([path, without]).toEqual([path, []]);
    for (const [form] of html.matchAll(/<form method="get".*?<\/form>/gs)) expect(form).toContain('<input type="hidden" name="lang" value="cy"/>');
  }
});

test.each([
  ["/verify?code=marsh&lang=cy", "/register?q=marsh&lang=cy"],
  ["/verify?code=0000-0000-0000&lang=cy", "/marks/0000-0000-0000?lang=cy"],
  ["/verify?code=0000-0000-0001&lang=cy", "/marks/0000-0000-0001?lang=cy"],
])("%s leads to %s", async (from, to) => {
  const { answer } = await page(from);
  expect([answer.status, answer.headers.get("Location")]).toEqual([302, to]);
});

describe("a file that is shown to us", () => {
  const show = (bytes: BlobPart, headers: Record<string, string> = {}) => {
    const form = new FormData();
    form.set("file", new File([bytes], "certificate.pdf", { type: "application/pdf" }));
    return post("/verify?lang=cy", form, { headers });
  };
  test("genuine, changed and unreadable are said in Welsh; to a program in English", async () => {
    const pdf = await (await get(`/marks/${code}/certificate.pdf`)).arrayBuffer();
    const genuine = await (await show(pdf)).text();
    expect(h1(genuine)).toBe("Ein dogfen ni yw hon, ac mae’r marc mewn grym.");
    expect(h1(await (await show(Buffer.concat([Buffer.from(pdf), Buffer.from("\n")]))).text())).toBe("Nid hon yw’r ddogfen a gyhoeddwyd gennym. Peidiwch â mynd yn ei hôl.");
    expect(h1(await (await show("hello")).text())).toBe("Ni allwn ddweud beth yw’r ffeil hon. Ni wiriwyd dim.");
    expect(english.filter((piece) => genuine.includes(piece))).toEqual([]);
    expect(await (await show("hello", { Accept: "application/json" })).json()).toMatchObject({ document: "unreadable", reasons: [expect.stringMatching(/^This is not a PDF/)] });
  });
});

test("the standard of a mark has its Welsh title on Welsh pages, for one read more; data, and who reads English, ask nothing for it", async () => {
  const pages = [`/marks/${code}`, `/providers/${marshEnd.slug}`, "/register?q=marsh"];
  for (const path of pages) {
    // A process reads some things once: so each page is read twice, and counted the second time.
    const words = async (address: string) => (await page(address)).html.replace(/<script type="application\/ld\+json">.*?<\/script>/s, "");
    const [welsh, english] = [await words(inWelsh(path)), await words(path)];
    const reads = async (address: string) => (await asked(() => page(address))).length;
    expect([path, (await reads(inWelsh(path))) - (await reads(path))]).toEqual([path, 1]);
    expect([welsh.includes("Capasiti atgyfeirio"), welsh.includes("Referral capacity")]).toEqual([true, false]);
    expect([english.includes("Capasiti"), english.includes("Referral capacity")]).toEqual([false, true]);
  }
  for (const path of [`/marks/${code}.json?lang=cy`, `/providers/${marshEnd.slug}.json?lang=cy`, "/register.json?lang=cy"])
    expect(await (await get(path)).text()).not.toContain("Capasiti");
});

test("data stays in English", async () => {
  const answer = await (await get(`/marks/${code}.json?lang=cy`)).json();
  expect(answer.statement).toContain("is in force until");
});

test("a page of work that is not translated is marked as English within its reader's Welsh frame, and says so", async () => {
  await db.update(peopleRows).set({ language: "cy" }).where(eq(peopleRows.id, world.actors.sunil!.personId));
  const html = await (await get(paths.cases, { as: world.actors.sunil! })).text();
  expect(html).toContain('<html lang="cy"');
  expect(html).toMatch(/<main[^>]* lang="en-GB"/);
  expect(html).toContain("Nid yw’r dudalen hon ar gael yn Gymraeg eto.");
  expect(html).not.toMatch(/>Cymraeg<|>English</);
});

test("a page of work is in English, frame and all, whatever its address asks for, until its reader chooses", async () => {
  const answer = await get(`${paths.organisation(marshEnd.slug)}?lang=cy`, { as: marshEnd.admin });
  const html = await answer.text();
  expect([answer.status, /<html lang="([^"]*)"/.exec(html)?.[1]]).toEqual([200, "en-GB"]);
  expect(html).toContain("Waymark is not part of the NHS.");
  expect(html).toMatch(/<button[^>]*name="language"[^>]*>Cymraeg</);
  expect(html).not.toMatch(/<a[^>]*>Cymraeg|lang="en-GB" class="wm-main/);
});

describe("the standards", () => {
  const rc = "/standards/referral-capacity/1.0.0";
  // Every version here has its Welsh: one is made to be without.
  beforeAll(() =>
    owner.begin((tx) => [
      tx`set local session_replication_role = replica`,
      tx`delete from standard_translations where version_id in (select id from standard_versions where key = 'link-worker-practice' and version = '1.0.0')`,
    ]),
  );

  test("a version that is translated is read in Welsh, its quotes marked as English, and says once that nobody has checked it", async () => {
    const { html, status } = await page(`${rc}?lang=cy`);
    expect(status).toBe(200);
    expect(h1(html)).toBe("Capasiti atgyfeirio 1.0.0");
    for (const words of ["Mae’r ffôn a’r e-bost yn gweithio", "Gofyniad hanfodol", "Wedi’i fodloni", "Dim ond os mai ie oedd eich ateb i “A allai fod rhaid i bobl aros am le?”"])
      expect(html).toContain(words);
    expect(html.match(/Nid oes cyfieithydd wedi gwirio Cymraeg y safon hon eto/g)).toHaveLength(1);
    expect(html).toContain('<span lang="en-GB">the worst thing to happen would be to give a patient a phone number</span>');
    expect(html.replace(/<(span|cite|a) [^>]*lang="en-GB"[^>]*>[^<]*/g, "")).not.toMatch(/\b(the|you|your|with|they)\b/i);
  });

  test("one that is not is in English within a Welsh page, marked and said; in English nothing is said of either", async () => {
    const { html } = await page("/standards/link-worker-practice/1.0.0?lang=cy");
    expect(h1(html)).toBe("Link worker practice 1.0.0");
    expect(html).toContain('<span lang="en-GB">Link worker practice</span> 1.0.0');
    expect(html.match(/Nid yw testun y safon hon yn Gymraeg eto/g)).toHaveLength(1);
    expect(html).toContain("Yn datblygu");
    for (const path of [rc, "/standards/link-worker-practice/1.0.0", "/standards"])
      expect((await page(path)).html).not.toMatch(/lang="en-GB"(?!>|[^>]*class="govuk-template)|Welsh of this standard/);
  });

  test("its data has the translation where it is asked for, and is otherwise what was hashed", async () => {
    const data = async (path: string) =>
      (await (await get(path)).json()) as { sha256: string; title: string; translations?: { cy: { title: string; criteria: Record<string, { title: string }> } } };
    const { translations, ...rest } = await data(`${rc}.json?lang=cy`);
    expect(translations?.cy).toMatchObject({ checked: false, title: "Capasiti atgyfeirio" });
    expect(Object.keys(translations?.cy.criteria ?? {})).toHaveLength(18);
    expect(await data(`${rc}.json`)).toEqual(rest);
    expect(await data("/standards/link-worker-practice/1.0.0.json?lang=cy")).not.toHaveProperty("translations");
    const tag = async (path: string) => (await get(path)).headers.get("ETag");
    expect(await tag(`${rc}.json?lang=cy`)).not.toBe(await tag(`${rc}.json`));
  });

  test("a workbook is in Welsh where the text is, to type in too, and in English where it is not", async () => {
    const pdf = async (path: string) => pdfPages(Buffer.from(await (await get(path)).arrayBuffer())).join(" ");
    const welsh = await pdf(`${rc}/workbook.pdf?lang=cy`);
    for (const words of ["Llyfr gwaith", "Capasiti atgyfeirio", "Nid oes cyfieithydd wedi gwirio", "cwestiwn 1 o 18"])
      expect(welsh.replace(/\s+/g, "")).toContain(words.replace(/\s+/g, ""));
    expect(await pdf(`${rc}/workbook.pdf`)).not.toContain("Capasiti");
    const names = async (path: string) => (await get(path)).headers.get("Content-Disposition");
    expect(await names(`${rc}/workbook.docx?lang=cy`)).toBe('attachment; filename="referral-capacity-1.0.0-workbook-cy.docx"');
    expect(await names("/standards/link-worker-practice/1.0.0/workbook.docx?lang=cy")).toBe('attachment; filename="link-worker-practice-1.0.0-workbook.docx"');
  });
});
