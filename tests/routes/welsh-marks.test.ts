import { and, eq, like, or } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { people as peopleTable } from "#db/schema/accounts";
import { letters, marks } from "#db/schema/marks";
import { outbox } from "#db/schema/platform";
import { confirmChange, proposeChange } from "~/marks/change.server";
import { makeLetter } from "~/marks/make-letter.server";
import { readStored } from "~/platform/files.server";
import { must } from "../support/cases";
import { noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { asRead, englishIn } from "../support/english";
import { awarded, decided, type Scheme, scheme } from "../support/marks";
import { pdfPages } from "../support/pdf-text";
import { asked } from "../support/register";
import { cookieFor, get, post } from "../support/website";

const titleOf = (html: string) => /<title>(.*?) – Waymark<\/title>/.exec(html)?.[1];

const { db } = await freshDatabase();
let world: Scheme;
/** One decision of each kind that reads differently. */
const decisions: Record<"deferred" | "not_awarded" | "assured", string> = { deferred: "", not_awarded: "", assured: "" };
const letter = (id: string) => `/organisations/marsh-end-community-allotment/letters/${id}`;

beforeAll(async () => {
  world = await scheme(db);
  const { pat } = world.people;
  await db.update(peopleTable).set({ language: "cy" }).where(eq(peopleTable.id, pat.personId));
  for (const outcome of ["not_awarded", "deferred", "assured"] as const) {
    const level = outcome === "assured" ? undefined : ({ "MU-1.1": outcome === "deferred" ? 1 : 0 } as const);
    const made = await decided(db, world, { first: level, second: level });
    expect(made.decision.outcome).toBe(outcome);
    decisions[outcome] = made.decision.id;
  }
});
/** As read, without what is said to keyboards. */
const words = (html: string) => asRead(html).replaceAll(/autocapitalize="characters"/gi, "");
const read = async (path: string, as = world.people.pat) => {
  const answer = await get(path, { as });
  return { status: answer.status, html: words(await answer.text()) };
};

describe("a decision letter", () => {
  test.each(["deferred", "not_awarded", "assured"] as const)(
    "%s: has no sentence of ours in English for who has chosen Welsh, and what was typed stays as it was typed",
    async (outcome) => {
      const { status, html } = await read(letter(decisions[outcome]));
      expect([status, englishIn(html)]).toEqual([200, []]);
      expect(html).toMatch(/^<!DOCTYPE html><html lang="cy"/i);
      expect(titleOf(html)).toBe("Llythyr penderfyniad: Made up, Marsh End Community Allotment");
      expect(html).toContain(outcome === "deferred" ? "gallwch apelio o fewn 28 diwrnod" : "Gallwch apelio tan");
      if (outcome !== "deferred") expect(html).toContain("help@demo.example neu 01632 960100");
      expect(html).toContain("Seen on the call of 3 June, all of it.");
    },
  );

  test("reads the database no more than eight times", async () => {
    const Cookie = await cookieFor(world.people.pat);
    const statements = await asked(() => get(letter(decisions.deferred), { headers: { Cookie } }));
    expect(statements.length, statements.join("\n")).toBeLessThanOrEqual(8);
  });

  test("marks the words of a standard that nobody has translated as English", async () => {
    const { html } = await read(letter(decisions.not_awarded));
    expect(html).toMatch(/MU-1\.1 <span lang="en-GB">/);
    expect((await read(letter(decisions.not_awarded), world.people.dee)).html).not.toContain('<span lang="en-GB">');
  });

  test("has a report with no sentence of ours in English, and its PDF is in the letter's language", async () => {
    const { html } = await read(`${letter(decisions.not_awarded)}/report`);
    expect(html).toContain("Eich adroddiad, pwynt wrth bwynt");
    expect(englishIn(html)).toEqual([]);
    const dees = await get(`${letter(decisions.not_awarded)}/report.pdf`, { as: world.people.dee });
    const printed = pdfPages(Buffer.from(await dees.arrayBuffer())).join(" ");
    expect(printed).toContain("Eich adroddiad, pwynt wrth bwynt");
    expect(englishIn(printed)).toEqual([]);
  });

  test("counts what is missing in whole sentences", async () => {
    expect((await read(letter(decisions.deferred))).html).toContain("Nid yw un pwynt y mae’n rhaid i bawb ei fodloni wedi’i fodloni yn llwyr eto");
    expect((await read(letter(decisions.deferred), world.people.dee)).html).toContain("One point that everyone must have is not quite met");
  });

  test("says in the reader's language that its PDF is being made; the PDF is in the language of whoever sent the self-assessment, whoever reads it", async () => {
    const path = `${letter(decisions.not_awarded)}/letter.pdf`;
    expect((await read(path)).html).toBe("Mae PDF y llythyr hwn yn cael ei wneud. Rhowch gynnig arall arni ymhen munud.\n");
    await makeLetter(db, noon, decisions.not_awarded);
    const [row] = await db.select().from(letters).where(eq(letters.decisionId, decisions.not_awarded));
    const bytes = (await readStored(row!.storageKey))!;
    const printed = pdfPages(bytes).join(" ");
    expect(printed).toContain("Ddim eto: dyma beth i’w wneud nesaf");
    expect(printed).toContain("Tudalen 1 o 2");
    expect(printed).toContain("Seen on the call of 3 June");
    expect(englishIn(printed)).toEqual([]);
    const dees = await get(path, { as: world.people.dee });
    expect(Buffer.from(await dees.arrayBuffer()).equals(bytes)).toBe(true);
  });
});

test("who has chosen Welsh is written to in Welsh, and anybody else in English", async () => {
  const { pat } = world.people;
  const mails = await db
    .select()
    .from(outbox)
    .where(and(eq(outbox.to, pat.email), or(like(outbox.cause, "decision:%"), like(outbox.cause, "case:%"))));
  expect(mails, "received, who reads, the draft report and the decision of each").toHaveLength(12);
  for (const { subject, text, html } of mails) {
    expect(englishIn(`${subject} ${text}`)).toEqual([]);
    expect(text).toContain("Helo Pat Holloway,");
    expect(html).toContain('<html lang="cy">');
  }
  const { decision } = await decided(db, world, { home: "harbour" });
  const [theirs] = await db
    .select()
    .from(outbox)
    .where(eq(outbox.cause, `decision:${decision.id}:${world.people.ruth.personId}`));
  expect(theirs).toMatchObject({ subject: "Harbour Wellbeing holds the mark for Made up", text: expect.stringContaining("Hello Ruth Penhale,") });
  expect(theirs!.html).toContain('<html lang="en-GB">');
});

describe("giving a mark up", () => {
  const page = async () => `/organisations/marsh-end-community-allotment/marks/${(await codes()).at(-1)}/give-up`;
  const codes = async () => (await db.select({ code: marks.code }).from(marks).where(eq(marks.organisationId, world.people.organisations.marshEnd.id))).map(({ code }) => code);

  test("is asked, refused and over in Welsh", async () => {
    const path = await page();
    const asked = await read(path);
    expect([asked.status, titleOf(asked.html), englishIn(asked.html)]).toEqual([200, "Ildio’r marc ar gyfer Made up: Marsh End Community Allotment", []]);
    const slip = await post(path, { typed: "0000" }, { as: world.people.pat });
    const said = words(await slip.text());
    expect([slip.status, titleOf(said), englishIn(said)]).toEqual([400, "Gwall: Ildio’r marc ar gyfer Made up: Marsh End Community Allotment", []]);
    expect(said).toContain("Teipiwch god y marc hwn, fel y’i dangosir uchod");
    expect((await post(path, { typed: (await codes()).at(-1)! }, { as: world.people.pat })).status).toBe(303);
    const over = await read(path);
    expect(englishIn(over.html)).toEqual([]);
    expect(over.html).toContain("mae’r marc hwn wedi dod i ben eisoes (wedi’i ildio)");
    const again = await post(path, { typed: (await codes()).at(-1)! }, { as: world.people.pat });
    expect([again.status, asRead(await again.text())]).toEqual([409, expect.stringContaining("Ni ellir gwneud hyn â’r marc fel y mae nawr.")]);
  });

  test("is not possible while the mark is suspended, which is not said to be its end", async () => {
    const { code } = await awarded(db, world);
    const { moira, mal } = world.people;
    const { proposalId } = must(await proposeChange(db, noon, moira, { code, kind: "suspend", reasonClass: "cannot_be_reached", note: "Nobody answers: rang three times." }));
    must(await confirmChange(db, noon, mal, { code, proposalId }));
    const { html } = await read(await page());
    expect(html).toContain("Mae’r marc hwn wedi’i atal dros dro, felly ni ellir ei ildio ar hyn o bryd.");
    expect(englishIn(html)).toEqual([]);
  });
});
