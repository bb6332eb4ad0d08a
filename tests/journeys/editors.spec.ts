import { exampleAt } from "./support/demo";
import { right } from "./support/right";
import { expect, test } from "./support/watched";

test("Edith changes a wording and sees what it touches; she cannot publish it, and Ines can", async ({ become }) => {
  const edith = await become("edith");
  await expect(edith.getByRole("heading", { level: 1 })).toHaveText("Standards desk");
  await right(edith);
  await edith.getByText("Begin a new version of Referral capacity").click();
  await edith.getByRole("radio", { name: /^Typing errors: 1\.0\.1/ }).check();
  await edith.getByRole("button", { name: "Begin from Referral capacity 1.0.0" }).click();
  await expect(edith.getByText("changes.yaml").or(edith.getByText("the list of changes, line"))).toBeVisible();
  await right(edith);

  await edith.getByRole("link", { name: /^RC-1\.1 / }).click();
  await edith.getByLabel("What good looks like").fill("One phone number and one email, each answered by a person.");
  await right(edith);
  await edith.getByRole("button", { name: "Save" }).click();
  await expect(edith.getByRole("alert")).toContainText("Saved. The list of changes does not name this yet (What good looks like)");
  await right(edith);
  await edith.getByRole("link", { name: "Referral capacity 1.0.1" }).click();
  await expect(edith.getByText("RC-1.1 (What good looks like)")).toBeVisible();
  await edith.getByRole("link", { name: "add RC-1.1 to the list" }).click();
  await expect(edith.getByLabel("What kind of change it is")).toHaveValue("editorial");
  await expect(edith.getByLabel("Criteria it is about")).toHaveValue("RC-1.1");
  await edith.getByLabel("What is different").fill("The same in one short sentence.");
  await edith.getByRole("button", { name: "Save" }).click();
  await expect(edith).toHaveTitle(/^Error: /);
  await expect(edith.getByRole("alert")).toContainText("Saved. There is still something to put right");
  await right(edith);
  await edith.getByLabel("Why", { exact: true }).fill("It was read twice.");
  await edith.getByLabel("What a group has to do").fill("Nothing.");
  await edith.getByRole("button", { name: "Save" }).click();
  await expect(edith.locator("ins", { hasText: "each answered by a" })).toBeVisible();
  await expect(edith.getByText(/^Touches .*open draft/)).toBeVisible();
  await expect(edith.getByText("You wrote part of it, so another editor publishes it.")).toBeVisible();
  await right(edith);

  const ines = await become("ines");
  await ines.getByRole("link", { name: "Referral capacity 1.0.1" }).click();
  await ines.getByText("Publish it for ever").click();
  await ines.getByRole("button", { name: "Publish 1.0.1 for ever" }).click();
  await ines.getByRole("link", { name: "Read it as published" }).click();
  await expect(ines.getByRole("heading", { level: 1 })).toHaveText("Referral capacity 1.0.1");
});

test("anybody reads what is in consultation, and what readers said", async ({ visitor }) => {
  const page = await visitor();
  await page.goto(await exampleAt(page.request, "standard-in-consultation"));
  await expect(page.getByText("Nothing of this is in force yet.")).toBeVisible();
  await expect(page.getByText("Pat Holloway")).toBeVisible();
  await right(page);
});
