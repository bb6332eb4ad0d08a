import type { Page } from "@playwright/test";
import { exampleAt } from "./support/demo";
import { right } from "./support/right";
import { expect, test } from "./support/watched";

test.describe.configure({ mode: "parallel" });

test("every page for everybody", async ({ visitor }) => {
  test.slow();
  const page = await visitor();
  await eachIsRight(page, [
    "/",
    "/verify",
    "/concerns/new",
    "/concerns/new?code=0000-0000-0000",
    "/register",
    "/register/snapshots",
    "/log",
    "/standards",
    "/standards/referral-capacity",
    "/standards/referral-capacity/1.0.0",
    "/about/what-a-mark-means",
    "/about/reliability",
    "/about/accessibility",
    "/about/privacy",
    "/about/how-long",
    "/about/appeals",
    "/sign-in",
    "/sign-in/code",
    "/sign-out",
    "/demo",
  ]);
});

test("every way a mark can stand, and pages that are not there", async ({ visitor }) => {
  const page = await visitor();
  const marks = await Promise.all(["mark-surrendered", "mark-under-review", "mark-renewal-being-assessed"].map((name) => exampleAt(page.request, name)));
  await eachIsRight(page, marks);
  await eachIsRight(page, ["/nowhere", "/verify?code=", "/sign-in/link/not-a-link"], 400);
});

test("every page of a provider", async ({ become }) => {
  test.slow();
  const page = await become("tideway");
  const home = new URL(page.url()).pathname;
  const link = async (name: RegExp) => (await page.getByRole("link", { name }).first().getAttribute("href"))!;
  const [letter, sent, giveUp] = [await link(/^Our decision on/), await link(/^Referral capacity 1/), await link(/^Give it up/)];
  await page.getByRole("button", { name: "Start: Activities and services" }).click();
  const draft = new URL(page.url()).pathname;
  await eachIsRight(page, [
    home,
    `${home}/facts`,
    `${home}/room`,
    `${home}/offers`,
    `${home}/assessments`,
    letter,
    giveUp,
    sent,
    draft,
    `${draft}/facts`,
    `${draft}/criteria/AS-1.2`,
    `${draft}/criteria/AS-1.2/evidence`,
    `${draft}/check`,
  ]);
});

test("every page of a group whose case is being decided, or appealed", async ({ become }) => {
  const page = await become("hilltop");
  const report = await exampleAt(page.request, "report-to-check");
  await page.getByRole("link", { name: /^Our decision on Referral capacity/ }).click();
  const appeal = (await page.locator('a[href$="/appeal"]').first().getAttribute("href"))!;
  const sent = report.replace("/report", "/sent");
  await eachIsRight(page, [report, `${report}/AS-1.2`, sent, report.replace("/report", "/readers"), appeal]);
});

test("every page of an assessor and a decision-maker", async ({ become }) => {
  test.slow();
  const sunil = await become("sunil");
  const toAssess = await exampleAt(sunil.request, "case-to-assess");
  const [practice, shown] = await Promise.all(["calibration-open", "calibration-shown"].map((name) => exampleAt(sunil.request, name)));
  await eachIsRight(sunil, [
    "/cases",
    toAssess,
    `${toAssess}/rate/RC-2.1`,
    `${toAssess}/recommend`,
    `${toAssess}/questions`,
    `${toAssess}/lock/RC-2.1/answer`,
    "/interests",
    "/cases/deadlines",
    "/calibration",
    practice!,
    `${practice}/RC-1.2`,
    shown!,
    `${shown}/RC-3.4`,
    "/sign-out",
  ]);
  const devon = await become("devon");
  const toDecide = await exampleAt(devon.request, "case-to-decide");
  await eachIsRight(devon, ["/cases", toDecide, `${toDecide}/decide`, `${toDecide}/rate/RC-1.1`, "/held-marks"]);
});

test("every page of a moderator", async ({ become }) => {
  test.slow();
  const moira = await become("moira");
  const [waiting, takenBack, suspended, record, tie, apart, unread, told] = await Promise.all(
    ["case-waiting", "case-withdrawn", "mark-suspended", "case-record", "case-tie", "case-split", "concern-unread", "concern-with-agency"].map((name) =>
      exampleAt(moira.request, name),
    ),
  );
  await eachIsRight(moira, [
    "/moderation",
    "/concerns",
    unread!,
    told!,
    "/cases/deadlines",
    "/interests",
    "/appeals",
    tie!,
    `${apart}/settle/RC-4.2`,
    `${apart}/claims`,
    "/reliability",
    "/calibration",
    "/cases",
    "/cases?page=2",
    waiting!,
    `${waiting}/assign`,
    takenBack!,
    record!,
    `${record}?of=looks`,
    "/held-marks",
    suspended!.replace("/marks/", "/held-marks/"),
  ]);
});

test("every page of those who look", async ({ become }) => {
  const alex = await become("alex");
  const suspended = await exampleAt(alex.request, "mark-suspended");
  await eachIsRight(alex, [new URL(alex.url()).pathname, suspended.replace("/marks/", "/held-marks/")]);
  await right(await become("edith"));
  const gareth = await become("gareth");
  await eachIsRight(gareth, ["/register", "/following", `/following/new?code=${suspended.split("/").at(-1)}`, "/following/endpoints/new"]);
  await gareth.getByLabel("Web address").fill("https://hooks.demo.example/waymark");
  await gareth.getByRole("button", { name: "Add, and show the secret" }).click();
  await right(gareth);
  await eachIsRight(gareth, ["/following/endpoints/1"]);
});

test("every page of those who look after people, privacy and appeals", async ({ become }) => {
  const first = async (page: Page, within: string, start: string) => {
    await page.goto(within);
    return (await page.locator(`main a[href^="${start}"]`).first().getAttribute("href"))!;
  };
  const alex = await become("alex");
  await eachIsRight(alex, ["/people", await first(alex, "/people", "/people/")]);
  const leila = await become("leila");
  await eachIsRight(leila, ["/privacy", await first(leila, "/privacy", "/privacy/"), "/retention"]);
  const malcolm = await become("malcolm");
  await eachIsRight(malcolm, ["/appeals", await first(malcolm, "/appeals", "/appeals/")]);
  const hollis = await become("hollis");
  await eachIsRight(hollis, ["/appeals"]);
});

/** Opens each once, in a wide window; `right` makes it a phone. No two may have one title. */
async function eachIsRight(page: Page, paths: string[], leastStatus = 200) {
  const titles = new Map<string, string>();
  for (const path of paths) {
    const answer = await page.goto(path);
    expect(answer!.status(), path).toBeGreaterThanOrEqual(leastStatus);
    expect(answer!.status(), path).toBeLessThan(leastStatus + 100);
    await right(page);
    const title = (await page.title()).replace(/^Error: /, "");
    expect(titles.get(title), `${path} has the title of`).toBeUndefined();
    titles.set(title, path);
  }
}
