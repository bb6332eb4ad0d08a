import { expect, type Page } from "@playwright/test";

/** Moderator: gives the case on this page its two readers. */
export async function giveReaders(page: Page, assessor: string, secondReader: string) {
  await page.getByRole("group", { name: "Assessor" }).getByRole("radio", { name: assessor }).check();
  await page.getByRole("group", { name: "Second reader" }).getByRole("radio", { name: secondReader }).check();
  await page.getByRole("button", { name: "Ask these two" }).click();
}

/** Reader: says that there is no conflict. */
export async function declareNone(page: Page) {
  await page.getByLabel("Conflicts of interest").fill("none");
  await page.getByRole("button", { name: "Declare" }).click();
}

export type Said = { level: RegExp; reason: string };
const met: Said = { level: /^Met/, reason: "Seen, and it fits what they told us. Every test of Met was there on the day." };

/** Reader: ticks every test for Met, gives the level and the reason, and saves. Answers whether it was the last. */
export async function rateThis(page: Page, { level, reason } = met): Promise<"more" | "done"> {
  for (const test of await page.getByRole("group", { name: "Tests for Met" }).getByRole("checkbox").all()) await test.check();
  await page.getByRole("radio", { name: level }).check();
  await page.getByLabel("Why: what you saw, what follows").fill(reason);
  const save = page.getByRole("button", { name: /^Save and (next|finish)$/ });
  const last = (await save.innerText()) === "Save and finish";
  await save.click();
  return last ? "done" : "more";
}

/** Reader: rates all that is left, from the criterion on this page on, reads it through, and recommends it. */
export async function rateTheRest(page: Page) {
  let rated = 0;
  do rated += 1;
  while ((await rateThis(page)) === "more");
  await expect(page).toHaveURL(/\/recommend$/);
  await page.getByRole("button", { name: "Recommend these ratings" }).click();
  await expect(page).toHaveURL(/\/cases\/[^/]+$/);
  return rated;
}
