import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { people as peopleTable } from "#db/schema/accounts";
import { evidenceFiles, linkCaptures, otherAwards } from "#db/schema/evidence";
import { outbox } from "#db/schema/platform";
import { saveAnswer } from "~/assessments/save.server";
import { captureOutcomes } from "~/evidence/capture-words";
import { setExpiry } from "~/evidence/keep-library.server";
import { findingKinds } from "~/evidence/personal-data";
import { remindOfExpiry } from "~/evidence/remind.server";
import { storeEvidence } from "~/evidence/store.server";
import { addDays, londonDay } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import { publishStandards } from "~/standards/publish.server";
import { draftOf } from "../support/answers";
import { must } from "../support/cases";
import { freshDatabase } from "../support/database";
import { asRead, englishIn } from "../support/english";
import * as files from "../support/files";
import { type Cast, cast } from "../support/people";
import { asked } from "../support/register";
import { cookieFor, get, post } from "../support/website";

const titleOf = (html: string) => /<title>(.*?) – Waymark<\/title>/.exec(html)?.[1];

const { db } = await freshDatabase();
let people: Cast;
let page: string;
const asPat = () => ({ as: people.pat });
/** But for the name of an award of somebody else's, which has a word of ours in it. */
const welsh = async (answer: Response) => ({ status: answer.status, html: asRead(await answer.text()).replaceAll("Cyber Essentials", "") });
const form = (fields: Record<string, string>, file?: { name: string; bytes: Uint8Array }) => {
  const made = new FormData();
  if (file) made.set("file", new File([Buffer.from(file.bytes)], file.name));
  for (const [name, value] of Object.entries(fields)) made.set(name, value);
  return made;
};
const stored = async (name: string) => must(await storeEvidence(db, clock, people.pat, { organisationId: people.organisations.marshEnd.id, name, bytes: files.pdf() })).file.id;

beforeAll(async () => {
  await publishStandards(db, clock, { system: "test" });
  people = await cast(db);
  await db.update(peopleTable).set({ language: "cy" }).where(eq(peopleTable.id, people.pat.personId));
  page = `/organisations/${people.organisations.marshEnd.slug}/evidence`;
});

describe("the library of a group, for who has chosen Welsh", () => {
  test("has no sentence of ours in English while it is empty", async () => {
    const { status, html } = await welsh(await get(page, asPat()));
    expect([status, titleOf(html), englishIn(html)]).toEqual([200, "Llyfrgell dystiolaeth", []]);
    expect(html).toMatch(/^<!DOCTYPE html><html lang="cy"/i);
  });

  test("nor with everything in it that there can be: each outcome of a look at a page, each finding, each state of a file, awards", async () => {
    const organisationId = people.organisations.marshEnd.id;
    const draft = await draftOf(db, people.pat, organisationId, "activities-and-services");
    const shown = await stored("camau.pdf");
    const links = captureOutcomes.map((outcome) => ({ kind: "link" as const, title: outcome, link: `https://${outcome.replaceAll("_", "-")}.example/`, clean: true }));
    const unseen = { kind: "link" as const, title: "new", link: "https://new.example/", clean: true };
    for (const [criterion, evidence] of [
      ["AS-2.2", [{ kind: "file" as const, file: shown, title: "Camau", clean: true }, ...links.slice(0, 4)]],
      ["AS-2.3", [unseen, ...links.slice(4)]],
    ] as const)
      must(await saveAnswer(db, clock, people.pat, { assessmentId: draft, criterion, answer: { evidence: [...evidence] }, basedOn: 0 }));
    await db
      .insert(linkCaptures)
      .values(captureOutcomes.map((outcome) => ({ organisationId, url: `https://${outcome.replaceAll("_", "-")}.example/`, capturedAt: clock.now(), outcome })));
    const set = async (name: string, values: Partial<typeof evidenceFiles.$inferInsert>) =>
      db
        .update(evidenceFiles)
        .set(values)
        .where(eq(evidenceFiles.id, await stored(name)));
    await set("pob.pdf", { findings: findingKinds.map((kind) => ({ kind, result: "please_check" })) });
    await set("na.pdf", { findings: [{ kind: "nhs_number", result: "blocked" }], expiresOn: "2020-03-31" });
    await set("iawn.pdf", { findings: [{ kind: "nhs_number", result: "blocked" }], findingsConfirmedAt: clock.now(), expiresOn: "2999-03-31", scan: "clean" });
    await set("clo.pdf", { lockedAt: clock.now() });
    const award = { organisationId, statedBy: people.pat.personId, statedAt: clock.now() };
    await db.insert(otherAwards).values([
      { ...award, award: "investing-in-volunteers", number: "IiV 1042", expiresOn: "2999-05-01" },
      { ...award, award: "dspt", number: "D 1", expiresOn: "2020-05-01" },
    ]);
    const { html } = await welsh(await get(page, asPat()));
    expect(englishIn(html)).toEqual([]);
    for (const words of [
      "Wedi’i dangos yma:",
      "Gallwch ei ddangos ar gyfer AS-4.1, AS-4.2.",
      "Yn dda tan",
      "31 Mawrth 2999",
      "Cadwyd fel yr oedd ar",
      "Heb edrych arni eto.",
      "rhif GIG",
      "Wedi’i chloi",
      ">Gweithgareddau a gwasanaethau</span> 1.0.0, AS-2.2",
    ])
      expect(html).toContain(words);
  });

  test("reads the database no more than eight times", async () => {
    const Cookie = await cookieFor(people.pat);
    const statements = await asked(() => get(page, { headers: { Cookie } }));
    expect(statements.length, statements.join("\n")).toBeLessThanOrEqual(8);
  });

  test("and what is refused is refused in Welsh", async () => {
    const day = { "expires-day": "1", "expires-month": "5", "expires-year": "2999" };
    const never = { ...day, "expires-month": "13" };
    const sent: [string, FormData, string][] = [
      ["no file", form({ intent: "add" }), "Dewiswch lun neu ffeil"],
      ["no such day", form({ intent: "add", ...never }), "Rhowch ddyddiad go iawn"],
      ["not its kind", form({ intent: "add" }, { name: "a.txt", bytes: Buffer.from("words") }), "Ni allwn gymryd y math hwn o ffeil."],
      ["no such award", form({ intent: "award", award: "nobel", number: "1", ...day }), "Dewiswch ddyfarniad o’r rhestr"],
      ["no number", form({ intent: "award", award: "dspt", number: "", ...day }), "Rhowch rif neu gyfeirnod y dyfarniad"],
      ["there already", form({ intent: "award", award: "investing-in-volunteers", number: "IiV 1042", ...day }), "Mae’r dyfarniad hwn ar eich rhestr eisoes"],
      ["no last day", form({ intent: "award", award: "dspt", number: "2" }), "Rhowch ddiwrnod olaf y dyfarniad"],
    ];
    for (const [what, fields, words] of sent) {
      const { status, html } = await welsh(await post(page, fields, asPat()));
      expect([what, status, titleOf(html), englishIn(html), html.includes(words)]).toEqual([what, 422, "Gwall: Llyfrgell dystiolaeth", [], true]);
    }
  });
});

test("each admin is reminded in the language they have chosen", async () => {
  const last = addDays(londonDay(clock.now()), 20);
  for (const [as, home] of [
    [people.pat, people.organisations.marshEnd],
    [people.ruth, people.organisations.harbour],
  ] as const) {
    const { id } = must(await storeEvidence(db, clock, as, { organisationId: home.id, name: "yswiriant.pdf", bytes: files.pdf() })).file;
    await setExpiry(db, clock, as, { organisationId: home.id, fileId: id, expiresOn: last });
  }
  expect(await remindOfExpiry(db, clock)).toBe(2);
  const to = async (email: string) => (await db.select().from(outbox).where(eq(outbox.to, email))).find(({ cause }) => cause.startsWith("expiry:"))!;
  const pats = await to(people.pat.email);
  expect(englishIn(`${pats.subject} ${pats.text}`)).toEqual([]);
  expect([pats.subject, pats.html]).toEqual([expect.stringMatching(/^Mae yswiriant\.pdf yn dyddio ar /), expect.stringContaining('<html lang="cy">')]);
  expect((await to(people.ruth.email)).subject).toMatch(/^yswiriant\.pdf goes out of date on /);
});
