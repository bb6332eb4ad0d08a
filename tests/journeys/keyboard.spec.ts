import type { Locator, Page } from "@playwright/test";
import { exampleAt } from "./support/demo";
import { formIsThere, howField, saysSaved } from "./support/provider";
import { right } from "./support/right";
import { expect, test } from "./support/watched";

/** Has every letter and figure in it that is a key of the page. */
const words = "Is it seen? 1, 2, 3, 4 and 0 times: the paper next to the sign says so.";

test("Sunil rates a criterion without a mouse", async ({ become }) => {
  const page = await become("sunil");
  await page.goto(`${await exampleAt(page.request, "case-to-assess")}/rate/RC-1.2`);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to main content" })).toBeFocused();
  await page.keyboard.press("Enter");

  const tests = page.getByRole("group", { name: "Tests for Met" }).getByRole("checkbox");
  for (const each of await tests.all()) {
    await tabTo(page, each);
    await page.keyboard.press("Space");
    await expect(each).toBeChecked();
  }
  await tabTo(page, page.getByRole("radio", { name: /^Not yet/ }));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: /^Met/ })).toBeChecked();
  await tabTo(page, page.getByLabel("Why: what you saw, what follows"));
  await page.keyboard.type("The page says who it is for and who it is not for, and what happens to those.");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: /^Save and/ })).toBeFocused();
  await seen(page.getByRole("button", { name: /^Save and/ }));
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/rate\/(?!RC-1\.2)/);
});

test("Sunil rates all that is his with the page's own keys, from the case to his recommendation", async ({ become }) => {
  test.slow();
  const page = await become("sunil");
  const home = await exampleAt(page.request, "case-to-assess");
  await page.goto(home);
  await tabTo(page, page.getByRole("link", { name: /^Rate RC-/ }).first());
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/rate\//);
  await right(page);

  const level = page.getByRole("radio", { name: /^Met/ });
  const reason = page.getByLabel("Why: what you saw, what follows");
  await test.step("the map is there, and a key is none while somebody types", async () => {
    await expect(page.getByRole("region", { name: "Keys" })).toContainText("save and go on");
    await page.keyboard.press("?");
    await expect(page.getByRole("region", { name: "Keys" })).toBeFocused();
    await page.keyboard.press("e");
    await expect(page.getByText("There is nothing to open here.")).toBeVisible();
    const here = page.url();
    await page.keyboard.press("r");
    await page.keyboard.type(words);
    await expect(reason).toHaveValue(words);
    await expect(level).not.toBeChecked();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: /^Save and/ })).toBeFocused();
    await page.keyboard.press("n");
    await expect(page.getByText("You have not saved this.")).toBeVisible();
    expect(page.url()).toBe(here);
    await page.keyboard.press("3");
    await expect(level).toBeFocused();
    await seen(level);
    await page.keyboard.press("1");
    await expect(page.getByRole("radio", { name: /^Not yet/ })).toBeChecked();
  });

  await test.step("switched off they do nothing, on every page, until they are switched on", async () => {
    await tabTo(page, page.getByRole("button", { name: "Switch these keys off" }));
    await page.keyboard.press("Enter");
    await page.keyboard.press("3");
    await expect(level).not.toBeChecked();
    await page.reload();
    await page.keyboard.press("3");
    await expect(level).not.toBeChecked();
    await tabTo(page, page.getByRole("button", { name: "Switch these keys on" }));
    await page.keyboard.press("Enter");
    await page.keyboard.press("3");
    await expect(level).toBeChecked();
  });

  await test.step("every criterion that is left", async () => {
    let rated = 0;
    for (; page.url().includes("/rate/"); rated++) {
      const here = page.url();
      const tests = page.getByRole("group", { name: "Tests for Met" }).getByRole("checkbox");
      for (const each of await tests.all()) {
        await page.keyboard.press("t");
        await expect(each).toBeChecked();
      }
      await page.keyboard.press("3");
      await expect(level).toBeChecked();
      await page.keyboard.press("r");
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.type(words);
      await page.keyboard.press("Escape");
      await page.keyboard.press("s");
      await page.waitForURL((url) => url.href !== here);
    }
    expect(rated).toBeGreaterThan(5);
  });
  await test.step("and recommends them", async () => {
    await expect(page).toHaveURL(new RegExp(`${home}/recommend$`));
    await right(page);
    await tabTo(page, page.getByRole("button", { name: "Recommend these ratings" }));
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(new RegExp(`${home}$`));
    await expect(page.getByText("You have recommended your ratings.")).toBeVisible();
  });
});

test("in a train without a network, what Sunil types about a criterion is kept and comes back", async ({ become }) => {
  const page = await become("sunil");
  const row = page.getByRole("row", { name: /Stitch and Talk/ });
  await row.getByRole("link", { name: /^Rate/ }).click();
  await expect(page.getByRole("region", { name: "Keys" })).toBeVisible();
  const here = page.url();
  const reason = page.getByLabel("Why: what you saw, what follows");
  const back = page.getByText("What you typed here and did not save is back in the form.");
  await page.keyboard.press("t");
  await page.keyboard.press("2");
  await page.keyboard.press("r");
  await page.keyboard.type(words);
  await page.keyboard.press("Escape");
  await page.context().setOffline(true);
  await page.keyboard.press("s");
  await expect(page.getByText("There is no network just now.")).toBeVisible();
  await page.context().setOffline(false);

  await test.step("another tab, later: it is in the form", async () => {
    await page.goto("/cases");
    await page.goto(here);
    await expect(back).toBeVisible();
    await expect(page.getByRole("radio", { name: /^Developing/ })).toBeChecked();
    await expect(page.getByRole("checkbox").first()).toBeChecked();
    await expect(reason).toHaveValue(words);
    await right(page);
  });
  await test.step("saved, it is kept no longer", async () => {
    await page.keyboard.press("s");
    await page.waitForURL((url) => url.href !== here);
    await page.goto(here);
    await expect(reason).toHaveValue(words);
    await expect(page.getByRole("radio", { name: /^Developing/ })).toBeChecked();
    await expect(back).toBeHidden();
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("/rate/")).length)).toBe(0);
  });
});

test("Sunil reads the words of a file, and looks at a photo, where he rates", async ({ become }) => {
  const page = await become("sunil");
  const split = await exampleAt(page.request, "case-split");
  await page.goto(`${split}/rate/RC-1.3`);
  await tabTo(page, page.locator("summary", { hasText: "Read its words here" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("Read through and agreed at our meeting.")).toBeVisible();
  await right(page);
  await page.goto(`${split}/rate/RC-1.2`);
  await tabTo(page, page.locator("summary", { hasText: "Look at it here" }));
  await page.keyboard.press("Enter");
  await expect
    .poll(() =>
      page
        .getByRole("main")
        .getByRole("img", { name: "Our public page" })
        .evaluate((photo) => (photo as HTMLImageElement).naturalWidth),
    )
    .toBe(240);
  await right(page);
});

test("Mabel answers a question without a mouse, in the form that saves itself", async ({ become }) => {
  const page = await become("fen-lane");
  await page.getByRole("button", { name: "Start: Activities and services" }).click();
  await page.getByRole("link", { name: "A warm welcome", exact: true }).click();
  await formIsThere(page);

  await tabTo(page, page.getByRole("radio", { name: "Not yet" }));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: "Met", exact: true })).toBeChecked();
  await tabTo(page, howField(page));
  await page.keyboard.type("Mabel meets everyone at the door and finds them a chair by the window.");
  const add = page.getByRole("button", { name: "Add something to show us" });
  await tabTo(page, add);
  await seen(add);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("radio", { name: "A photo or file" }), "the new item has the focus").toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("radio", { name: "Show you on a call" })).toBeChecked();
  await tabTo(page, page.getByLabel("What is it?"));
  await page.keyboard.type("Our door on a Thursday");
  await saysSaved(page);
  await tabTo(page, page.getByRole("button", { name: "Save and continue" }));
  const here = page.url();
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.href !== here);
});

/** Presses Tab until this has the focus. Whatever has it on the way must be seen to have it. */
async function tabTo(page: Page, goal: Locator) {
  for (let presses = 0; presses < 60; presses++) {
    if (await goal.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("Sixty presses of Tab did not lead there.");
}

/** A ring, a shadow or a coloured ground: the browser's own or ours. */
async function seen(focused: Locator) {
  const marks = await focused.evaluate((element) => {
    const { outlineStyle, boxShadow, backgroundColor } = getComputedStyle(element);
    return { outlineStyle, boxShadow, backgroundColor };
  });
  expect(marks.outlineStyle !== "none" || marks.boxShadow !== "none" || marks.backgroundColor === "rgb(255, 221, 0)", JSON.stringify(marks)).toBe(true);
}
