import { type APIRequestContext, expect } from "@playwright/test";
import { z } from "zod";

/** Where the demo's page says that an example is. */
export async function exampleAt(request: APIRequestContext, name: string) {
  const page = await (await request.get("/demo")).text();
  const path = page.match(new RegExp(`data-example="${name}"[^>]* href="([^"]+)"`))?.[1];
  if (!path) throw new Error(`/demo shows no example ${name}.`);
  return path;
}

/** Everything that the demo's page points at, by name. */
export async function examples(request: APIRequestContext): Promise<[name: string, path: string][]> {
  const page = await (await request.get("/demo")).text();
  return [...page.matchAll(/data-example="([^"]+)"[^>]* href="([^"]+)"/g)].map(([, name, path]) => [name!, path!]);
}

const Mails = z.array(z.object({ at: z.string(), to: z.string(), subject: z.string(), text: z.string(), html: z.string() }));

/** All mail to somebody whose subject has these words, newest first. */
export async function mailsTo(request: APIRequestContext, to: string, subject: RegExp) {
  const all = Mails.parse(await (await request.get("/demo/outbox.json")).json());
  return all.filter((mail) => mail.to === to && subject.test(mail.subject));
}

/** The newest of them. Mail is sent by a job, so it is waited for. */
export async function newestMail(request: APIRequestContext, to: string, subject: RegExp) {
  await expect.poll(() => mailsTo(request, to, subject), { message: `a mail to ${to} about ${subject}`, timeout: 15_000 }).not.toHaveLength(0);
  return (await mailsTo(request, to, subject))[0]!;
}

/** Moves the application's one clock. Only for journeys that run alone. */
export async function moveClock(request: APIRequestContext, now: string) {
  const answer = await request.post("/demo/clock", { form: { now } });
  expect(answer.status()).toBe(200);
  return z.object({ now: z.iso.datetime() }).parse(await answer.json()).now;
}
