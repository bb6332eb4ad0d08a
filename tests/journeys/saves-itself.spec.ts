import type { Page } from "@playwright/test";
import { chooseLevel, formIsThere, howField, saysSaved } from "./support/provider";
import { right } from "./support/right";
import { expect, signInAs, test } from "./support/watched";

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

  await test.step("two at once in two parts, and the page is left in the middle: it asks again, and nothing of either is gone", async () => {
    const tomasz = await become("tomasz", { refusalsAt: /\/answer$/ });
    await tomasz.goto(question);
    await formIsThere(tomasz);
    await chooseLevel(ruth, "Met");
    await howField(ruth).fill("Ruth: thirty people each.");
    await saysSaved(ruth);
    await howField(tomasz).fill("Tomasz: twenty people each.");
    for (const again of [false, true]) {
      if (again) await tomasz.reload();
      await expect(tomasz.getByRole("heading", { name: /changed this too$/ })).toBeVisible();
      await tomasz.waitForTimeout(1_500);
      const now = await become("ruth");
      await now.goto(question);
      await reads(now, "Ruth: thirty people each.");
    }
    await tomasz.getByRole("radio", { name: "Yours" }).check();
    await tomasz.getByRole("button", { name: "Use what I chose" }).click();
    await saysSaved(tomasz);
    await reads(ruth, "Tomasz: twenty people each.");
  });
});

test("Winnie types without a connection, closes the tab, and finds her words once", async ({ become }) => {
  const winnie = await become("copper-beech", { refusalsAt: /\/(answer|here)$/ });
  await winnie.getByRole("button", { name: /^Start( again)?: Activities and services/ }).click();
  await winnie.getByRole("link", { name: "A warm welcome", exact: true }).click();
  await formIsThere(winnie);
  const question = winnie.url();
  const context = winnie.context();

  await test.step("offline, the tab is closed with words that nobody has", async () => {
    await context.setOffline(true);
    await howField(winnie).fill("We wait by the gate with a flask.");
    await expect(winnie.getByRole("alert")).toContainText("Not saved: we cannot be reached.");
    await winnie.close();
  });

  await test.step("online again, in a new tab: the words are there, and saved, once", async () => {
    await context.setOffline(false);
    const again = await context.newPage();
    await again.goto(question);
    await expect(howField(again)).toHaveValue("We wait by the gate with a flask.");
    await saysSaved(again);
    await reads(again, "We wait by the gate with a flask.");

    await context.clearCookies();
    await howField(again).fill("We wait by the gate with a flask and a blanket.");
    await expect(again.getByRole("alert")).toContainText("Not saved: you have been signed out.");
    await right(again);
    await again.close();
  });

  await test.step("the session had ended: after signing in again the words are there, and saved", async () => {
    const back = await context.newPage();
    await signInAs(back, "copper-beech");
    await back.goto(question);
    await expect(howField(back)).toHaveValue("We wait by the gate with a flask and a blanket.");
    await saysSaved(back);
    await reads(back, "We wait by the gate with a flask and a blanket.");
  });
});

/** What is kept, seen by whoever opens the page anew. */
async function reads(page: Page, words: string) {
  await page.reload();
  await formIsThere(page);
  await expect(howField(page)).toHaveValue(words);
}
