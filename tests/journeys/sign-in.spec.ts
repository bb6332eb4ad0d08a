import type { Page } from "@playwright/test";
import { newestMail } from "./support/demo";
import { right } from "./support/right";
import { expect, test } from "./support/watched";

test("Dee signs in by the link in her mail, once, and signs out", async ({ visitor }) => {
  const page = await visitor();
  await askForMail(page, "dee@demo.example");
  const { text } = await newestMail(page.request, "dee@demo.example", /^Sign in/);
  const link = text.match(/http\S+\/sign-in\/link\/\S+/)![0];

  await page.goto(link);
  await right(page);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/organisations\/marsh-end-community-allotment$/);
  await expect(page.getByRole("navigation", { name: "Your work" })).toContainText("Dee Okoro");

  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL("/");
  await page.goto("/organisations/marsh-end-community-allotment");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");

  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This link has been used");
  await right(page);
  await page.getByRole("link", { name: "Get a new link" }).click();
  await expect(page.getByLabel("Your e-mail address")).toBeVisible();
});

test("Gareth types the code instead, after a slip, and comes where he wanted to go", async ({ visitor }) => {
  const page = await visitor();
  await page.goto("/cases");
  await expect(page).toHaveURL(/\/sign-in\?/);
  await page.goto("/sign-in?go_to=%2Fstandards%2Freferral-capacity");
  await askForMail(page, "gareth@demo.example", { open: false });
  const { text } = await newestMail(page.request, "gareth@demo.example", /^Sign in/);
  const code = text.match(/\b\d{6}\b/)![0];

  await page.getByLabel("Code from the mail").fill(code === "111111" ? "222222" : "111111");
  await page.getByRole("button", { name: "Sign in with the code" }).click();
  await expect(page).toHaveTitle(/^Error: /);
  await expect(page.getByRole("alert")).toContainText("This is not the code we sent");
  await right(page);

  await expect(page.getByLabel("Your e-mail address")).toHaveValue("gareth@demo.example");
  await page.getByLabel("Code from the mail").fill(code);
  await page.getByRole("button", { name: "Sign in with the code" }).click();
  await expect(page).toHaveURL("/standards/referral-capacity");
});

test("an address with a slip is kept and explained; one nobody has is answered like any other", async ({ visitor }) => {
  const page = await visitor();
  await page.goto("/sign-in");
  await right(page);
  await page.getByLabel("Your e-mail address").fill("pat at marsh end");
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page).toHaveTitle(/^Error: /);
  await expect(page.getByLabel("Your e-mail address")).toHaveValue("pat at marsh end");
  await expect(page.getByLabel("Your e-mail address")).toHaveAccessibleDescription(/Enter an e-mail address like name@example.org/);
  await right(page);

  await askForMail(page, "nobody@elsewhere.example");
  await expect(page.getByText("If Waymark knows nobody@elsewhere.example")).toBeVisible();
});

async function askForMail(page: Page, email: string, { open = true } = {}) {
  if (open) await page.goto("/sign-in");
  await page.getByLabel("Your e-mail address").fill(email);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Look at your mail");
  await right(page);
}
