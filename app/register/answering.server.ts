/** How the public addresses for machines answer: the same headers, ETags and refusals everywhere. */
import type { Context } from "hono";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { sha256 } from "~/platform/files.server";
import { askedFrom } from "./limits/asked-from.server";
import { countUnknown } from "./limits/count-unknown.server";

const constant = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "ETag",
  "Cache-Control": "public, max-age=30",
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Referrer-Policy": "same-origin",
  "X-Content-Type-Options": "nosniff",
};
const overHttps = { ...constant, "Strict-Transport-Security": "max-age=31536000; includeSubDomains" };

/** Constant: nothing runs around them. The slow path sends the same; a test compares them. What is cached is asked for again after 30 seconds. */
export const publicHeaders = () => (settings().baseUrl.startsWith("https:") ? overHttps : constant);

/** The answer, or 304 for who has it already. The ETag is made of everything in it but the time it was asked: it changes in the moment a status does. */
export function answer(c: Context, body: { as_at?: string } & Record<string, unknown>) {
  const { as_at: _, ...lasting } = body;
  const etag = `"${sha256(JSON.stringify(lasting)).slice(0, 32)}"`;
  if (matches(c.req.header("If-None-Match"), etag)) return c.body(null, 304, { ...publicHeaders(), ETag: etag });
  return c.json(body, 200, { ...publicHeaders(), ETag: etag });
}

const matches = (asked: string | undefined, etag: string) => asked?.split(",").some((each) => each.trim() === "*" || each.trim().replace(/^W\//, "") === etag);

/** RFC 9457. `detail` says what to do next. */
export function problem(c: Context, status: 400 | 404 | 413 | 429 | 503, title: string, detail: string) {
  const kept = status === 503 || status === 429 ? { "Cache-Control": "no-store" } : {};
  return c.json({ type: "about:blank", title, status, detail }, status, { ...publicHeaders(), ...kept, "Content-Type": "application/problem+json" });
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

const tooManyDetail =
  "Too many codes that we never issued were asked for from your network in the last hour. Codes that we did issue are always answered, so do not rely on this one.";
