import { beforeAll, describe, expect, test } from "vitest";
import { standardTranslations } from "#db/schema/standards";
import type { Criterion, Standard } from "#standards/format";
import type { Translation } from "#standards/translation-format";
import type { Actor } from "~/accounts/actor";
import { assessmentAsRead } from "~/assessments/as-read.server";
import { checkedFor } from "~/assessments/checked.server";
import { assessmentFor } from "~/assessments/draft.server";
import { overviewFor } from "~/assessments/overview.server";
import { questionFor } from "~/assessments/question.server";
import { saveAnswer } from "~/assessments/save.server";
import { reasonsOf } from "~/assessments/shown-criterion";
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
    expect(JSON.stringify(said.criteria.map(({ source: _, keptReasons: _kept, ...shown }) => shown))).not.toMatch(/link worker/i);
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

  test("what is chosen in it is kept as the version has it: what is missing is the same for every reader", async () => {
    const draft = await draftOf(db, pat, pat.memberships[0]!.organisationId, "activities-and-services");
    const { version } = (await assessmentFor(db, pat, draft))!;
    await db
      .insert(standardTranslations)
      .values({ versionId: version.id, language: "cy", content: JSON.stringify(inOtherWords(version.standard)), sha256: "0".repeat(64), publishedAt: noon.now() });
    const question = await questionFor(db, noon, welsh, draft, "AS-1.2");
    const [reason] = typeof question === "object" ? reasonsOf(question.shown.criterion) : [];
    expect(reason?.label).toBe(`W: ${reason?.value}`);
    const claim = { na: { claimed: true, reason: reason?.value, words: "It is open to whoever comes by." } };
    expect(await saveAnswer(db, noon, welsh, { assessmentId: draft, criterion: "AS-1.2", answer: claim, basedOn: 0 })).toMatchObject({ ok: true });
    for (const actor of [pat, welsh]) {
      const checked = await checkedFor(db, noon, actor, draft);
      expect(typeof checked === "object" && checked.missing.filter(({ criterion }) => criterion === "AS-1.2")).toEqual([]);
    }
  });

  test("and is not there for a stranger", async () => expect(await assessmentAsRead(db, moira, id)).toBeUndefined());
});

/** A translation that says everything with a W before it. */
function inOtherWords({ title, purpose, sections, criteria }: Standard): Translation {
  const say = (text: string) => `W: ${text}`;
  const said = (criterion: Criterion) => ({
    checked: false as const,
    ...{ title: say(criterion.title), statement: say(criterion.statement), why: say(criterion.why), good: say(criterion.good), ask: say(criterion.ask) },
    levels: {
      not_yet: say(criterion.levels.not_yet),
      developing: say(criterion.levels.developing),
      met: { tests: criterion.levels.met.tests.map(say) },
      leading: { tests: criterion.levels.leading.tests.map(say) },
    },
    evidence: { what: say(criterion.evidence.what), lightest: say(criterion.evidence.lightest) },
    na_reasons: criterion.na_reasons.map(say),
  });
  return {
    ...{ checked: false, title: say(title), purpose: say(purpose) },
    sections: Object.fromEntries(sections.map((each) => [each.id, say(each.title)])),
    criteria: Object.fromEntries(criteria.map((each) => [each.id, said(each)])),
  };
}
