import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, expect, test } from "vitest";
import { groups } from "#db/seed/groups";
import type { Provider } from "#db/seed/world";
import { MarkPage } from "~/register/mark-page";
import { readSearch } from "~/register/search";
import { searchRegister } from "~/register/search.server";
import { freshDatabase } from "../support/database";
import { processWorld } from "../support/process";

/** The process fixtures about what everybody sees, by their numbers (Standard rules §C.6), through the commands and with the clock moved. */
const { db } = await freshDatabase();
const scheme = await processWorld(db, "2026-03-10T10:00:00Z");
const { world, stage, standing, seen, to } = scheme;
const [RC, AS] = ["referral-capacity", "activities-and-services"];
const contact = { email: "help@demo.example", phone: "01632 960100" };
const words = (page: ReactElement) =>
  renderToStaticMarkup(page)
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
const found = async (query: string) => (await searchRegister(db, readSearch(new URLSearchParams(query)), stage.now())).hits;
const neighbours = (area: string) => ({
  ...groups.marshEnd!,
  key: area.toLowerCase(),
  name: "The Good Neighbours",
  area,
  contact: { name: `Somebody at ${area}`, title: "organiser" },
});
let marshEnd: Provider;
let first: { code: string };

beforeAll(async () => {
  marshEnd = await world.join(groups.marshEnd!);
  // Every must-have is Met, and nothing else: Essentials.
  const rest = ["RC-1.3", "RC-2.2", "RC-2.3", "RC-2.5", "RC-3.3", "RC-4.1", "RC-4.3", "RC-4.4", "RC-5.1", "RC-5.2"];
  first = await scheme.holds(marshEnd, RC!, Object.fromEntries(rest.map((id) => [id, 1 as const])));
});

test("P18: a holder of Essentials applies again and scores Assured: a new decision, a new 24 months, the old one in its history, and the old link leads on", async () => {
  expect((await seen(first.code)).mark).toMatchObject({ level: "essentials", awarded_on: "2026-03-10", valid_until: "2028-03-09" });
  to("2026-05-01T10:00:00Z");
  const second = await scheme.holds(marshEnd, RC!);
  const [old, now] = [await seen(first.code), await seen(second.code)];
  expect(now.mark).toMatchObject({ level: "assured", status: "live", awarded_on: "2026-05-01", valid_until: "2028-04-30" });
  expect(old.mark).toMatchObject({ status: "superseded", superseded_by: second.code, history: [{ status: "live", from: "2026-03-10" }, { status: "superseded" }] });
  expect(words(<MarkPage view={old.markPage} contact={contact} />)).toContain(second.code);
  expect([now.provider.page, now.provider.marks.map(({ code }) => code)]).toEqual([old.provider.page, [second.code]]);
});

test("P12: Activities stands, Referral capacity expired yesterday: the mark with its days, a banner, and no place among those taking people, though room was confirmed yesterday", async () => {
  to("2026-06-01T10:00:00Z");
  const activities = await scheme.holds(marshEnd, AS!);
  to("2028-04-30T10:00:00Z");
  await world.sayRoom(marshEnd, "open", 2);
  expect((await found("accepting=yes")).map(({ provider }) => provider.slug)).toEqual([marshEnd.slug]);
  to("2028-05-01T08:00:00Z");
  const { markPage, mark, provider } = await seen(activities.code);
  const page = words(<MarkPage view={markPage} contact={contact} />);
  for (const said of ["referral details are not currently checked", "Awarded 1 June 2026, to 31 May 2028", "Referral capacity 1.0.0: Expired"]) expect(page).toContain(said);
  expect([mark.status, provider.referral_details, provider.taking_new_people]).toEqual(["live", "not_currently_checked", false]);
  expect(await found("accepting=yes&standard=activities-and-services")).toMatchObject([{ group: "ring_first", today: { takingNewPeople: false } }]);
});

test("P19: two of one name: both are found, with place and number; each mark has a code of its own, and each title its place", async () => {
  const both: { code: string }[] = [];
  for (const area of ["Ashmere", "Whitcombe"]) both.push(await scheme.holds(await world.join(neighbours(area)), RC!));
  const hits = await found("q=good+neighbours");
  expect(hits.map(({ provider }) => [provider.name, provider.area])).toEqual([
    ["The Good Neighbours", "Ashmere"],
    ["The Good Neighbours", "Whitcombe"],
  ]);
  expect(new Set(both.map(({ code }) => code)).size).toBe(2);
  for (const [at, area] of ["Ashmere", "Whitcombe"].entries()) {
    const { markPage, providerPage } = await seen(both[at]!.code);
    for (const { title } of [markPage, providerPage]) expect(title).toContain(`The Good Neighbours, ${area}`);
    expect(await standing(both[at]!.code)).toMatchObject({ status: "live" });
  }
});
