import type { Page } from "@playwright/test";
import { expect } from "./watched";

/** What a page for referrers must be: small, whole on arrival, and forgetful. Loads it afresh and counts all that comes over the wire. */
export async function opensLight(page: Page, path: string, { mostBytes = 14 * 1024 } = {}) {
  const answers: { url: string; bytes: Promise<number> }[] = [];
  const count = (response: import("@playwright/test").Response) =>
    answers.push({
      url: response.url(),
      bytes: response
        .request()
        .sizes()
        .then(({ responseBodySize, responseHeadersSize }) => responseBodySize + responseHeadersSize),
    });
  // What the page before was still fetching is not counted.
  await page.goto("about:blank");
  page.on("response", count);
  await page.goto(path, { waitUntil: "networkidle" });
  page.off("response", count);
  const sizes = await Promise.all(answers.map(async ({ url, bytes }) => ({ url, bytes: await bytes })));
  expect(
    sizes.reduce((sum, { bytes }) => sum + bytes, 0),
    `bytes on the wire: ${JSON.stringify(sizes)}`,
  ).toBeLessThanOrEqual(mostBytes);
  const others = sizes.filter(({ url }) => url !== page.url() && !/\.css$|favicon/.test(url));
  expect(others, "nothing is fetched beside the page and its styles").toEqual([]);
  // Data for search engines is no script: nothing runs it.
  await expect(page.locator('script:not([type="application/ld+json"])')).toHaveCount(0);
  expect(await page.context().cookies()).toEqual([]);
}

/** The first words of a page's text, for whoever has skipped to it. */
export const firstWords = async (page: Page) => ((await page.getByRole("main").textContent()) ?? "").trim();

/** Whether all of it is on the screen of a practice's computer without scrolling. The page is left as large as it was. */
export async function onOneScreen(page: Page) {
  const before = page.viewportSize();
  await page.setViewportSize(practiceScreen);
  const { height, main } = await page.evaluate(() => ({
    height: document.documentElement.scrollHeight,
    main: Math.ceil(document.querySelector("main")!.getBoundingClientRect().bottom),
  }));
  if (before) await page.setViewportSize(before);
  return { all: height <= practiceScreen.height, butTheFoot: main <= practiceScreen.height };
}

const practiceScreen = { width: 1280, height: 720 };

/** On how many sides the page prints, on the paper and with the margins that it asks for. */
export async function printedSides(page: Page) {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  return pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/** Types something into the first page's box, as somebody with a certificate or a name would. */
export async function checkFromHome(page: Page, typed: string) {
  await page.goto("/");
  await page.getByLabel("Code on a certificate, or name of a group").fill(typed);
  await page.getByRole("button", { name: "Check" }).click();
}

/** Shows a file to /verify. */
export async function showFile(page: Page, name: string, bytes: Buffer, mimeType = "application/pdf") {
  await page.goto("/verify");
  await page.getByLabel("The certificate, credential or badge").setInputFiles({ name, mimeType, buffer: bytes });
  await page.getByRole("button", { name: "Check the file" }).click();
}
