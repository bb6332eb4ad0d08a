import { beforeAll, expect, test } from "vitest";
import type { Actor } from "~/accounts/actor";
import { londonDay } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import { begun, openedCase, publishSmall, rated } from "../support/cases";
import { freshDatabase } from "../support/database";
import { type Cast, cast } from "../support/people";
import { get, post } from "../support/website";

const { db } = await freshDatabase();
let people: Cast;
let versionId: string;
let readers: { assessor: Actor; second: Actor; moderator: Actor };
beforeAll(async () => {
  people = await cast(db);
  versionId = await publishSmall(db);
  readers = { assessor: people.sunil, second: people.amara, moderator: people.moira };
});

const open = async () => (await openedCase(db, people.pat, people.organisations.marshEnd.id, versionId)).caseId;
const plain = async (answer: Response) => (await answer.text()).replace(/<!-- -->/g, "");
const [year, month, day] = londonDay(clock.now()).split("-") as [string, string, string];
const words = "The organiser says that two people answer the telephone.";
const form = { intent: "record_visit", kind: "conversation_worker", "held-day": day, "held-month": month, "held-year": year, words };

test("told on the page of the case, shown there and with its criterion, and missed no longer", async () => {
  const caseId = await open();
  const page = `/cases/${caseId}`;
  await begun(db, caseId, readers);
  const before = await plain(await get(page, { as: people.sunil }));
  expect(before).toContain("talk with somebody who works or leads there");
  expect(before).toContain("Record a conversation or a visit");
  expect((await post(page, { ...form, about: ["MU-1.1"] }, { as: people.sunil })).headers.get("Location")).toBe(page);
  const after = await plain(await get(page, { as: people.amara }));
  expect(after).toContain(`Sunil Raman talked with somebody who works or leads there, about MU-1.1. “${words}”`);
  expect(after).not.toContain("Record a conversation or a visit");
  expect(await plain(await get(`${page}/rate/MU-1.1`, { as: people.amara }))).toContain(words);
  expect(await plain(await get(`${page}/rate/MU-1.2`, { as: people.amara }))).not.toContain(words);
});

test("what is wrong is said beside its field, with all that was typed", async () => {
  const caseId = await open();
  const page = `/cases/${caseId}`;
  await begun(db, caseId, readers);
  const empty = await post(page, { intent: "record_visit", words: "They were kind." }, { as: people.sunil });
  expect(empty.status).toBe(400);
  const said = await plain(empty);
  for (const each of ["Say what it was", "Write the day on which it was", "They were kind."]) expect(said).toContain(each);
  const unwilling = await plain(await post(page, { ...form, willing: "no", about: ["MU-1.2"] }, { as: people.sunil }));
  expect(unwilling).toContain("Tick this only where you asked people who attend");
  expect(unwilling).toMatch(/checked=""[^>]*value="MU-1.2"|value="MU-1.2"[^>]*checked=""/);
  expect(await plain(await post(page, { ...form, "held-year": "2199" }, { as: people.sunil }))).toContain("This day is still to come");
  expect((await post(page, form, { as: people.amara })).status).toBe(403);
  for (const nobody of [people.devon, people.pat]) expect((await post(page, form, { as: nobody })).status).toBe(404);
});

test("who decides is told what is missing, and can decide all the same", async () => {
  const caseId = await open();
  await rated(db, caseId, readers);
  const page = await plain(await get(`/cases/${caseId}/decide`, { as: people.devon }));
  expect(page).toContain("talk with somebody who works or leads there");
  expect(page).toContain("You can decide without it.");
  expect(page).toContain("Confirm: ");
});
