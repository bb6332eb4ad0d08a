import { exampleAt, newestMail } from "./support/demo";
import { formIsThere, howField, saysSaved } from "./support/provider";
import { right } from "./support/right";
import { expect, test } from "./support/watched";

const group = "Tideway Singers";

test("Oonagh invites Jo, who joins, gets a section, meets her at a question and is answered", async ({ become, visitor }) => {
  const oonagh = await become("tideway");
  const home = new URL(oonagh.url()).pathname;
  const jo = await visitor();

  await test.step("Oonagh invites by mail; Jo sees who asks, and joins with her name", async () => {
    await oonagh.getByRole("link", { name: "The people of your group" }).click();
    await oonagh.getByRole("button", { name: "Send the invitation" }).click();
    await expect(oonagh).toHaveTitle(/^Error: /);
    await right(oonagh);
    await oonagh.getByLabel("Their e-mail address").fill("jo@elsewhere.example");
    await oonagh.getByLabel("What do they do in your group?").last().fill("treasurer");
    await oonagh.getByRole("group", { name: "What may they do here?" }).last().getByLabel("Answer questions", { exact: true }).check();
    await oonagh.getByRole("button", { name: "Send the invitation" }).click();
    await expect(oonagh.getByRole("alert")).toContainText("The invitation is on its way.");
    await right(oonagh);

    const { text, subject } = await newestMail(oonagh.request, "jo@elsewhere.example", /asks you to join/);
    expect(subject).toBe(`Oonagh Birch asks you to join ${group} on Waymark`);
    const link = text.match(/http\S+\/invitations\/\S+/)![0];
    await jo.goto(link);
    await right(jo);
    await jo.getByLabel("Your name").fill("Jo Tarrant");
    await jo.getByRole("button", { name: `Join ${group}` }).click();
    await expect(jo.getByRole("alert")).toContainText("You have joined.");
    await right(jo);

    const late = await visitor();
    await late.goto(link);
    await expect(late.getByRole("heading", { level: 1 })).toHaveText("This invitation has been used");
    await right(late);
  });

  let question = "";
  await test.step("Jo is given a section, and told by mail", async () => {
    await oonagh.goto(home);
    await oonagh.getByRole("button", { name: /^Start again: Referral capacity/ }).click();
    const draft = oonagh.url();
    await oonagh.getByText("Who does “Room for people”, and is it done?").click();
    await oonagh.getByLabel("Give this section to").locator("visible=true").selectOption({ label: "Jo Tarrant, treasurer" });
    await oonagh.getByRole("button", { name: "Give this section “Room for people”" }).click();
    await expect(oonagh.getByRole("region", { name: "Room for people" })).toContainText("Given to Jo Tarrant (treasurer).");
    await right(oonagh);

    const { text } = await newestMail(oonagh.request, "jo@elsewhere.example", /look after “Room for people”/);
    await jo.goto(text.match(/http\S+\/assessments\/\S+/)![0]);
    await expect(jo.getByRole("heading", { name: "Given to you" })).toBeVisible();
    await right(jo);
    await jo.getByRole("link", { name: "Knowing your limit", exact: true }).click();
    question = jo.url();
    expect(question).toContain(new URL(draft).pathname);
  });

  await test.step("both open it and see each other; Jo says something, with her half answer saved, and Oonagh reads it", async () => {
    await formIsThere(jo);
    await oonagh.goto(question);
    await expect(oonagh.getByText("Jo Tarrant is here too.")).toBeVisible();
    await right(oonagh);
    await jo.goto(question);
    await expect(jo.getByText("Oonagh Birch is here too.")).toBeVisible();
    await formIsThere(jo);
    await howField(jo).fill("We stop at thirty singers, and");
    await jo.getByRole("button", { name: "Save, then write to your group about this" }).click();
    await expect(jo.getByRole("heading", { level: 1 })).toContainText("Talk about this question");
    await jo.getByLabel("Your comment").fill("Oonagh, is it still thirty?");
    await jo.getByRole("button", { name: "Add your comment" }).click();
    await expect(jo.getByText("Oonagh, is it still thirty?")).toBeVisible();
    await right(jo);

    await oonagh.goto(question);
    await formIsThere(oonagh);
    await expect(howField(oonagh)).toHaveValue("We stop at thirty singers, and");
    await expect(oonagh.getByText("Oonagh, is it still thirty?")).toBeVisible();
    await howField(oonagh).fill("We stop at thirty singers, and say so on our page.");
    await saysSaved(oonagh);
  });

  await test.step("Jo says that her section is done; the list says so, and what was changed since", async () => {
    await jo.goto(question.replace(/\/criteria.*/, ""));
    await expect(jo.getByText("1 comment")).toBeVisible();
    await jo.getByText("Who does “Room for people”, and is it done?").click();
    await jo.getByRole("button", { name: /^Mark this section as done.*“Room for people”/ }).click();
    await expect(jo.getByRole("region", { name: "Room for people" })).toContainText("Jo Tarrant said that this section is done");
    await right(jo);
  });
});

test("every answer prints, and no button", async ({ become }) => {
  const page = await become("pat");
  await page.goto(`${await exampleAt(page.request, "draft-half-done")}/check`);
  await page.emulateMedia({ media: "print" });
  expect(await page.getByRole("heading", { level: 3 }).count()).toBeGreaterThan(10);
  await expect(page.getByText("Nearest to us").last()).toBeVisible();
  for (const pressed of await page.getByRole("button").all()) await expect(pressed).toBeHidden();
  await expect(page.getByRole("link", { name: "Change An honest description" })).toBeHidden();
});
