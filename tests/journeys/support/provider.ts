import { expect, type Page } from "@playwright/test";

/** Everything below is done in the form that saves itself, on the page of one question. */
export async function chooseLevel(page: Page, level: "Not yet" | "Developing" | "Met" | "Leading") {
  await page.getByRole("radio", { name: level, exact: true }).check();
}

/** Waits until the form that saves itself has taken the place of the plain one. */
export async function formIsThere(page: Page) {
  await expect(page.locator(".wm-saved")).toContainText("Your answers save as you go.");
}

/** The open question of the criterion: the one long answer that every criterion asks for. */
export const howField = (page: Page) => page.getByRole("textbox").first();

/** Waits until the form itself says that nothing is left to save. */
export async function saysSaved(page: Page) {
  await expect(page.locator(".wm-saved")).toHaveText(/^Saved \d\d:\d\d$/);
}

/** Adds an item to show and chooses how. Answers the group of its fields. */
export async function addItem(page: Page, way: "A photo or file" | "Numbers or words that you type here" | "Show you on a call") {
  await page.getByRole("button", { name: /^Add (something to show us|another)$/ }).click();
  const item = page.getByRole("group", { name: "Show us" }).locator(".wm-item").last();
  await item.getByRole("radio", { name: way }).check();
  return item;
}

/** Answers the question on this page as Met, to be shown on a call, and goes on to the next. */
export async function answerPlainly(page: Page, how: string) {
  await formIsThere(page);
  await chooseLevel(page, "Met");
  await howField(page).fill(how);
  const item = await addItem(page, "Show you on a call");
  await item.getByLabel("What is it?").fill("Our notes");
  await goOn(page);
}

/** Presses Save and continue, and waits for the page after it. */
export async function goOn(page: Page) {
  const here = page.url();
  await page.getByRole("button", { name: "Save and continue" }).click();
  await page.waitForURL((url) => url.href !== here);
}

export async function declareAll(page: Page) {
  for (const statement of await page.getByRole("group", { name: "We say that" }).getByRole("checkbox").all()) await statement.check();
}
