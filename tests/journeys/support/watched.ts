import { type Browser, type BrowserContext, type BrowserContextOptions, test as base, type Page } from "@playwright/test";

export { expect } from "@playwright/test";

export type Visit = BrowserContextOptions & {
  /** Answers that this journey provokes on purpose in the background, such as a refused upload: part of the address. */ refusalsAt?: RegExp;
};

/** Whoever came with scripts switched off. */
export const withoutScripts = new WeakSet<BrowserContext>();

type Doors = {
  /** A page of somebody who is not signed in. */
  visitor(visit?: Visit): Promise<Page>;
  /** A page of somebody of the demo, signed in, on their first page. */
  become(who: string, visit?: Visit): Promise<Page>;
};

/**
 * Every page of a journey is watched. A journey fails at its end when any page wrote an error to the console (a breach of the content policy is one),
 * threw in a script, opened a dialog, was answered with 5xx, or fetched something in the background that was refused.
 */
export const test = base.extend<Doors & { trouble: string[] }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs.
  trouble: async ({}, use) => {
    const trouble: string[] = [];
    await use(trouble);
    if (trouble.length > 0) throw new Error(`While this journey went on:\n${trouble.join("\n")}`);
  },
  visitor: async ({ browser, trouble }, use) => {
    const open: BrowserContext[] = [];
    await use(async (visit = {}) => {
      const context = await enter(browser, visit, trouble);
      open.push(context);
      return context.newPage();
    });
    for (const context of open) await context.close();
  },
  become: async ({ visitor }, use) => {
    await use(async (who, visit) => {
      const page = await visitor(visit);
      await signInAs(page, who);
      return page;
    });
  },
});

/** Becomes somebody of the demo without the mail, and opens their first page. */
export async function signInAs(page: Page, who: string) {
  const answer = await page.request.post("/demo/sign-in", { form: { email: `${who}@demo.example` }, maxRedirects: 0 });
  if (answer.status() !== 303) throw new Error(`${who} is not in the demo: ${answer.status()}`);
  await page.goto("/start");
}

async function enter(browser: Browser, { refusalsAt, ...options }: Visit, trouble: string[]) {
  const context = await browser.newContext(options);
  if (options.javaScriptEnabled === false) withoutScripts.add(context);
  const say = (what: string) => trouble.push(what);
  context.on("console", (message) => {
    // Chromium writes a line for every answer of 4xx and 5xx; those are looked at below, where it is known what was asked for.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) say(`Console on ${message.page()?.url()}: ${message.text()}`);
  });
  context.on("weberror", (error) => say(`Thrown on ${error.page()?.url()}: ${error.error().message}`));
  context.on("dialog", (dialog) => {
    say(`Dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on("response", (response) => {
    const [status, url, kind] = [response.status(), response.url(), response.request().resourceType()];
    if (refusalsAt?.test(url)) return;
    if (status >= 500 || (status >= 400 && kind !== "document")) say(`${status} for ${kind} ${url}`);
  });
  return context;
}
