import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { people as peopleTable } from "#db/schema/accounts";
import { letters } from "#db/schema/marks";
import { makeLetter } from "~/marks/make-letter.server";
import { readStored } from "~/platform/files.server";
import { noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { englishIn, plain, titleOf } from "../support/english";
import { decided, type Scheme, scheme } from "../support/marks";
import { pdfPages } from "../support/pdf-text";
import { get } from "../support/website";

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
const read = async (path: string, as = world.people.pat) => {
  const answer = await get(path, { as });
  return { status: answer.status, html: plain(await answer.text()) };
};

describe("a decision letter", () => {
  test.each(["deferred", "not_awarded", "assured"] as const)(
    "%s: has no sentence of ours in English for who has chosen Welsh, and what was typed stays as it was typed",
    async (outcome) => {
      const { status, html } = await read(letter(decisions[outcome]));
      expect([status, englishIn(html)]).toEqual([200, []]);
      expect(html).toMatch(/^<!DOCTYPE html><html lang="cy"/i);
      expect(titleOf(html)).toBe("Llythyr penderfyniad: Made up, Marsh End Community Allotment");
      expect(html).toContain("Gallwch apelio tan");
      expect(html).toContain("help@demo.example neu 01632 960100");
      expect(html).toContain("Seen on the call of 3 June, all of it.");
    },
  );

  test("marks the words of a standard that nobody has translated as English", async () => {
    const { html } = await read(letter(decisions.not_awarded));
    expect(html).toMatch(/MU-1\.1 <span lang="en-GB">/);
    expect((await read(letter(decisions.not_awarded), world.people.dee)).html).not.toContain('<span lang="en-GB">');
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
    const words = pdfPages(bytes).join(" ");
    expect(words).toContain("Ddim eto: dyma beth i’w wneud nesaf");
    expect(words).toContain("Tudalen 1 o 2");
    expect(words).toContain("Seen on the call of 3 June");
    expect(englishIn(words)).toEqual([]);
    const dees = await get(path, { as: world.people.dee });
    expect(Buffer.from(await dees.arrayBuffer()).equals(bytes)).toBe(true);
  });
});
