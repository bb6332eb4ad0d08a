/** How the public addresses for machines answer: the same headers, ETags and refusals everywhere. */
import type { Context } from "hono";
import { settings } from "~/platform/env.server";
import { sha256 } from "~/platform/files.server";

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
export function answer(c: Context, body: { as_at?: string } & Record<string, unknown>, more: Record<string, string> = {}) {
  const { as_at: _, ...lasting } = body;
  const headers = { ...publicHeaders(), ...more, ETag: etagOf(JSON.stringify(lasting)) };
  return hasIt(c, headers.ETag) ? c.body(null, 304, headers) : c.json(body, 200, headers);
}

/** The same for what is no JSON: text or bytes, with their `Content-Type` in `more`. */
export function answerText(c: Context, body: string | Uint8Array, more: Record<string, string>) {
  const headers = { ...publicHeaders(), ...more, ETag: etagOf(body) };
  return hasIt(c, headers.ETag) ? c.body(null, 304, headers) : c.body(typeof body === "string" ? body : new Uint8Array(body), 200, headers);
}

const etagOf = (body: string | Uint8Array) => `"${sha256(body).slice(0, 32)}"`;
const hasIt = (c: Context, etag: string) => matches(c.req.header("If-None-Match"), etag);

const matches = (asked: string | undefined, etag: string) => asked?.split(",").some((each) => each.trim() === "*" || each.trim().replace(/^W\//, "") === etag);

/** RFC 9457. `detail` says what to do next. */
export function problem(c: Context, status: 400 | 404 | 413 | 503, title: string, detail: string) {
  const kept = status === 503 ? { "Cache-Control": "no-store" } : {};
  return c.json({ type: "about:blank", title, status, detail }, status, { ...publicHeaders(), ...kept, "Content-Type": "application/problem+json" });
}

/** What is wrong with a code that we could not have issued. */
export const codeFaults = {
  shape: "A code is 12 letters and digits, with or without hyphens. Nothing was looked up.",
  check: "One character is wrong, or two have changed places. Nothing was looked up.",
};
