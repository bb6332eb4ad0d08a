import type { Page } from "@playwright/test";
import { formIsThere, howField } from "./support/provider";
import { right } from "./support/right";
import { expect, test } from "./support/watched";

test("Eleri changes the language in the middle of a sentence, with scripts and without, and finds every word again", async ({ become }) => {
  const eleri = await become("bryn-teg", { refusalsAt: /\/answer$/ });
  await eleri.getByRole("button", { name: /^Start( again)?: Activities and services/ }).click();
  await eleri.getByRole("link", { name: "A warm welcome", exact: true }).click();
  await formIsThere(eleri);
  const question = eleri.url();

  await test.step("typed just now, and not saved yet: it is there, in a form in Welsh", async () => {
    await howField(eleri).fill("We wait by the gate.");
    await eleri.getByRole("button", { name: "Cymraeg" }).click();
    await inWelsh(eleri);
    expect(eleri.url()).toBe(question);
    await expect(howField(eleri)).toHaveValue("We wait by the gate.");
    await right(eleri);
    await eleri.getByRole("radio", { name: "Wedi’i fodloni", exact: true }).check();
    await eleri.getByRole("button", { name: "Cadw a pharhau" }).click();
    await expect(eleri).toHaveTitle(/^Gwall: /);
    await expect(eleri.getByRole("alert")).toContainText("Ychwanegwch o leiaf un peth i’w ddangos i ni");
    await right(eleri);
  });

  await test.step("what cannot be kept stays where it is, and says so", async () => {
    await howField(eleri).fill("x".repeat(5_001));
    await eleri.getByRole("button", { name: "English" }).click();
    await expect(eleri.getByRole("alert").filter({ hasText: "Heb ei gadw." })).toContainText("Defnyddiwch 1,500 nod neu lai.");
    await expect(howField(eleri)).toHaveValue("x".repeat(5_001));
    await howField(eleri).fill("We wait by the gate, with a flask.");
    await eleri.getByRole("button", { name: "English" }).click();
    await formIsThere(eleri);
    await expect(howField(eleri)).toHaveValue("We wait by the gate, with a flask.");
  });

  await test.step("without scripts", async () => {
    const plain = await become("bryn-teg", { javaScriptEnabled: false });
    await plain.goto(question);
    await howField(plain).fill("We wait by the gate, with a flask and two cups.");
    await plain.getByRole("button", { name: "Cymraeg" }).click();
    await expect(plain.locator(".wm-saved")).toHaveText("Cedwir eich atebion pan fyddwch yn pwyso botwm.");
    await expect(howField(plain)).toHaveValue("We wait by the gate, with a flask and two cups.");
    await right(plain);
    await plain.getByRole("button", { name: "English" }).click();
    await expect(plain.getByRole("button", { name: "Save and continue" })).toBeVisible();
    await expect(howField(plain)).toHaveValue("We wait by the gate, with a flask and two cups.");
  });
});

const inWelsh = (page: Page) => expect(page.locator(".wm-saved")).toContainText("Cedwir eich atebion wrth i chi fynd.");
