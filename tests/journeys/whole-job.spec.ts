import { createHash } from "node:crypto";
import { policyPdf } from "#db/seed/papers";
import { newCode } from "~/marks/code";
import { mailsTo, newestMail } from "./support/demo";
import { checkFromHome, opensLight, showFile } from "./support/gp";
import { addItem, answerPlainly, chooseLevel, declareAll, formIsThere, goOn, howField, saysSaved } from "./support/provider";
import { declareNone, giveReaders, rateTheRest, rateThis } from "./support/readers";
import { right } from "./support/right";
import { expect, test } from "./support/watched";

const group = "Marsh End Community Allotment";
const how = "Anybody may bring a friend or a carer. If they have nobody, one of our regulars meets them at the gate.";

test("from a half-done draft to a GP’s page", async ({ become, visitor }) => {
  test.setTimeout(10 * 60_000);
  let certificate: Buffer = Buffer.of();
  let code = "";

  await test.step("Pat answers a question: it saves itself, and is there after a reload, with a real file", async () => {
    const page = await become("pat");
    await right(page);
    await page.getByRole("link", { name: "Go on: Activities and services" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Someone to come with");
    await formIsThere(page);
    await page.getByRole("button", { name: "Save and continue" }).click();
    await expect(page).toHaveTitle(/^Error: /);
    await expect(page.getByRole("alert")).toContainText("Select which is nearest to you today");
    await right(page);

    await chooseLevel(page, "Met");
    await howField(page).fill(how);
    await saysSaved(page);
    const item = await addItem(page, "A photo or file");
    await item.getByLabel("Choose a photo or file").setInputFiles({ name: "Guide for buddies.pdf", mimeType: "application/pdf", buffer: policyPdf("Guide for buddies") });
    await expect(item.getByText("Guide for buddies.pdf uploaded")).toBeAttached();
    await item.getByLabel("What is it?").fill("Guide for buddies");
    await item.getByRole("checkbox", { name: /^I have removed names/ }).check();
    await saysSaved(page);
    await right(page);

    await page.reload();
    await formIsThere(page);
    await expect(page.getByRole("radio", { name: "Met", exact: true })).toBeChecked();
    await expect(howField(page)).toHaveValue(how);
    await expect(page.getByRole("link", { name: "Guide for buddies.pdf" })).toBeVisible();
    await goOn(page);
  });

  await test.step("Pat answers the rest, checks, declares and sends", async () => {
    const page = await become("pat");
    await page.getByRole("link", { name: "All its questions" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("You have 16 questions. 10 done.");
    await right(page);
    await page.getByRole("link", { name: /^Carry on: / }).click();
    while (!page.url().endsWith("/check")) await answerPlainly(page, "We look at this together every month, write down what we will do, and tell everyone who comes.");
    await expect(page.getByText("not finished")).toHaveCount(0);
    await right(page);
    await page.getByRole("button", { name: "Send for review" }).click();
    await expect(page).toHaveTitle(/^Error: /);
    await expect(page.getByRole("alert").getByRole("link")).toHaveCount(6);
    await right(page);
    await page.goto(page.url());
    await declareAll(page);
    await page.getByRole("button", { name: "Send for review" }).dblclick();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Sent for review");
    await expect(page.getByText("Pat Holloway (secretary) sent this on")).toBeVisible();
    await right(page);

    await page.goBack();
    await page.reload();
    await expect(page.getByRole("heading", { level: 1 }), "what was sent cannot be changed").toContainText("Sent for review");
    await newestMail(page.request, "moira@demo.example", new RegExp(group));
    expect(await mailsTo(page.request, "moira@demo.example", new RegExp(group)), "pressed twice, sent once").toHaveLength(1);
  });

  await test.step("Moira asks two readers", async () => {
    const page = await become("moira");
    await page.getByRole("link", { name: "Cases", exact: true }).click();
    await page
      .getByRole("row", { name: new RegExp(group) })
      .getByRole("link", { name: /^Choose readers/ })
      .click();
    await right(page);
    await page.getByRole("button", { name: "Ask these two" }).click();
    await expect(page).toHaveTitle(/^Error: /);
    await right(page);
    await giveReaders(page, "Asha Lindqvist", "Amara Diallo");
    await expect(page.getByText("Readers to declare")).toBeVisible();
    await right(page);
  });

  await test.step("both say that they have no conflict, and rate what is theirs", async () => {
    const [asha, amara] = await Promise.all([become("asha"), become("amara")]);
    for (const page of [asha, amara]) {
      await page
        .getByRole("row", { name: new RegExp(group) })
        .getByRole("link", { name: /^Declare/ })
        .click();
      if (page === asha) await right(page);
      await declareNone(page);
    }
    await asha.reload();
    await asha
      .getByRole("link", { name: /^Rate / })
      .first()
      .click();
    await expect(asha.getByText("Their own rating is hidden until you have rated all that is yours.")).toBeVisible();
    await right(asha);
    await asha.getByRole("button", { name: "Save and next" }).click();
    await expect(asha).toHaveTitle(/^Error: /);
    await right(asha);
    expect(1 + (await rateOneThenTheRest(asha))).toBe(16);

    await amara
      .getByRole("link", { name: /^Rate / })
      .first()
      .click();
    await expect(amara.getByText("Asha Lindqvist")).toHaveCount(0);
    expect(await rateTheRest(amara)).toBeGreaterThanOrEqual(5);
    await expect(amara.getByText("Draft report with the group").first()).toBeVisible();
    await right(amara);
  });

  await test.step("Pat gets the draft report, says what is wrong, thinks again, and finds it right", async () => {
    const page = await become("pat");
    const mail = await newestMail(page.request, "pat@demo.example", /^Please check your draft report: Activities and services/);
    await page.goto(new URL(/https?:\/\/\S+\/report/.exec(mail.text)![0]).pathname);
    await expect(page.getByText("Nobody has decided anything yet.")).toBeVisible();
    await right(page);
    await page.getByRole("link", { name: "Something is wrong here AS-1.1" }).click();
    await page.getByLabel("What is wrong in this?").fill("We meet on Tuesdays, not on Mondays.");
    await right(page);
    await page.getByRole("button", { name: "Keep this" }).click();
    await expect(page.getByText("You have written about one point.")).toBeVisible();
    await right(page);
    await page.getByRole("link", { name: "Change what you say AS-1.1" }).click();
    await page.getByLabel("What is wrong in this?").fill("");
    await page.getByRole("button", { name: "Keep this" }).click();
    await page.getByRole("button", { name: "It is right" }).click();
    await expect(page.getByText("Your group said on")).toBeVisible();
    await right(page);
  });

  await test.step("Devon, who did neither, decides", async () => {
    const page = await become("devon");
    await page
      .getByRole("row", { name: new RegExp(group) })
      .getByRole("link", { name: /^Decide/ })
      .click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("The rules say: Assured");
    await right(page);
    await page.getByRole("button", { name: "Confirm: Assured" }).click();
    await expect(page).toHaveTitle(/^Error: /);
    await page.getByLabel("Your reason, to the group").fill("Every must-have was met, and it shows how much care goes into a Tuesday morning.");
    await page.getByRole("button", { name: "Confirm: Assured" }).click();
    await expect(page.getByText("Decided", { exact: true }).first()).toBeVisible();
    await right(page);
  });

  await test.step("Pat finds the mark, the letter and the certificate", async () => {
    const page = await become("pat");
    await newestMail(page.request, "pat@demo.example", /Activities and services/);
    const link = page.getByRole("link", { name: /^Certificate ?: Activities and services/ });
    await expect(async () => {
      await page.reload();
      await expect(link).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 20_000 });
    await right(page);
    const path = (await link.getAttribute("href"))!;
    code = path.split("/")[2]!;
    const answer = await page.request.get(path);
    expect(answer.headers()["content-type"]).toBe("application/pdf");
    certificate = await answer.body();
    expect(certificate.subarray(0, 5).toString()).toBe("%PDF-");
    const told = await (await page.request.get(`/marks/${code}.json`)).json();
    expect(createHash("sha256").update(certificate).digest("hex")).toBe(told.certificate.sha256);
    expect(told).toMatchObject({ status: "live", in_force: true, level: "assured", holder: { name: group }, standard: { key: "activities-and-services" } });
    await page.getByRole("link", { name: /^Our decision on Activities and services/ }).click();
    await expect(page.getByText("how much care goes into a Tuesday morning")).toBeVisible();
    await right(page);
  });

  await test.step("a GP without scripts types the code, and reads the answer first", async () => {
    const page = await visitor({ javaScriptEnabled: false });
    await checkFromHome(page, code.toLowerCase());
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Yes: this mark is in force, and they are taking new people.");
    for (const words of ["Tuesday digging mornings", "Activities and services", group]) await expect(page.getByRole("main")).toContainText(words);
    await opensLight(page, `/marks/${code}`);
    await right(page);
  });

  await test.step("and shows the PDF itself: ours, changed, not ours, not readable", async () => {
    const page = await visitor({ javaScriptEnabled: false });
    const answer = page.getByRole("heading", { level: 1 });
    await showFile(page, "certificate.pdf", certificate);
    await expect(answer).toHaveText("This is our document, and the mark is in force.");
    await right(page);
    await showFile(page, "certificate.pdf", withOneByteChanged(certificate));
    await expect(answer).toHaveText("This is not the document we issued. Do not go by it.");
    await expect(page.getByRole("main")).toContainText(code);
    await right(page);
    await showFile(page, "another.pdf", policyPdf("A certificate of attendance"));
    await expect(answer).toHaveText("We did not issue this document. Do not rely on it.");
    await right(page);
    await showFile(page, "notes.pdf", Buffer.from("Ring them on Tuesday.\n"));
    await expect(answer).toHaveText("We cannot tell what this file is. Nothing was checked.");
    await right(page);
    await page.goto("/verify");
    await page.getByRole("button", { name: "Check the file" }).click();
    await expect(page).toHaveTitle(/^Error: /);
    await right(page);
    await checkFromHome(page, newCode([2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22]));
    await expect(answer).toHaveText("No mark has this code. Do not rely on it.");
    await checkFromHome(
      page,
      code.replace(/^./, (first) => (first === "9" ? "8" : "9")),
    );
    await expect(answer).toHaveText("There is a slip in this code. No mark was looked up.");
  });

  await test.step("with scripts, the file of a mark of ours stays where it is", async () => {
    const page = await visitor();
    const sent: string[] = [];
    page.on("request", (request) => request.method() === "POST" && sent.push(request.url()));
    await showFile(page, "certificate.pdf", certificate);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("This is our document, and the mark is in force.");
    expect(sent).toEqual([]);
  });
});

/** Rates the first one with care, then the rest. Answers how many the rest were. */
async function rateOneThenTheRest(page: import("@playwright/test").Page) {
  await rateThis(page);
  return rateTheRest(page);
}

function withOneByteChanged(bytes: Buffer) {
  const changed = Buffer.from(bytes);
  const place = Math.floor(bytes.length / 2);
  changed[place] = changed[place]! ^ 1;
  return changed;
}
