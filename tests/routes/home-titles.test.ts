import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { people as peopleRows } from "#db/schema/accounts";
import type { Actor } from "~/accounts/actor";
import { clock } from "~/platform/clock.server";
import { paths } from "~/platform/paths";
import { stateFacts } from "~/providers/state-facts.server";
import { submitForReview } from "~/review/open.server";
import { publishStandards } from "~/standards/publish.server";
import { allStatements, draftOf, filledDraft, groupFacts } from "../support/answers";
import { freshDatabase } from "../support/database";
import { asRead } from "../support/english";
import { type Cast, cast } from "../support/people";
import { asked } from "../support/register";
import { cookieFor, get } from "../support/website";

const { db } = await freshDatabase();
let people: Cast;
let slug: string;
beforeAll(async () => {
  await publishStandards(db, clock, { system: "test" });
  people = await cast(db);
  const { organisationId, slug: own } = people.pat.memberships[0]!;
  slug = own;
  await draftOf(db, people.pat, organisationId, "activities-and-services");
  const sent = await filledDraft(db, people.pat, organisationId, "referral-capacity");
  await submitForReview(db, clock, people.pat, { assessmentId: sent, scope: [], statements: allStatements });
  await stateFacts(db, clock, people.pat, organisationId, { has_link_workers: true });
}, 60_000);
beforeEach(() => db.update(peopleRows).set({ language: "cy" }));

async function page(path: string, as: Actor) {
  const Cookie = await cookieFor(as);
  let html = "";
  const statements = await asked(async () => {
    html = asRead(await (await get(path, { headers: { Cookie } })).text());
  });
  return { html, reads: statements.filter((each) => !/^(begin|commit|savepoint|release)/i.test(each)) };
}
const english = ["Activities and services", "Referral capacity", "Link worker practice"];

describe.each([
  ["a group's own page", () => paths.organisation(slug)],
  ["its list of self-assessments", () => paths.organisationAssessments(slug)],
])("%s", (_what, path) => {
  test("calls standards and questions as its reader's language does, in no more than eight reads", async () => {
    await page(path(), people.pat);
    const { html, reads } = await page(path(), people.pat);
    expect(english.filter((title) => html.includes(title))).toEqual([]);
    expect(html).toMatch(/>Dechrau: /);
    expect(reads.length, reads.join("\n")).toBeLessThanOrEqual(8);
  });

  test("in English as they were published", async () => {
    await db.update(peopleRows).set({ language: "en" });
    const { html } = await page(path(), people.pat);
    expect(english.filter((title) => !html.includes(title))).toEqual([]);
    expect(html).not.toContain('<span lang="');
  });
});

test("the word for link workers is asked of whoever has some, or answers the standard about them", async () => {
  const word = async (as: Actor) => (await page(paths.organisation(as.memberships[0]!.slug), as)).html.includes(paths.organisationTerm(as.memberships[0]!.slug));
  const { ruth, pat } = people;
  const [harbour, marshEnd] = [ruth.memberships[0]!.organisationId, pat.memberships[0]!.organisationId];
  expect(await word(pat)).toBe(true);
  await stateFacts(db, clock, pat, marshEnd, { has_link_workers: false });
  expect(await word(pat)).toBe(false);
  await draftOf(db, ruth, harbour, "link-worker-practice", { ...groupFacts, has_link_workers: true });
  await stateFacts(db, clock, ruth, harbour, { has_link_workers: false });
  expect(await word(ruth)).toBe(true);
});
