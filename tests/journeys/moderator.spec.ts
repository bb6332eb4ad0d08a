import type { APIRequestContext, Page } from "@playwright/test";
import { exampleAt } from "./support/demo";
import { right } from "./support/right";
import { expect, test } from "./support/watched";

test("Moira settles what two readers see differently, and the draft report goes to the group", async ({ become }) => {
  const page = await become("moira");
  await right(page);
  await expect(page.getByRole("listitem").filter({ hasText: "2 to settle" })).toContainText("Low Lane Litter Pickers");
  await page.getByRole("link", { name: "Cases", exact: true }).click();
  await right(page);
  const split = page.getByRole("row", { name: /Low Lane Litter Pickers/ });
  await expect(split).toContainText("2 to settle");
  await split.getByRole("link", { name: /^Settle / }).click();

  await expect(page.getByText("Assessor, Sunil Raman")).toBeVisible();
  await expect(page.getByText("Second reader, Amara Diallo")).toBeVisible();
  await right(page);
  await page.getByLabel("Why this level").fill("Seen.");
  await page.getByRole("button", { name: /^Settle / }).click();
  await expect(page).toHaveTitle(/^Error: /);
  await expect(page.getByRole("alert")).toContainText("Choose a level");
  await expect(page.getByLabel("Why this level")).toHaveValue("Seen.");
  await right(page);

  await settle(page);
  await page.getByRole("link", { name: /^Settle / }).click();
  await settle(page);
  await expect(page.getByText("Draft report with the group").first()).toBeVisible();
  await expect(page.getByText("Settled by a moderator")).toHaveCount(2);
  await right(page);
});

test("one proposes to suspend, another confirms, and the page says so at once; then it is lifted again", async ({ become, visitor }) => {
  const gp = await visitor();
  const code = await codeOf(gp.request, "Whitcombe");
  const before = await gp.request.get(`/marks/${code}.json`);
  const oldTag = before.headers().etag!;
  expect((await before.json()).status).toBe("live");
  expect((await gp.request.get(`/marks/${code}.json`, { headers: { "If-None-Match": oldTag } })).status()).toBe(304);

  const moira = await become("moira");
  await moira.getByRole("link", { name: "Marks held" }).click();
  await moira.getByLabel("Code, name or place").fill("whitcombe");
  await moira.getByRole("button", { name: "Search" }).click();
  await right(moira);
  await moira.getByRole("link", { name: "The Good Neighbours" }).click();
  await right(moira);

  await moira.getByRole("button", { name: "Propose this" }).click();
  await expect(moira).toHaveTitle(/^Error: /);
  await expect(moira.getByRole("alert").getByRole("link")).not.toHaveCount(0);
  await right(moira);
  await propose(moira, "Suspend the mark");
  await expect(moira.getByText("You proposed this, so somebody else has to answer it.")).toBeVisible();
  await expect(moira.getByRole("button", { name: /^Confirm/ })).toHaveCount(0);
  await right(moira);
  expect((await (await gp.request.get(`/marks/${code}.json`)).json()).status, "nothing changes before the second person").toBe("live");

  const malcolm = await become("malcolm");
  await malcolm.goto(`/held-marks/${code}`);
  await right(malcolm);
  await malcolm.getByRole("button", { name: "Confirm: suspend the mark" }).click();
  await expect(malcolm.getByText("Suspended").first()).toBeVisible();

  const now = await gp.request.get(`/marks/${code}.json`, { headers: { "If-None-Match": oldTag } });
  expect(now.status(), "the old answer counts no longer").toBe(200);
  expect(await now.json()).toMatchObject({ status: "suspended", in_force: false });
  await gp.goto(`/marks/${code}`);
  await expect(gp.getByRole("heading", { level: 1 })).toContainText("No: this mark is suspended. Do not rely on it.");
  await expect(gp.getByText("being looked into")).toBeVisible();
  await right(gp);

  await propose(malcolm, "Reinstate the mark");
  await moira.goto(`/held-marks/${code}`);
  await moira.getByRole("button", { name: "Confirm: reinstate the mark" }).click();
  await expect(moira.getByRole("table", { name: "What happened to this mark" })).toContainText("Reinstated");
  await right(moira);
  expect(await (await gp.request.get(`/marks/${code}.json`)).json()).toMatchObject({ status: "live", in_force: true });
  await gp.reload();
  await expect(gp.getByRole("heading", { level: 1 })).toContainText("This mark is in force");
});

test("a case that is settled by one of its readers' own hand is not possible: only moderators come here", async ({ become }) => {
  const sunil = await become("sunil");
  const split = await exampleAt(sunil.request, "case-split");
  expect((await sunil.request.get(`${split}/settle/RC-3.4`)).status()).toBe(404);
  expect((await sunil.request.get("/held-marks")).status()).toBe(404);
});

async function settle(page: Page) {
  await page.getByRole("radio", { name: /^Met/ }).check();
  await page.getByLabel("Why this level").fill("I read the policy and rang the group: what the second reader saw is there, dated this year.");
  await page.getByRole("button", { name: /^Settle / }).click();
}

async function propose(page: Page, what: string) {
  await page.getByLabel(what, { exact: true }).check();
  if (what.startsWith("Suspend")) await page.getByLabel("Something is being looked into").check();
  await page
    .getByRole("group", { name: "Propose a change" })
    .locator("xpath=ancestor::form")
    .getByLabel("Why")
    .fill("Two people told us the same thing this week. We look into it first.");
  await page.getByRole("button", { name: "Propose this" }).click();
}

/** The code of the one mark held in this place. */
async function codeOf(request: APIRequestContext, area: string): Promise<string> {
  const { results } = await (await request.get("/register.json", { params: { q: area } })).json();
  return results[0].marks[0].code;
}
