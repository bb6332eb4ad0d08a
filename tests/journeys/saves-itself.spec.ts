import type { Page } from "@playwright/test";
import { chooseLevel, formIsThere, howField, saysSaved } from "./support/provider";
import { right } from "./support/right";
import { expect, test } from "./support/watched";

test("Ruth loses nothing on a train, and Tomasz’s answer is not written over", async ({ become }) => {
  const ruth = await become("ruth");
  await ruth.getByRole("button", { name: "Start again: Referral capacity" }).click();
  await ruth.getByRole("link", { name: "Knowing your limit", exact: true }).click();
  await formIsThere(ruth);
  const question = ruth.url();

  await test.step("without a connection it says so, and saves when there is one again", async () => {
    await chooseLevel(ruth, "Developing");
    await saysSaved(ruth);
    await ruth.context().setOffline(true);
    await howField(ruth).fill("We count on the first of the month. Four weeks is our limit.");
    await expect(ruth.getByRole("alert")).toContainText("Not saved: we cannot be reached.");
    await ruth.context().setOffline(false);
    await saysSaved(ruth);
    await reads(ruth, "We count on the first of the month. Four weeks is our limit.");
  });

  await test.step("two at once in one box: both are shown, and one is chosen", async () => {
    const tomasz = await become("tomasz", { refusalsAt: /\/answer$/ });
    await tomasz.goto(question);
    await formIsThere(tomasz);
    await howField(ruth).fill("Ruth: forty people each, and then we say when.");
    await saysSaved(ruth);
    await howField(tomasz).fill("Tomasz: thirty-five people each.");
    await expect(tomasz.getByRole("heading", { name: "Ruth Penhale changed this too" })).toBeFocused();
    await right(tomasz);
    await expect(tomasz.getByLabel("What Ruth Penhale saved")).toHaveAccessibleDescription("Ruth: forty people each, and then we say when.");
    await tomasz.getByLabel("What Ruth Penhale saved").check();
    await tomasz.getByRole("button", { name: "Use what I chose" }).click();
    await expect(howField(tomasz)).toHaveValue("Ruth: forty people each, and then we say when.");
    await reads(ruth, "Ruth: forty people each, and then we say when.");
  });
});

/** What is kept, seen by whoever opens the page anew. */
async function reads(page: Page, words: string) {
  await page.reload();
  await formIsThere(page);
  await expect(howField(page)).toHaveValue(words);
}
