import { policyPdf } from "#db/seed/papers";
import { declareNone, rateThis } from "./support/readers";
import { right } from "./support/right";
import { expect, test } from "./support/watched";

const noScripts = { javaScriptEnabled: false };
const how = "Two of us meet new people at the door, ask what they would like to do, and ask them afterwards whether it was right.";

test("Bertie starts a self-assessment: first questions, an answer, something to show, what is missing", async ({ become }) => {
  const page = await become("northfield", noScripts);
  const heading = page.getByRole("heading", { level: 1 });
  await page.getByRole("button", { name: "Start: Activities and services" }).click();

  await expect(heading, "what they told us for another standard is not asked again").toContainText(/You have \d+ questions\. 0 done\./);
  const before = await questions(heading);
  await right(page);

  await test.step("what has nothing to do with them is not asked", async () => {
    await page.getByRole("link", { name: "What you told us first" }).click();
    await expect(page.getByRole("group", { name: "Do you visit people at home?" }).getByLabel("No")).toBeChecked();
    await right(page);
    await page.getByRole("group", { name: "Do you have volunteers?" }).getByLabel("No").check();
    await page.getByRole("button", { name: "See your questions" }).click();
    expect(await questions(heading)).toBeLessThan(before);
    await expect(page.getByRole("heading", { name: "Volunteers" })).toHaveCount(0);
  });

  await test.step("an answer with a slip keeps what was typed", async () => {
    await page.getByRole("link", { name: "Checking it is the right fit", exact: true }).click();
    await right(page);
    await page.getByRole("radio", { name: "Met", exact: true }).check();
    await page.getByRole("textbox", { name: /new person/ }).fill("We ask.");
    await page.getByRole("button", { name: "Save and continue" }).click();
    await expect(page).toHaveTitle(/^Error: /);
    await expect(page.getByRole("alert")).toContainText("Tell us a little more about how you do this");
    await expect(page.getByRole("textbox", { name: /new person/ })).toHaveValue("We ask.");
    await expect(page.getByRole("radio", { name: "Met", exact: true })).toBeChecked();
    await right(page);
    await page.getByRole("alert").getByRole("link").first().click();
    await expect(page).toHaveURL(/#how$/);
  });

  await test.step("a file is added on a page of its own, after two that are refused", async () => {
    await page.getByRole("textbox", { name: /new person/ }).fill(how);
    await page.getByRole("button", { name: "Save, then add something to show us" }).click();
    await expect(heading).toContainText("Show us");
    await right(page);
    await page.getByRole("radio", { name: "A photo or file" }).check();
    await page.getByLabel("What is it?").fill("Our joining form");
    await page.getByLabel("Choose a photo or file").setInputFiles({ name: "form.pdf", mimeType: "application/pdf", buffer: Buffer.from("<html><script>alert(1)</script></html>") });
    await page.getByRole("checkbox", { name: /^I have removed names/ }).check();
    await page.getByRole("button", { name: "Add this" }).click();
    await expect(page).toHaveTitle(/^Error: /);
    await expect(page.getByLabel("Choose a photo or file")).toHaveAccessibleDescription(/What is in the file is not what its name says/);
    await expect(page.getByLabel("What is it?")).toHaveValue("Our joining form");
    await right(page);
    await page.getByLabel("Choose a photo or file").setInputFiles({ name: "empty.pdf", mimeType: "application/pdf", buffer: Buffer.of() });
    await page.getByRole("button", { name: "Add this" }).click();
    await expect(page).toHaveTitle(/^Error: /);
    await page.getByLabel("Choose a photo or file").setInputFiles({ name: "form.pdf", mimeType: "application/pdf", buffer: policyPdf("Joining form") });
    await page.getByRole("button", { name: "Add this" }).click();
    await expect(page.getByRole("link", { name: /Our joining form|form\.pdf/ })).toBeVisible();
    await right(page);
    await page.getByRole("link", { name: "Back to the question" }).first().click();
    await expect(page.getByRole("textbox", { name: /new person/ })).toHaveValue(how);
    await page.getByRole("button", { name: "Save and come back later" }).click();
  });

  await test.step("the check page says what is missing", async () => {
    await expect(heading).toContainText("1 done.");
    await page.getByRole("link", { name: "Check your answers and send them" }).click();
    await expect(page.getByRole("heading", { name: /questions are not finished/ })).toBeVisible();
    await expect(page.getByRole("button", { name: "Send for review" })).toHaveCount(0);
    await expect(page.getByRole("link", { name: /form\.pdf/ })).toBeVisible();
    await right(page);
  });
});

test("room, facts and offers are said, and slips are kept", async ({ become }) => {
  const page = await become("quayside", noScripts);
  await page.getByRole("link", { name: "It has changed" }).click();
  await right(page);
  await page.getByLabel("Waiting list").check();
  await page.getByLabel("How long do people usually wait?").fill("a while");
  await page.getByRole("button", { name: "Save and confirm today" }).click();
  await expect(page).toHaveTitle(/^Error: /);
  await expect(page.getByLabel("How long do people usually wait?")).toHaveValue("a while");
  await right(page);
  await page.getByLabel("How long do people usually wait?").fill("5");
  await page.getByRole("button", { name: "Save and confirm today" }).click();
  await expect(page.getByRole("main")).toContainText("Waiting list. About 5 weeks’ wait");
  await right(page);

  await page.getByRole("link", { name: "What your page says" }).click();
  await right(page);
  await page.getByLabel(/^Email/).fill("not an address");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveTitle(/^Error: /);
  await expect(page.getByLabel(/^Email/)).toHaveValue("not an address");
  await right(page);
});

test("Sunil declares and rates", async ({ become }) => {
  const page = await become("sunil", noScripts);
  await page
    .getByRole("row", { name: /Slow Bikes/ })
    .getByRole("link", { name: /^Declare/ })
    .click();
  await page.getByRole("button", { name: "Declare" }).click();
  await expect(page).toHaveTitle(/^Error: /);
  await right(page);
  await declareNone(page);
  await expect(page.getByText("Waiting for the other reader")).toBeVisible();

  await page.getByRole("link", { name: "All cases" }).click();
  await page
    .getByRole("row", { name: /Dance for Memory/ })
    .getByRole("link", { name: /^Rate/ })
    .click();
  const here = page.url();
  await rateThis(page);
  expect(page.url()).not.toBe(here);
  await right(page);
});

async function questions(heading: import("@playwright/test").Locator) {
  return Number((await heading.innerText()).match(/You have (\d+) questions/)?.[1]);
}
