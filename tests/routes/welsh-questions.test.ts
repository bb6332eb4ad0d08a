import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { people as peopleRows } from "#db/schema/accounts";
import type { Facts } from "#standards/format";
import type { Actor } from "~/accounts/actor";
import { comment } from "~/assessments/comments.server";
import { agreeToMigrate } from "~/assessments/migrate.server";
import { giveSection, markSection } from "~/assessments/section-work.server";
import { discard } from "~/assessments/take-back.server";
import { clock } from "~/platform/clock.server";
import { paths } from "~/platform/paths";
import { standardsFolder } from "~/standards/load.server";
import { publishStandards } from "~/standards/publish.server";
import { draftOf, filledDraft, groupFacts } from "../support/answers";
import { freshDatabase } from "../support/database";
import { asRead, englishIn } from "../support/english";
import { type Cast, cast } from "../support/people";
import { asked } from "../support/register";
import { cookieFor, get, post } from "../support/website";

const { db, sql } = await freshDatabase();
const LW = "link-worker-practice";
const lw: Facts = { ...groupFacts, has_link_workers: true, uses_ai_tools: true };
let people: Cast;
let old: string;
let moved: string;
let newer: string;
let ended: string;
let others: string;

beforeAll(async () => {
  const publish = (...names: string[]) => publishStandards(db, clock, { system: "test" }, standardsFolder, names);
  await publish("referral-capacity@1.0.0", "activities-and-services@1.0.0", `${LW}@1.0.0`);
  people = await cast(db);
  const { ruth, pat, dee, tomasz } = people;
  const [harbour, marshEnd] = [people.organisations.harbour.id, people.organisations.marshEnd.id];
  old = await filledDraft(db, ruth, harbour, LW, lw);
  moved = await filledDraft(db, pat, marshEnd, LW, lw);
  await comment(db, clock, pat, { id: crypto.randomUUID(), assessmentId: moved, criterion: "LW-2.3", words: "Dydd Iau?" });
  await giveSection(db, clock, pat, { assessmentId: moved, section: "LW-2", to: dee.personId });
  await markSection(db, clock, pat, { assessmentId: old, section: "LW-1", done: true });
  await giveSection(db, clock, ruth, { assessmentId: old, section: "LW-2", to: tomasz.personId });
  await publish(`${LW}@1.1.0`, `${LW}@2.0.0`);
  const agreed = await agreeToMigrate(db, clock, pat, moved);
  if (!agreed?.ok) throw new Error(agreed?.why);
  newer = agreed.assessmentId;
  ended = await draftOf(db, ruth, harbour, "activities-and-services", lw);
  await discard(db, clock, ruth, ended);
  others = await draftOf(db, ruth, harbour, "activities-and-services", lw);
}, 60_000);
beforeEach(() => db.update(peopleRows).set({ language: "cy" }));

/** What is called Cyber Essentials has no other name. */
const page = async (path: string, as: Actor) => asRead(await (await get(path, { as })).text()).replaceAll("Cyber Essentials", "");
const titleOf = (html: string) => /<title>(.*?) – Waymark<\/title>/.exec(html)?.[1];

describe("nothing that we say is in English", () => {
  test.each([
    ["what there is to answer, with a newer version", () => paths.assessment(old), "ruth", /^Eich cwestiynau: /],
    ["it, for whoever was given a section", () => `${paths.assessment(old)}?show=mine`, "tomasz", /^Eich cwestiynau: /],
    ["it, just after a move", () => paths.assessment(newer), "pat", /^Eich cwestiynau: /],
    ["it, for who may not send", () => paths.assessment(newer), "dee", /^Eich cwestiynau: /],
    ["where answers went on", () => paths.assessment(moved), "pat", /^Eich cwestiynau: /],
    ["one that has ended", () => paths.assessment(ended), "ruth", /^Eich cwestiynau: /],
    ["what a move would mean", () => paths.migrate(old), "ruth", /^Symud i fersiwn newyddach$/],
    ["it, for who may not agree", () => paths.migrate(old), "tomasz", /^Symud i fersiwn newyddach$/],
    ["a move that was made", () => paths.migrate(newer), "pat", /^Symud i fersiwn newyddach$/],
    ["what a group says about a question", () => paths.comments(newer, "LW-2.5"), "pat", /^Trafod: /],
    ["a question nobody has talked about", () => paths.comments(old, "LW-1.2"), "ruth", /^Trafod: /],
    ["a question that was joined from two", () => paths.criterion(newer, "LW-2.5"), "pat", /./],
    ["a question that is new", () => paths.criterion(newer, "LW-3.6"), "pat", /./],
    ["what is missing, with a newer version", () => paths.check(old), "ruth", /^Gwiriwch eich atebion$/],
  ] as const)("on the page of %s", async (_what, path, name, title) => {
    const html = await page(path(), people[name]);
    expect(html).toMatch(/^<!DOCTYPE html><html lang="cy"/i);
    expect(englishIn(html)).toEqual([]);
    expect(titleOf(html)).toMatch(title);
    expect(html).not.toMatch(/<main[^>]* lang=/);
  });

  test("on any question that a move has touched", async () => {
    const html = await page(paths.assessment(newer), people.pat);
    const questions = [...new Set([...html.matchAll(/\/criteria\/(LW-[\d.]+)/g)].map(([, id]) => id!))];
    expect(questions.length).toBeGreaterThan(10);
    for (const id of questions) expect([id, englishIn(await page(paths.criterion(newer, id), people.pat))]).toEqual([id, []]);
  });

  test("when something is refused, or said too shortly", async () => {
    const answers = [
      await post(paths.comments(old, "LW-1.2"), { words: " " }, { as: people.ruth }),
      await post(paths.comments(old, "LW-1.2"), { words: "x".repeat(2001) }, { as: people.ruth }),
      await post(paths.assessment(old), { intent: "give", section: "LW-99", to: "" }, { as: people.ruth }),
      await post(paths.migrate(old), { move: "agree" }, { as: people.tomasz }),
      await post(paths.migrate(old), { move: "back" }, { as: people.ruth }),
    ];
    for (const answer of answers) {
      expect(answer.status).toBeGreaterThanOrEqual(403);
      const html = asRead(await answer.text());
      expect(englishIn(html)).toEqual([]);
      expect(titleOf(html)).toMatch(/^Gwall: /);
    }
  });
});

test("a list of changes is marked as English; a question of the new version is in its reader’s words", async () => {
  const html = await page(paths.migrate(old), people.ruth);
  expect(html).toMatch(/<span lang="en-GB">A new criterion asks about AI/);
  expect(html).not.toContain("Peer support and time to reflect");
  await db.update(peopleRows).set({ language: "en" });
  const english = await page(paths.migrate(old), people.ruth);
  expect(english).toContain("Peer support and time to reflect");
  expect(english).not.toContain('<span lang="en-GB"');
});

test("what a move keeps stays in the words of its version, whoever agreed to it in whatever language", async () => {
  const kept = await sql<{ carried: { from: { title: string }[] } }[]>`select carried from answers where assessment_id = ${newer} and criterion = 'LW-2.5'`;
  expect(kept[0]?.carried.from.map(({ title }) => title)).toContain("Peer support and time to reflect");
});

test("who is given a section reads of it in the language they have chosen", async () => {
  await db.update(peopleRows).set({ language: "en" }).where(eq(peopleRows.id, people.ruth.personId));
  await sql`delete from outbox`;
  await giveSection(db, clock, people.ruth, { assessmentId: old, section: "LW-3", to: people.tomasz.personId });
  const [mail] = await sql<{ subject: string; text: string; html: string }[]>`select subject, text, html from outbox`;
  expect(mail?.subject).toMatch(/^Mae Ruth Penhale yn gofyn i chi ofalu am “/);
  expect(englishIn(mail!.text)).toEqual([]);
  expect(mail?.html).toContain('lang="cy"');
});

test("in Welsh no page reads more than eight times", async () => {
  for (const [path, as] of [
    [paths.assessment(old), people.ruth],
    [paths.assessment(newer), people.pat],
    [paths.migrate(old), people.ruth],
    [paths.comments(newer, "LW-2.5"), people.pat],
    [paths.criterion(newer, "LW-2.5"), people.pat],
    [paths.check(others), people.ruth],
  ] as const) {
    const Cookie = await cookieFor(as);
    const statements = await asked(async () => {
      await (await get(path, { headers: { Cookie } })).text();
    });
    expect(statements.filter((each) => !/^(begin|commit|savepoint|release)/i.test(each)).length, statements.join("\n")).toBeLessThanOrEqual(8);
  }
});
