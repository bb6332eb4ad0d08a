import { beforeAll, expect, test } from "vitest";
import { removeMember } from "~/accounts/members.server";
import { comment, commentCounts, commentsOn } from "~/assessments/comments.server";
import { assessmentsOf } from "~/assessments/list.server";
import { agreeToMigrate } from "~/assessments/migrate.server";
import { giveSection, markSection, sectionWorkOf } from "~/assessments/section-work.server";
import { discard } from "~/assessments/take-back.server";
import { undoMigration } from "~/assessments/undo-migration.server";
import { mailsSoFar } from "~/platform/mail.server";
import { standardsFolder } from "~/standards/load.server";
import { publishStandards } from "~/standards/publish.server";
import { draftOf, groupFacts } from "../support/answers";
import { at } from "../support/clock";
import { freshDatabase } from "../support/database";
import { type Cast, cast } from "../support/people";
import { asked } from "../support/register";

const { db } = await freshDatabase();
const LW = "link-worker-practice";
const facts = { ...groupFacts, has_link_workers: true };
const minute = (minutes: number) => at(new Date(Date.parse("2026-10-14T10:00:00Z") + minutes * 60_000).toISOString());
let people: Cast;
let harbour: string;
let old: string;

beforeAll(async () => {
  await publishStandards(db, at("2026-05-20T10:00:00Z"), { system: "test" }, standardsFolder, ["referral-capacity@1.0.0", `${LW}@1.0.0`]);
  people = await cast(db);
  harbour = people.organisations.harbour.id;
  old = await draftOf(db, people.ruth, harbour, LW, facts);
  await say(old, "LW-2.3", "Peer support: is Thursday all right?", 1);
  await say(old, "LW-1.2", "The register is up to date.", 2, people.tomasz);
  await say(old, "LW-1.1", "Two references, always.", 3);
  await give(old, "LW-2", people.tomasz, 4);
  await markSection(db, minute(5), people.ruth, { assessmentId: old, section: "LW-1", done: true });
  await publishStandards(db, at("2026-10-05T08:00:00Z"), { system: "test" }, standardsFolder, [`${LW}@1.1.0`, `${LW}@2.0.0`]);
});

const say = (assessmentId: string, criterion: string, words: string, minutes: number, by = people.ruth) =>
  comment(db, minute(minutes), by, { id: crypto.randomUUID(), assessmentId, criterion, words });
const give = (assessmentId: string, section: string, to: typeof people.ruth | null, minutes: number) =>
  giveSection(db, minute(minutes), people.ruth, { assessmentId, section, to: to?.personId ?? null });
const givenOf = async (id: string, section = "LW-2") => (await sectionWorkOf(db, { id, organisationId: harbour })).find((each) => each.section === section)?.given?.name;
const told = async (id: string, criterion: string) => (await commentsOn(db, id, criterion)).map(({ words, under }) => [words, under?.version, under?.title]);
const moved = async () => {
  const agreed = await agreeToMigrate(db, minute(10), people.ruth, old);
  if (!agreed?.ok) throw new Error(agreed?.why);
  return agreed.assessmentId;
};

test("after a move and back, nobody’s words and nobody’s section are lost", async () => {
  const first = await moved();
  const peer = ["Peer support: is Thursday all right?", "1.0.0", "Peer support and time to reflect"];
  expect(await told(first, "LW-2.5")).toEqual([peer]);
  expect(await told(first, "LW-1.2")).toEqual([["The register is up to date.", "1.0.0", undefined]]);
  expect(await commentCounts(db, first)).toEqual({ "LW-2.5": 1, "LW-1.2": 1 });
  expect(await givenOf(first)).toBe(people.tomasz.name);
  expect((await sectionWorkOf(db, { id: first, organisationId: harbour })).find(({ section }) => section === "LW-1")?.done).toBeUndefined();

  const mails = (await mailsSoFar(db)).length;
  expect(await give(first, "LW-2", people.tomasz, 11)).toEqual({ ok: true });
  expect(await mailsSoFar(db)).toHaveLength(mails);
  await give(first, "LW-2", null, 12);
  expect(await givenOf(first)).toBeUndefined();
  expect(await givenOf(old)).toBe(people.tomasz.name);
  await give(first, "LW-4", people.ruth, 13);
  await say(first, "LW-4.6", "Shall we keep the walk-and-talk?", 14);
  expect(await told(first, "LW-4.6")).toEqual([["Shall we keep the walk-and-talk?", undefined, undefined]]);
  expect(await told(old, "LW-4.1")).toEqual([]);

  expect(await undoMigration(db, minute(15), people.ruth, first)).toMatchObject({ ok: true });
  expect(await told(old, "LW-4.1")).toEqual([["Shall we keep the walk-and-talk?", "2.0.0", expect.any(String)]]);
  expect(await told(old, "LW-2.3")).toEqual([["Peer support: is Thursday all right?", undefined, undefined]]);
  expect(await told(old, "LW-1.1")).toEqual([["Two references, always.", undefined, undefined]]);
  expect([await givenOf(old), await givenOf(old, "LW-4")]).toEqual([undefined, people.ruth.name]);
  expect((await sectionWorkOf(db, { id: old, organisationId: harbour })).find(({ section }) => section === "LW-1")?.done?.by).toBe(people.ruth.name);

  const second = await moved();
  expect(await told(second, "LW-4.6")).toEqual([["Shall we keep the walk-and-talk?", undefined, undefined]]);
  expect(await told(second, "LW-2.5")).toEqual([peer]);
  expect(await givenOf(second, "LW-4")).toBe(people.ruth.name);

  const reads = [() => commentsOn(db, second, "LW-2.5"), () => commentCounts(db, second), () => sectionWorkOf(db, { id: second, organisationId: harbour })];
  for (const read of reads) expect(await asked(read)).toHaveLength(1);
});

test("a draft that was moved from nowhere has its own alone, and whoever left the group has nothing", async () => {
  for (const each of await assessmentsOf(db, harbour)) if (each.state === "draft") await discard(db, minute(19), people.ruth, each.id);
  const own = await draftOf(db, people.ruth, harbour, LW, facts);
  expect(await commentCounts(db, own)).toEqual({});
  await give(own, "LW-2", people.tomasz, 20);
  expect(await givenOf(own)).toBe(people.tomasz.name);
  await removeMember(db, minute(21), people.ruth, { organisationId: harbour, personId: people.tomasz.personId });
  expect(await givenOf(own)).toBeUndefined();
});
