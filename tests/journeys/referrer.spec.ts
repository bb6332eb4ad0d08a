import type { APIRequestContext } from "@playwright/test";
import { newCode } from "~/marks/code";
import { exampleAt, examples } from "./support/demo";
import { checkFromHome, firstWords, onOneScreen, opensLight, printedSides } from "./support/gp";
import { right } from "./support/right";
import { expect, test } from "./support/watched";

const longName = "The Llanfairpwllgwyngyll and Upper Whitcombe Road Community Allotment, Orchard and Gardening Society of Marsh End (1974)";
const noScripts = { javaScriptEnabled: false };

/** What a GP reads first, in the tab, and what else must be there, for each way a mark can stand. */
const marks = [
  {
    example: "mark-live",
    answer: "Yes: this mark is in force, and they are taking new people.",
    tab: "In force, taking new people: ",
    also: ["In force: Assured", "07700 900142", "Not a crisis service.", "does not show that someone’s health will improve"],
  },
  {
    example: "mark-conditions",
    answer: "Yes: this mark is in force, and they are taking new people.",
    tab: "In force, taking new people: ",
    also: ["In force: Assured with conditions", "Every must-have is met. One other point is to be put right by"],
  },
  {
    example: "mark-renewal-being-assessed",
    answer: "This mark is in force, but they are not taking new people.",
    tab: "In force, renewal being assessed, closed to new people: ",
    also: ["In force: Assured. Renewal being assessed", "No: closed to new people"],
  },
  {
    example: "mark-under-review",
    answer: "Yes: this mark is in force, and they are taking new people.",
    tab: "In force, being reviewed, taking new people: ",
    also: ["Being reviewed since", "A review is not a finding about anyone."],
  },
  {
    example: "mark-not-covered",
    answer: "This mark is in force, but we do not know if they have room. Ring before you refer.",
    tab: "In force, room not confirmed: ",
    also: ["Electronic referrals not yet covered by this mark.", "They have not told us in the last 90 days."],
  },
  {
    example: "mark-suspended",
    answer: "No: this mark is suspended. Do not rely on it.",
    tab: "Suspended, do not rely on this mark: ",
    also: ["Reason: being looked into.", "It is not a finding about anyone."],
  },
  { example: "mark-expired", answer: "No: this mark has ended. It is not in force.", tab: "Expired, not in force: ", also: ["Last day in force", "It was not renewed."] },
  {
    example: "mark-withdrawn",
    answer: "No: this mark was withdrawn. Do not rely on it.",
    tab: "Withdrawn, do not rely on this mark: ",
    also: ["This group does not hold this mark any more."],
  },
  { example: "mark-surrendered", answer: "No: this mark was given up. It is not in force.", tab: "Given up, not in force: ", also: ["They chose to stop holding it."] },
  {
    example: "mark-superseded",
    answer: "This mark was replaced by a newer one. Look at the newer one instead.",
    tab: "Replaced by a newer mark: ",
    also: ["Look at the newer mark"],
  },
];
/** What whoever refers needs of a mark in force, whatever it says. */
const needed = ["How to refer", "Who it is for", "What they cannot support", "What the mark covers", "Not a crisis service.", "Line for the record", "Room for new people"];

test("every mark that the demo shows is in this table", async ({ visitor }) => {
  const { request } = await visitor(noScripts);
  expect((await examples(request)).map(([name]) => name).filter((name) => name.startsWith("mark-"))).toEqual(marks.map(({ example }) => example).sort());
});

for (const { example, answer, tab, also } of marks)
  test(`${example}: the answer comes first, light, on one screen and on one side, without scripts or cookies`, async ({ visitor }) => {
    const page = await visitor(noScripts);
    const path = await exampleAt(page.request, example);
    await opensLight(page, path);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(answer);
    expect((await firstWords(page)).startsWith(answer), "the first words that are read aloud").toBe(true);
    expect(await page.title()).toMatch(new RegExp(`^${tab}`));
    const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? "");
    expect(data).toMatchObject({ "@type": "Certification", certificationStatus: tab.startsWith("In force") ? "CertificationActive" : "CertificationInactive" });
    for (const words of [...also, ...(tab.startsWith("In force") ? needed : [])]) await expect(page.getByRole("main")).toContainText(words);
    if (answer.startsWith("No")) await expect(page.getByText(/^(Yes: |In force: )/)).toHaveCount(0);
    expect(await onOneScreen(page)).toEqual({ all: true, butTheFoot: true });
    expect(await printedSides(page)).toBe(1);
    await right(page);
  });

/** The addresses of all marks of the demo: those it points at, and those in the register with room that is fresh, stale or not known. */
async function everyMark(request: APIRequestContext): Promise<string[]> {
  const { results } = await (await request.get("/register.json?per_page=100")).json();
  const held = results.flatMap(({ marks }: { marks: { page: string }[] }) => marks.map((mark) => new URL(mark.page).pathname));
  return [...new Set([...(await examples(request)).flatMap(([name, path]) => (name.startsWith("mark-") ? [path] : [])), ...held])];
}

for (const language of ["", "?lang=cy"]) {
  test(`every mark in the demo stands on one screen and prints on one side${language && ", in Welsh too"}`, async ({ visitor }) => {
    const page = await visitor(noScripts);
    const paths = await everyMark(page.request);
    expect(paths.length).toBeGreaterThan(marks.length);
    for (const path of paths) {
      await page.goto(path + language);
      expect([path, await onOneScreen(page), await printedSides(page)]).toEqual([path, { all: true, butTheFoot: true }, 1]);
    }
  });

  test(`and so it does under a name as long as names get${language && ", in Welsh with all but the foot"}`, async ({ visitor }) => {
    const page = await visitor(noScripts);
    await page.route("**/marks/*", async (route) => {
      const answer = await route.fetch();
      const html = await answer.text();
      const { about } = JSON.parse(/ld\+json">(.*?)<\/script>/s.exec(html)![1]!);
      await route.fulfill({ response: answer, body: html.replaceAll(about.name, longName) });
    });
    for (const path of await everyMark(page.request)) {
      await page.goto(path + language);
      await expect(page.getByRole("heading", { level: 1 })).toContainText(longName);
      const shown = await onOneScreen(page);
      expect([path, shown.butTheFoot, shown.all || language !== "", await printedSides(page)]).toEqual([path, true, true, 1]);
    }
  });
}

test("in Welsh: from a mark's page to the group's, as light and as right as in English", async ({ visitor }) => {
  const page = await visitor(noScripts);
  await opensLight(page, await exampleAt(page.request, "mark-live"));
  await page.getByRole("link", { name: "Cymraeg" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Ydy: mae’r marc hwn mewn grym, ac maent yn derbyn pobl newydd.");
  await expect(page.locator("html")).toHaveAttribute("lang", "cy");
  await opensLight(page, page.url());
  expect(await printedSides(page)).toBe(1);
  await right(page);
  await page.getByRole("link", { name: "Mwy amdanynt" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Maent yn derbyn pobl newydd.");
  await right(page);
});

test("room is said with its age: fresh is an answer, stale is a question", async ({ visitor }) => {
  const page = await visitor(noScripts);
  await opensLight(page, await exampleAt(page.request, "provider-fresh-capacity"));
  await expect(page.getByRole("heading", { level: 1 })).toContainText("They are taking new people.");
  await expect(page.getByRole("main")).toContainText(/Yes\. About 2 weeks’ wait.*Confirmed \d+ days ago/);
  await right(page);
  await opensLight(page, await exampleAt(page.request, "provider-stale-capacity"));
  await expect(page.getByRole("heading", { level: 1 })).toContainText("We do not know if they have room. Ring before you refer.");
  await expect(page.getByRole("main")).toContainText(/Not confirmed since .*They last said: waiting list, about 3 weeks’ wait\./);
  await right(page);
});

test("from the first page by code, typed carelessly, to the mark", async ({ visitor }) => {
  const page = await visitor(noScripts);
  await page.goto("/");
  await right(page);
  const path = await exampleAt(page.request, "mark-live");
  const careless = path.replace("/marks/", "").replace(/-/g, " ").toLowerCase().replaceAll("0", "o").replaceAll("1", "l");
  await checkFromHome(page, careless);
  await expect(page).toHaveURL(path);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Yes: this mark is in force");
  await page.getByRole("link", { name: "More about them" }).click();
  await expect(page).toHaveURL("/providers/marsh-end-community-allotment");
});

test("a code with a slip, and one we never issued, each get their own answer", async ({ visitor }) => {
  const page = await visitor(noScripts);
  const code = (await exampleAt(page.request, "mark-live")).replace("/marks/", "");
  const slip = code.replace(/.$/, (last) => (last === "7" ? "8" : "7"));
  await checkFromHome(page, slip);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is a slip in this code. No mark was looked up.");
  await expect(page.getByLabel("Type the code again")).toHaveValue(slip);
  await right(page);
  await page.getByLabel("Type the code again").fill(newCode([29, 3, 17, 8, 22, 11, 5, 30, 1, 14, 9]));
  await page.getByRole("button", { name: "Check" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("No mark has this code. Do not rely on it.");
  await right(page);
});

test("the register finds groups by name and by area, and says so when there is none", async ({ visitor }) => {
  const page = await visitor(noScripts);
  await page.goto("/");
  await page.getByRole("link", { name: "Find a group", exact: true }).click();
  await right(page);
  await page.getByLabel("Name or place").fill("saltmarsh");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("3 groups found for ‘saltmarsh’");
  for (const name of ["Harbour Wellbeing", "Quayside Befriending", "Tideway Singers"]) await expect(page.getByRole("link", { name })).toBeVisible();
  await expect(page.getByRole("link", { name: "Lantern Money Advice" }), "its mark was withdrawn").toHaveCount(0);
  await right(page);

  await page.getByLabel("Taking new people").check();
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("1 group is taking new people");
  await right(page);

  await checkFromHome(page, "good neighbours");
  await expect(page).toHaveURL(/\/register\?q=/);
  await expect(page.getByText("Ashmere", { exact: true })).toBeVisible();
  await expect(page.getByText("Whitcombe", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "The Good Neighbours" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("The Good Neighbours, Ashmere");
  await right(page);

  await page.goto("/register?q=nowhere+at+all");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("No group found for ‘nowhere at all’");
  await right(page);
});
