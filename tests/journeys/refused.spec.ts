import { formIsThere } from "./support/provider";
import { right } from "./support/right";
import { expect, test } from "./support/watched";

test("Ray reads a kind letter that says what to do, takes the PDF, and starts again from the same answers", async ({ become, visitor }) => {
  const page = await become("hilltop");
  await expect(page.getByText("You hold no mark yet. Nothing about you is public.")).toBeVisible();
  await right(page);
  await page.getByRole("link", { name: /^Our decision on Referral capacity/ }).click();
  const letter = page.getByRole("main");
  await expect(letter).toContainText("People are glad you are there, and it shows.");
  await expect(letter).toContainText("RC-3.4");
  await expect(letter).toContainText("Enough:");
  await expect(letter).not.toContainText(/fail|reject|\d ?%|score/i);
  await right(page);

  const pdf = await page.request.get((await page.getByRole("link", { name: "This letter as a PDF" }).getAttribute("href"))!);
  expect(pdf.headers()["content-type"]).toBe("application/pdf");
  expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");

  await page.getByRole("button", { name: "Start again from these answers" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("You have 16 questions.");
  await page.getByRole("link", { name: "A safeguarding lead and clear steps", exact: true }).click();
  await expect(page.getByRole("textbox").first()).not.toBeEmpty();

  await test.step("each answer asks whether it is still true: left as it stands it is asked for, and one press goes on", async () => {
    await page.goto(page.url().replace("RC-3.4", "RC-1.1"));
    await formIsThere(page);
    const asks = page.getByRole("heading", { name: /^From last time \(sent on .*\)\. Still true\?$/ });
    await right(page);
    await page.getByRole("button", { name: "Save and continue" }).click();
    await expect(asks).toBeFocused();
    await page.getByRole("button", { name: "Yes, still true" }).click();
    await expect(page).toHaveURL(/RC-1\.2$/);
    await page.goto(page.url().replace("RC-1.2", "RC-1.1"));
    await expect(asks).toHaveCount(0);
  });

  await test.step("nobody else learns of it", async () => {
    const gp = await visitor();
    expect((await gp.request.get("/providers/hilltop-drop-in")).status()).toBe(404);
    expect((await gp.request.get("/providers/hilltop-drop-in.json")).status()).toBe(404);
    for (const path of ["/register?q=hilltop", "/register.json?q=hilltop", "/register.csv?q=hilltop"])
      expect(await (await gp.request.get(path)).text()).not.toMatch(/Hilltop Drop-in/);
    expect((await gp.request.get(page.url(), { maxRedirects: 0 })).status()).toBe(302);
    await gp.goto("/providers/hilltop-drop-in");
    await expect(gp.getByRole("heading", { level: 1 })).toHaveText("We cannot find this page");
    await right(gp);
  });
});
