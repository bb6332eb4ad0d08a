import { exampleAt } from "./support/demo";
import { right } from "./support/right";
import { expect, test } from "./support/watched";

test("Ruth sees what a newer version would mean, moves her draft, reads an older answer, and goes back", async ({ become }) => {
  const page = await become("ruth");
  const heading = page.getByRole("heading", { level: 1 });
  await page.goto(await exampleAt(page.request, "draft-to-migrate"));
  const before = await heading.textContent();
  await expect(page.getByRole("heading", { name: "There is a newer version: 2.0.0" })).toBeVisible();
  await right(page);

  await test.step("what would happen is said before anything does", async () => {
    await page.getByRole("link", { name: "See what moving to version 2.0.0 would mean" }).click();
    await expect(heading).toContainText("Move your answers to version 2.0.0?");
    await expect(page.getByText("Peer support and time to reflect is now part of a must-have. At Not yet, you could not be given a mark.")).toBeVisible();
    await expect(page.getByText("Assured with conditions")).toBeVisible();
    for (const name of ["6 questions would need you", "4 questions would no longer be asked", "13 questions would be carried as they are"])
      await expect(page.getByRole("heading", { name })).toBeVisible();
    await right(page);
  });

  await test.step("moved, five questions came with something to check, and the form has no level chosen", async () => {
    await page.getByRole("button", { name: "Move our answers to version 2.0.0" }).click();
    await expect(page.getByRole("heading", { name: "Your answers moved here from version 1.0.0" })).toBeVisible();
    await expect(page.getByText("Check this")).toHaveCount(5);
    await right(page);
    await page.getByRole("link", { name: "Supervision and peer support", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Check this" })).toBeVisible();
    await expect(page.getByText("Your answers save as you go.")).toBeVisible();
    await expect(page.getByRole("group", { name: "Which is nearest to you today?" }).getByRole("radio", { checked: true })).toHaveCount(0);
    await right(page);
  });

  await test.step("the older answer is where it was given", async () => {
    await page.getByRole("link", { name: "Read your answer under 1.0.0: Peer support and time to reflect" }).click();
    await expect(page.getByText("Your answers went on in a newer version.")).toBeVisible();
    await expect(page.getByText("Meet as a team every other Thursday")).toBeVisible();
    await right(page);
    await page.getByRole("link", { name: "See where they went on" }).click();
    await expect(heading).toContainText("Your answers under version 1.0.0");
    await right(page);
    await page.getByRole("link", { name: "go on there" }).click();
  });

  await test.step("and back: the draft is as it was", async () => {
    await page.getByRole("button", { name: "Go back to version 1.0.0" }).click();
    await expect(page.getByRole("heading", { name: "There is a newer version: 2.0.0" })).toBeVisible();
    await expect(heading).toHaveText(before ?? "");
  });
});
