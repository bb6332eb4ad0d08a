/** How the public addresses for machines answer: the same headers, ETags and refusals everywhere. */
import type { Context } from "hono";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { etagOf, isKnown } from "~/platform/etag.server";
import { sha256 } from "~/platform/files.server";
import { askedFrom } from "./limits/asked-from.server";
import { countUnknown } from "./limits/count-unknown.server";

const constant = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "ETag, Link",
  "Cache-Control": "public, max-age=30",
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Referrer-Policy": "same-origin",
  "X-Content-Type-Options": "nosniff",
};
const overHttps = { ...constant, "Strict-Transport-Security": "max-age=31536000; includeSubDomains" };

/** Constant: nothing runs around them. The slow path sends the same; a test compares them. What is cached is asked for again after 30 seconds. */
export const publicHeaders = () => (settings().baseUrl.startsWith("https:") ? overHttps : constant);

/** The answer, or 304 for who has it already. `more`: headers of its own, such as another media type than that of JSON. */
export function answer(c: Context, body: { as_at?: string } & Record<string, unknown>, more: Record<string, string> = {}) {
  const headers = { ...publicHeaders(), ...more, ETag: etagOf(body) };
  return hasAlready(c, headers.ETag) ? c.body(null, 304, headers) : c.json(body, 200, headers);
}

/** The same for what is no JSON: text or bytes, with their `Content-Type` in `more`. */
export function answerText(c: Context, body: string | Uint8Array, more: Record<string, string>) {
  const headers = { ...publicHeaders(), ...more, ETag: `"${sha256(body).slice(0, 32)}"` };
  return hasAlready(c, headers.ETag) ? c.body(null, 304, headers) : c.body(typeof body === "string" ? body : new Uint8Array(body), 200, headers);
}

/** Whether the asker has this already, by its `If-None-Match`. */
export const hasAlready = (c: Context, etag: string): boolean => isKnown(c.req.header("If-None-Match"), etag);

/** RFC 9457. `detail` says what to do next. */
export function problem(c: Context, status: 400 | 404 | 413 | 429 | 503, title: string, detail: string) {
  const kept = status === 503 || status === 429 ? { "Cache-Control": "no-store" } : {};
  return c.json({ type: "about:blank", title, status, detail }, status, { ...publicHeaders(), ...kept, "Content-Type": "application/problem+json" });
}

/** To a code that we could not have issued: said without looking anything up. */
export const notACode = (c: Context, why: keyof typeof codeFaults) => problem(c, 400, "This is not a code we could have issued", codeFaults[why]);

const codeFaults = {
  shape: "A code is 12 letters and digits, with or without hyphens. Nothing was looked up.",
  check: "One character is wrong, or two have changed places. Nothing was looked up.",
};

/** A browser asks for a page first of all; the same address shows it one. */
export function wantsJson(c: Context): boolean {
  const accept = c.req.header("Accept") ?? "";
  return accept.includes("application/json") && !accept.includes("text/html");
}

/** A code that we never issued: 404, or 429 when too many of those were asked for from there. One that we did issue never comes here. */
export async function unknownCode(c: Context, title: string, detail: string) {
  const counted = await countUnknown(pool.db, clock, askedFrom(c));
  if (!counted.tooMany) return problem(c, 404, title, detail);
  return tooMany(c, counted.retryAfter);
}

/** `retryAfter` in seconds. */
export function tooMany(c: Context, retryAfter: number) {
  c.header("Retry-After", String(retryAfter));
  return problem(c, 429, "Too many unknown codes", tooManyDetail);
}

export const tooManyDetail =
  "Too many codes that we never issued were asked for from your network in the last hour. Codes that we did issue are always answered, so do not rely on this one.";
