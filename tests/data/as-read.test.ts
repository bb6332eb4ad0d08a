import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "~/accounts/actor";
import { assessmentAsRead } from "~/assessments/as-read.server";
import { checkedFor } from "~/assessments/checked.server";
import { assessmentFor } from "~/assessments/draft.server";
import { overviewFor } from "~/assessments/overview.server";
import { questionFor } from "~/assessments/question.server";
import { publishStandards } from "~/standards/publish.server";
import { draftOf, groupFacts } from "../support/answers";
import { noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { cast } from "../support/people";

const { db } = await freshDatabase();
const { pat, ruth, moira } = await cast(db);
let id: string;
let practice: string;
beforeAll(async () => {
  await publishStandards(db, noon, { system: "test" });
  id = await draftOf(db, pat, pat.memberships[0]!.organisationId, "referral-capacity");
  practice = await draftOf(db, ruth, ruth.memberships[0]!.organisationId, "link-worker-practice", { ...groupFacts, has_link_workers: true });
});
const welsh: Actor = { ...pat, language: "cy" };
const connector: Actor = { ...ruth, memberships: ruth.memberships.map((each) => ({ ...each, linkWorkerTerm: "community_connector" })) };

describe("a standard is read in its reader's words", () => {
  const title = async (actor: Actor) => {
    const question = await questionFor(db, noon, actor, id, "RC-1.1");
    const [overview, checked] = await Promise.all([overviewFor(db, noon, actor, id), checkedFor(db, noon, actor, id)]);
    return [
      typeof question === "object" ? question.shown.criterion.title : question,
      overview?.sections[0]?.tasks[0]?.title,
      typeof checked === "object" ? checked.answers[0]?.criterion.title : checked,
    ];
  };
  test("English where nobody chose", async () => expect(new Set(await title(pat))).toEqual(new Set(["The phone and email work"])));
  test("Welsh for a reader of Welsh", async () => expect(new Set(await title(welsh))).toEqual(new Set(["Mae’r ffôn a’r e-bost yn gweithio"])));

  test("with the group's word for link workers, which never reaches another group's readers", async () => {
    const said = (await assessmentAsRead(db, connector, practice))!.version.standard;
    expect(JSON.stringify(said.criteria.map(({ source: _, ...rest }) => rest))).not.toMatch(/link worker/i);
    expect(JSON.stringify(said)).toContain("community connector");
    expect((await assessmentAsRead(db, ruth, practice))!.version.standard).toEqual((await assessmentFor(db, ruth, practice))!.version.standard);
  });

  test.each([
    ["Welsh", pat, welsh, () => id],
    ["another word", ruth, connector, () => practice],
  ])("in %s the rules are those of the version", async (_, plain, actor, draft) => {
    const [read, asked] = [(await assessmentAsRead(db, actor, draft()))!, (await assessmentFor(db, plain, draft()))!];
    const rules = ({ criteria }: typeof asked.version.standard) =>
      criteria.map(({ id: criterion, weight, must_have, applies, levels }) => [criterion, weight, must_have, applies, levels.met.tests.length, levels.leading.tests.length]);
    expect([rules(read.version.standard), read.version.sha256, read.version.content]).toEqual([rules(asked.version.standard), asked.version.sha256, asked.version.content]);
    expect(read.version.standard).not.toEqual(asked.version.standard);
  });

  test("and is not there for a stranger", async () => expect(await assessmentAsRead(db, moira, id)).toBeUndefined());
});
