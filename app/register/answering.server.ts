/** How the public addresses for machines answer: the same headers, ETags and refusals everywhere. */
import type { Context } from "hono";
import { settings } from "~/platform/env.server";
import { etagOf, isKnown } from "~/platform/etag.server";

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

/** The answer, or 304 for who has it already. `type`: the media type, where it is not plain JSON. */
export function answer(c: Context, body: { as_at?: string } & Record<string, unknown>, type = "application/json") {
  const etag = etagOf(body);
  if (isKnown(c.req.header("If-None-Match"), etag)) return c.body(null, 304, { ...publicHeaders(), ETag: etag });
  return c.json(body, 200, { ...publicHeaders(), ETag: etag, "Content-Type": type });
}

/** RFC 9457. `detail` says what to do next. */
export function problem(c: Context, status: 400 | 404 | 413 | 503, title: string, detail: string) {
  const kept = status === 503 ? { "Cache-Control": "no-store" } : {};
  return c.json({ type: "about:blank", title, status, detail }, status, { ...publicHeaders(), ...kept, "Content-Type": "application/problem+json" });
}
