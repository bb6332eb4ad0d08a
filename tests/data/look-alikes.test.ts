import { beforeAll, expect, test } from "vitest";
import { organisations } from "#db/schema/accounts";
import { lookAlikesOf } from "~/accounts/look-alikes/look-alikes.server";
import { noon } from "../support/clock";
import { freshDatabase } from "../support/database";

const { db } = await freshDatabase();
const ids = new Map<string, string>();
const add = async (slug: string, name: string, area: string) => {
  const [row] = await db
    .insert(organisations)
    .values({ slug, name, area, nation: "england", identifiers: slug === "other" ? ["GB-CHC:1234567"] : [], createdAt: noon.now() })
    .returning({ id: organisations.id });
  ids.set(slug, row!.id);
};
beforeAll(async () => {
  await add("own", "Harbour Wellbeing", "Saltmarsh Bay");
  await add("other", "Harbour Wellbeing", "Northfield");
  await add("letters", "Наrbour Wеllbеing", "Saltmarsh Bay");
  await add("near", "Harbor Wellbeing CIC", "Saltmarsh Bay");
  await add("far", "Harbour Singing", "Saltmarsh Bay");
});

test("names like one's own are found, the most alike first, the same area before others; never itself", async () => {
  const found = await lookAlikesOf(db, ids.get("own")!);
  expect(found.map(({ slug, likeness, sameArea }) => [slug, likeness, sameArea])).toEqual([
    ["other", "same", false],
    ["letters", "looks_same", true],
    ["near", "near", true],
  ]);
  expect(found[0]!.identifiers).toEqual(["GB-CHC:1234567"]);
  expect((await lookAlikesOf(db, ids.get("letters")!)).map(({ slug }) => slug)).toEqual(["own", "other", "near"]);
  expect(await lookAlikesOf(db, ids.get("far")!)).toEqual([]);
});
