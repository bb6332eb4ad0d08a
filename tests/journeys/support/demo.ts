import { type APIRequestContext, expect } from "@playwright/test";
import { z } from "zod";

export const examples = [
  "mark-live",
  "mark-suspended",
  "mark-expired",
  "mark-withdrawn",
  "mark-conditions",
  "mark-superseded",
  "provider-stale-capacity",
  "provider-fresh-capacity",
  "case-to-assess",
  "case-split",
  "draft-half-done",
] as const;
export type ExampleName = (typeof examples)[number] | (string & {});

/** Where the demo's page says that an example is. */
export async function exampleAt(request: APIRequestContext, name: ExampleName) {
  const page = await (await request.get("/demo")).text();
  const path = page.match(new RegExp(`data-example="${name}"[^>]* href="([^"]+)"`))?.[1];
  if (!path) throw new Error(`/demo shows no example ${name}.`);
  return path;
}

const Mails = z.array(z.object({ at: z.string(), to: z.string(), subject: z.string(), text: z.string(), html: z.string() }));

/** The newest mail to somebody whose subject has these words. Mail is sent by a job, so it is waited for. */
export async function newestMail(request: APIRequestContext, to: string, subject: RegExp) {
  const find = async () => Mails.parse(await (await request.get("/demo/outbox.json")).json()).find((mail) => mail.to === to && subject.test(mail.subject));
  await expect.poll(find, { message: `a mail to ${to} about ${subject}`, timeout: 15_000 }).toBeTruthy();
  return (await find())!;
}

/** Moves the application's one clock. Only for journeys that run alone. */
export async function moveClock(request: APIRequestContext, now: string) {
  const answer = await request.post("/demo/clock", { form: { now } });
  expect(answer.status()).toBe(200);
  return z.object({ now: z.iso.datetime() }).parse(await answer.json()).now;
}
