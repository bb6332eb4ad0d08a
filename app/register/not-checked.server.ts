import { data } from "@remix-run/node";
import type { Clock } from "~/platform/clock";
import { settings } from "~/platform/env.server";

/** What was looked up, or that it could not be: a register that is away says neither yes nor no. Answers that were thrown on purpose go on. */
export async function orNotChecked<T>(asked: Promise<T>): Promise<T | "not checked"> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Response) throw error;
    console.error(error);
    return "not checked";
  }
}

/** 503, for a page. */
export const notChecked = () => data({ away: { phone: settings().contact.phone } }, { status: 503, headers: { "Retry-After": "60" } });

/** 429, for a page. `retryAfter` in seconds. */
export function tooManyCodes(retryAfter: number, clock: Clock) {
  const until = new Date(clock.now().getTime() + retryAfter * 1000).toISOString();
  return data({ many: { until, phone: settings().contact.phone } }, { status: 429, headers: { "Retry-After": String(retryAfter) } });
}
