import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, withoutScripts } from "./watched";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
const phone = { width: 360, height: 740 };

/** What must be so on every page, in every state a person meets: axe finds nothing, one first heading, a title of its own, nothing sideways on a phone. */
export async function right(page: Page) {
  await expect(page.getByRole("heading", { level: 1 }), `one h1 on ${page.url()}`).toHaveCount(1);
  await expect(page).toHaveTitle(/\S.* – Waymark$|^Waymark: /);
  expect(await faults(page), `axe on ${page.url()}`).toEqual([]);
  await fitsPhone(page);
}

/** Nothing is cut off or needs scrolling sideways at 360 pixels. The page is left as wide as it was. */
export async function fitsPhone(page: Page) {
  const before = page.viewportSize();
  await page.setViewportSize(phone);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide, `width of ${page.url()} on a phone`).toBeLessThanOrEqual(phone.width);
  if (before) await page.setViewportSize(before);
}

async function faults(page: Page): Promise<string[]> {
  if (withoutScripts.has(page.context())) return inTwin(page, faults);
  // Legacy mode asks no second page for help; none of ours has frames.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(rules).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(" ")} (${failureSummary?.replace(/\s+/g, " ")})`).join("; ")}`);
}

/** Axe needs scripts: shows it the same page in a browser that has them, the page's own taken out. */
async function inTwin<T>(page: Page, look: (twin: Page) => Promise<T>) {
  const html = (await page.content()).replace(/<script\b[\s\S]*?<\/script>/g, "").replace(/<(\/?)noscript\b/g, "<$1div");
  const context = await page.context().browser()!.newContext();
  const twin = await context.newPage();
  await twin.route(page.url().split("#")[0]!, (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: html }));
  await twin.goto(page.url());
  const seen = await look(twin);
  await context.close();
  return seen;
}
