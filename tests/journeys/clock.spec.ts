import { policyPdf } from "#db/seed/papers";
import { exampleAt, moveClock } from "./support/demo";
import { howField } from "./support/provider";
import { right } from "./support/right";
import { expect, signInAs, test } from "./support/watched";

test.describe.configure({ mode: "serial" });
test.afterAll(async ({ playwright, baseURL }) => {
  const request = await playwright.request.newContext({ baseURL });
  await moveClock(request, "reset");
  await request.dispose();
});

test("a month later nobody knows about room; one button, and everybody does", async ({ visitor, become }) => {
  const gp = await visitor();
  await moveClock(gp.request, "+31d");
  const page = await exampleAt(gp.request, "provider-fresh-capacity");
  await gp.goto(page);
  await expect(gp.getByRole("heading", { level: 1 })).toContainText("We do not know if they have room. Ring before you refer.");
  await expect(gp.getByRole("main")).toContainText("Not confirmed since");
  await right(gp);

  const dee = await become("dee");
  await expect(dee.getByRole("main")).toContainText("Not confirmed since");
  await right(dee);
  await dee.getByRole("button", { name: "Still right: confirm" }).click();
  await expect(dee.getByText("Thank you. Your page says that this was confirmed today.")).toBeVisible();
  await right(dee);

  await gp.reload();
  await expect(gp.getByRole("heading", { level: 1 })).toContainText("They are taking new people.");
  await expect(gp.getByRole("main")).toContainText("Confirmed today");
});

test("more than two years later the mark has ended, by the calendar alone", async ({ visitor }) => {
  const gp = await visitor();
  const mark = await exampleAt(gp.request, "mark-live");
  const before = (await gp.request.get(`${mark}.json`)).headers().etag!;
  await moveClock(gp.request, "+800d");
  const after = await gp.request.get(`${mark}.json`, { headers: { "If-None-Match": before } });
  expect(after.status()).toBe(200);
  expect(await after.json()).toMatchObject({ status: "expired", in_force: false });
  await gp.goto(mark);
  await expect(gp.getByRole("heading", { level: 1 })).toContainText("No: this mark has ended. It is not in force.");
  await right(gp);
  await gp.goto("/register");
  await right(gp);
});

test("signed out in the middle of typing, Eleri loses nothing; set back, everything is as it was", async ({ visitor }) => {
  const page = await visitor({ javaScriptEnabled: false });
  await signInAs(page, "bryn-teg");
  await page.getByRole("button", { name: /^Start( again)?: Referral capacity/ }).click();
  await page.getByRole("link", { name: "Easy to refer", exact: true }).click();
  const typed = "We write down what each caller asked, and what we said. ".repeat(24).trim();
  await howField(page).fill(typed);
  await moveClock(page.request, "+13h");
  await page.getByRole("button", { name: "Save and come back later" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You have been signed out");
  await expect(page.getByText(typed)).toBeVisible();
  await right(page);

  const tab = await page.context().newPage();
  await signInAs(tab, "bryn-teg");
  await page.getByRole("button", { name: "Send it again" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/You have \d+ questions/);
  await page.getByRole("link", { name: "Easy to refer", exact: true }).click();
  await expect(howField(page)).toHaveValue(typed);

  const now = await moveClock(page.request, "reset");
  expect(Math.abs(new Date(now).getTime() - Date.now())).toBeLessThan(60_000);
  const mark = await exampleAt(page.request, "mark-live");
  expect(await (await page.request.get(`${mark}.json`)).json()).toMatchObject({ status: "live", in_force: true });
});

test("while files cannot be kept, what was typed stays, and the file can be sent again", async ({ visitor }) => {
  const page = await visitor({ javaScriptEnabled: false, refusalsAt: /\/evidence$/ });
  await signInAs(page, "old-mill");
  await page.getByRole("button", { name: /^Start( again)?: Referral capacity/ }).click();
  await page.getByRole("link", { name: "Insured for what you do", exact: true }).click();
  await page.getByRole("button", { name: /^Save, then add/ }).click();
  await page.request.post("/demo/evidence-stall", { form: { seconds: "60" } });
  await page.getByRole("radio", { name: "A photo or file" }).check();
  await page.getByLabel("What is it?").fill("Insurance schedule");
  await page.getByRole("checkbox", { name: /^I have removed names/ }).check();
  await page.getByLabel("Choose a photo or file").setInputFiles({ name: "schedule.pdf", mimeType: "application/pdf", buffer: policyPdf("Schedule") });
  await page.getByRole("button", { name: "Add this" }).click();
  await expect(page).toHaveTitle(/^Error: /);
  await expect(page.getByLabel("What is it?")).toHaveValue("Insurance schedule");
  await right(page);

  await page.request.post("/demo/evidence-stall", { form: { seconds: "0" } });
  await page.getByLabel("Choose a photo or file").setInputFiles({ name: "schedule.pdf", mimeType: "application/pdf", buffer: policyPdf("Schedule") });
  await page.getByRole("button", { name: "Add this" }).click();
  await expect(page.getByRole("link", { name: /Insurance schedule|schedule\.pdf/ })).toBeVisible();
});
