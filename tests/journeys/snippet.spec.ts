import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import { exampleAt } from "./support/demo";
import { right } from "./support/right";
import { expect, test } from "./support/watched";

/** A group's own website, at another address of this machine: browsers keep pages of other places away from it. Shows whatever was pasted last. */
let pasted = "";
const website = createServer((_, answer) =>
  answer
    .writeHead(200, { "Content-Type": "text/html; charset=utf-8" })
    .end(`<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Allotment</title><p>${pasted}</p>`),
);
test.beforeAll(() => new Promise<void>((ready) => website.listen(0, "127.0.0.1", ready)));
test.afterAll(() => {
  website.close();
});

async function websiteWith(page: Page, line: string) {
  pasted = line;
  await page.goto(`http://127.0.0.1:${(website.address() as AddressInfo).port}/`, { waitUntil: "networkidle" });
}

test("Dee takes the line for the group's website, which shows the live badge there, and words without it", async ({ become, visitor }) => {
  const dee = await become("dee", { javaScriptEnabled: false });
  const code = (await exampleAt(dee.request, "mark-live")).replace("/marks/", "");
  const toShow = dee.getByRole("link", { name: /^Show it on your website/ });
  await toShow.and(dee.locator(`[href$="/marks/${code}/show"]`)).click();
  await expect(dee.getByRole("heading", { level: 1 })).toHaveText("Show your mark on your website");
  await expect(dee.getByRole("img", { name: /^Waymark quality mark/ }).first()).toBeVisible();
  await right(dee);
  const lines = await Promise.all([/^The badge$/, /^The badge as a PNG/, /^Words alone$/].map((label) => dee.getByLabel(label).first().inputValue()));
  await dee.getByText("In Welsh", { exact: true }).click();
  lines.push(await dee.locator("#html-cy").inputValue());
  await right(dee);

  const visitorPage = await visitor();
  for (const [place, line] of lines.entries()) {
    await websiteWith(visitorPage, line);
    const link = visitorPage.getByRole("link", {
      name: place === 3 ? `Marc ansawdd Waymark ${code}: gweler yma a yw mewn grym heddiw` : `Waymark quality mark ${code}: see here whether it is in force today`,
    });
    await expect(link).toHaveAttribute("href", new RegExp(`/marks/${code}(\\?lang=cy)?$`));
    if (place === 2) continue;
    const picture = link.locator("img");
    expect(await picture.evaluate((img: HTMLImageElement) => [img.complete, img.naturalWidth > 0, img.naturalWidth * 84 === img.naturalHeight * 220])).toEqual([true, true, true]);
    expect(await picture.boundingBox()).toMatchObject({ width: 220, height: 84 });
  }
  expect(await visitorPage.context().cookies()).toEqual([]);
  expect(await visitorPage.locator("script").count()).toBe(0);

  const blocked = await visitor({ refusalsAt: /badge/ });
  await blocked.route(/badge\.(svg|png)/, (route) => route.abort());
  await websiteWith(blocked, lines[0]!);
  const words = blocked.getByRole("link", { name: `Waymark quality mark ${code}: see here whether it is in force today` });
  expect(await words.locator("img").evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(0);
  await words.click();
  await expect(blocked.getByRole("heading", { level: 1 })).toContainText("Yes: this mark is in force");
});
