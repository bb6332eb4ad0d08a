import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { letters } from "#db/schema/marks";
import { makeLetter } from "~/marks/make-letter.server";
import { readStored, stallFiles } from "~/platform/files.server";
import { noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { decided, type Scheme, scheme } from "../support/marks";
import { pdfPages } from "../support/pdf-text";
import { get } from "../support/website";

const { db } = await freshDatabase();
let world: Scheme;
let notYet = "";
let won = "";
const page = (decisionId: string, slug = "marsh-end-community-allotment") => `/organisations/${slug}/letters/${decisionId}`;
beforeAll(async () => {
  world = await scheme(db);
  notYet = (await decided(db, world, { first: { "MU-1.1": 0 }, second: { "MU-1.1": 0 } })).decision.id;
  won = (await decided(db, world)).decision.id;
});

describe("the letter as a page", () => {
  test("says why, what would be enough and how to start again", async () => {
    const answer = await get(page(notYet), { as: world.people.dee });
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(html).toContain("Not yet: here is what to do next");
    expect(html).toContain("MU-1.1");
    expect(html).toContain("Seen on the call of 3 June, all of it.");
    expect(html).toContain("Enough:");
    expect(html).toContain("You can appeal until");
    expect(html).toContain('action="/organisations/marsh-end-community-allotment/assessments"');
    expect(html).toMatch(/name="carry-from" value="[0-9a-f-]{36}"/);
    expect(html).toMatch(/Who looked at this[\s\S]*Sunil Raman read everything[\s\S]*Amara Diallo read the must-haves/);
    expect(html).not.toContain(world.people.devon.name);
    expect(html).not.toMatch(/\d%|failed/i);
  });

  test("of an award has nothing to start again", async () => {
    const html = await (await get(page(won), { as: world.people.pat })).text();
    expect(html).toContain("Your mark: Assured");
    expect(html).not.toContain("carry-from");
  });

  test("is for the provider's own people, moderators and decision-makers; they start nothing", async () => {
    const { moira, devon, ruth, tomasz, sunil, amara, alex, gareth, edith } = world.people;
    for (const as of [moira, devon]) {
      const answer = await get(page(notYet), { as });
      expect([answer.status, (await answer.text()).includes("carry-from")]).toEqual([200, false]);
    }
    for (const as of [ruth, tomasz, sunil, amara, alex, gareth, edith])
      for (const path of ["", "/letter.pdf", "/report", "/report.pdf"].map((end) => page(notYet) + end)) expect((await get(path, { as })).status).toBe(404);
    expect((await get(page(notYet, "harbour-wellbeing"), { as: moira })).status).toBe(404);
    expect((await get(page("nonsense"), { as: moira })).status).toBe(404);
    expect((await get(page(notYet))).headers.get("Location")).toMatch(/^\/sign-in/);
  });
});

describe("the letter as a PDF", () => {
  test("is being made, then there, byte for byte, and says so when the storage is away", async () => {
    const { pat } = world.people;
    const path = `${page(notYet)}/letter.pdf`;
    const before = await get(path, { as: pat });
    expect([before.status, await before.text()]).toEqual([404, "The PDF of this letter is being made. Try again in a minute.\n"]);
    expect(await (await get(page(notYet), { as: pat })).text()).toContain("The PDF of this letter is being made.");
    await makeLetter(db, noon, notYet);
    const [row] = await db.select().from(letters).where(eq(letters.decisionId, notYet));
    const pdf = await get(path, { as: pat });
    expect(pdf.status).toBe(200);
    expect(Buffer.from(await pdf.arrayBuffer()).equals((await readStored(row?.storageKey ?? "")) ?? Buffer.alloc(0))).toBe(true);
    expect(pdf.headers.get("Content-Type")).toBe("application/pdf");
    expect(pdf.headers.get("Cache-Control")).toContain("no-store");
    stallFiles(60);
    const away = await get(path, { as: pat });
    stallFiles(0);
    expect(away.status).toBe(503);
  });
});

describe("the report behind it", () => {
  test("says of every point the level, why, and the next smallest step where there is one; the letter leads to it", async () => {
    const { dee, moira } = world.people;
    expect(await (await get(page(notYet), { as: dee })).text()).toContain(`href="${page(notYet)}/report"`);
    const answer = await get(`${page(notYet)}/report`, { as: dee });
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(html).toMatch(/MU-1\.1[\s\S]*Level: Not yet[\s\S]*Seen on the call of 3 June, all of it\.[\s\S]*Enough:/);
    expect(html.match(/Enough:/g)).toHaveLength(1);
    expect(html).toMatch(/Who looked at this[\s\S]*Sunil Raman read everything/);
    expect(html).not.toContain(world.people.devon.name);
    expect(html).not.toMatch(/\d%|failed/i);
    expect((await get(`${page(notYet)}/report`, { as: moira })).status).toBe(200);
  });

  test("is a PDF with the same words, the same bytes each time, whoever reads it", async () => {
    const read = async (as: Scheme["people"]["dee"]) => {
      const answer = await get(`${page(notYet)}/report.pdf`, { as });
      expect([answer.status, answer.headers.get("Content-Type"), answer.headers.get("Cache-Control")]).toEqual([200, "application/pdf", "private, no-store"]);
      return Buffer.from(await answer.arrayBuffer());
    };
    const bytes = await read(world.people.dee);
    const printed = pdfPages(bytes).join(" ");
    for (const words of ["Your report, point by point", "MU-1.1", "Seen on the call of 3 June", "Enough:", "Who looked at this", "Page 1 of"]) expect(printed).toContain(words);
    expect((await read(world.people.moira)).equals(bytes)).toBe(true);
  });
});
