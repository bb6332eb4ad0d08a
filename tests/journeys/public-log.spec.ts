import { exampleAt } from "./support/demo";
import { right } from "./support/right";
import { expect, test } from "./support/watched";

test("from what a mark means to the log, where the reader's own browser checks a mark's entries", async ({ visitor }) => {
  const page = await visitor();
  const code = (await exampleAt(page.request, "mark-suspended")).split("/").at(-1)!;
  await page.goto("/about/what-a-mark-means");
  await page.getByRole("link", { name: "a public log" }).click();
  await right(page);
  await page.getByLabel("Code of the mark").fill(code.toLowerCase().replaceAll("-", " "));
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByRole("cell", { name: "We suspended it." })).toBeVisible();
  await expect(page.getByRole("status")).toHaveText("Checked in your browser just now: every entry above is in the log, and the log is what we signed.");
  await page.getByText("The numbers, to check for yourself").click();
  await right(page);
  await page.getByRole("link", { name: "Cymraeg" }).click();
  await expect(page.getByRole("status")).toContainText("Gwiriwyd yn eich porwr nawr");
});

test("a proof that does not fit is not taken", async ({ visitor }) => {
  const page = await visitor();
  const path = await exampleAt(page.request, "mark-live");
  await page.route("**/log?code=*", async (route) => {
    const answer = await route.fetch();
    const html = (await answer.text()).replace(/\\&quot;level\\&quot;:\\&quot;\w+/, "\\&quot;level\\&quot;:\\&quot;other");
    await route.fulfill({ response: answer, body: html });
  });
  await page.goto(`/log?code=${path.split("/").at(-1)}`);
  await expect(page.getByRole("status")).toContainText("Your browser could not confirm this.");
});

test("without scripts the log says the same, and promises no check", async ({ visitor }) => {
  const page = await visitor({ javaScriptEnabled: false });
  const path = await exampleAt(page.request, "mark-withdrawn");
  await page.goto(`/log?code=${path.split("/").at(-1)}`);
  await expect(page.getByRole("cell", { name: "We withdrew it." })).toBeVisible();
  await expect(page.getByText("Your browser is checking")).toBeHidden();
  await right(page);
  await page.goto("/register/snapshots");
  await expect(page.getByRole("link", { name: /^Get the copy of/ })).toHaveCount(1);
  await right(page);
});
