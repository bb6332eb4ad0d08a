import { randomBytes } from "node:crypto";
import { serveStatic } from "@hono/node-server/serve-static";
import type { AppLoadContext } from "@remix-run/node";
import { type Context, Hono } from "hono";
import { requestId } from "hono/request-id";
import { gzip } from "~/platform/compress";
import { settings } from "~/platform/env.server";
import { publicAnswers } from "~/register/http.server";

type Env = { Variables: { nonce: string; requestId: string } };
// Not DEV: that is true in tests too, and they are to see what production sends.
const development = import.meta.env?.MODE === "development";
type Pages = (request: Request, context: AppLoadContext) => Promise<Response>;

const kilobyte = 1024;
const megabyte = 1024 * kilobyte;
/** An evidence file may have 20 MB and a file to verify 5 MB; a form around it needs a little more. Everything else is words. */
const bodyLimits = [
  { path: /^\/assessments\/[^/]+\/(files|criteria\/[^/]+\/evidence)$/, maxSize: 21 * megabyte },
  { path: /^\/verify$/, maxSize: 6 * megabyte },
  { path: /./, maxSize: 300 * kilobyte },
];

/** Everything that answers over HTTP, around the pages that Remix makes. */
export function website(pages: Pages) {
  const app = new Hono<Env>();
  // First, and with headers of their own: asked often, and no middleware is worth its price there.
  app.route("/", publicAnswers);
  app.use(requestId({ limitLength: 64 }));
  app.use(async (c, next) => {
    const nonce = randomBytes(16).toString("base64");
    c.set("nonce", nonce);
    await next();
    // After next(): headers set before it are lost when a handler returns a Response of its own, as Remix does.
    secure(c, nonce);
  });
  app.use(gzip);
  if (!development) {
    app.use("/assets/*", async (c, next) => {
      await next();
      if (c.res.ok) c.header("Cache-Control", "public, max-age=31536000, immutable");
    });
    app.use("/assets/*", serveStatic({ root: "build/client", precompressed: true }));
    app.get("/assets/*", (c) => c.notFound());
    app.use(serveStatic({ root: "build/client" }));
  }
  app.use(async (c, next) => {
    if (cameFromElsewhere(c)) return problem(c, 403, "This form was sent from another site", "Go back to Waymark, load the page again and send the form from there.");
    // Remix would compare it with `Host` again, which is not ours where a proxy stands in front.
    c.req.raw.headers.delete("Origin");
    if (c.req.method === "POST" && !isForm(c)) return problem(c, 415, "This is not a form", "Send it as application/x-www-form-urlencoded or multipart/form-data.");
    return next();
  });
  app.use(async (c, next) => {
    // HTTP allows a body of unsaid length; no browser sends one, and what is not said cannot be refused before it is read.
    if (c.req.header("Transfer-Encoding")) return problem(c, 411, "How long is it?", "Send the length of the body with it.");
    const { maxSize } = bodyLimits.find((each) => each.path.test(c.req.path))!;
    const length = Number(c.req.header("Content-Length") ?? 0);
    if (length <= maxSize) return next();
    if (length <= 5 * maxSize) await readAndForget(c.req.raw);
    return problem(
      c,
      413,
      "That is too big to send",
      `At most ${sizeInWords(maxSize)} can be sent here. Nothing from this page was kept; everything saved before is safe. Go back and choose a smaller file.`,
    );
  });
  app.all("*", (c) => pages(c.req.raw, { nonce: c.get("nonce"), requestId: c.get("requestId") }));
  app.onError((error, c) => {
    console.error(error);
    return problem(c, 500, "Sorry, something went wrong here", "Nothing was changed by this. Try again in a minute.");
  });
  // Before everything, and without the price of a middleware: no address of ours has a NUL in it, and a database can hold none.
  const { fetch } = app;
  app.fetch = (request, ...more) => (request.url.includes("%00") ? notAnAddress() : fetch(request, ...more));
  return app;
}

const notAnAddress = () =>
  Response.json(
    { type: "about:blank", title: "This is not an address of ours", status: 400 },
    {
      status: 400,
      headers: {
        "Content-Type": "application/problem+json",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
        "Cache-Control": "no-store",
      },
    },
  );

function secure(c: Context<Env>, nonce: string) {
  const { headers } = c.res;
  const html = headers.get("Content-Type")?.startsWith("text/html");
  c.header("X-Request-Id", c.get("requestId"));
  c.header("X-Content-Type-Options", "nosniff");
  c.header("Referrer-Policy", "same-origin");
  c.header("Cross-Origin-Opener-Policy", "same-origin");
  if (settings().baseUrl.startsWith("https:")) c.header("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
  if (!headers.has("Content-Security-Policy")) c.header("Content-Security-Policy", html ? pagePolicy(nonce) : "default-src 'none'; frame-ancestors 'none'");
  if (!headers.has("Cache-Control")) c.header("Cache-Control", "no-store");
}

/** A browser always says where a POST comes from. A client that sends neither header and no cookie holds no session of ours. */
function cameFromElsewhere(c: Context<Env>) {
  if (["GET", "HEAD", "OPTIONS"].includes(c.req.method)) return false;
  const site = c.req.header("Sec-Fetch-Site");
  const origin = c.req.header("Origin");
  if (site) return site !== "same-origin" && site !== "none";
  if (origin) return origin !== new URL(settings().baseUrl).origin && origin !== new URL(c.req.url).origin;
  return c.req.header("Cookie") !== undefined;
}

/** A browser shows an answer only when it could send everything. */
const readAndForget = async ({ body }: Request) => body?.pipeTo(new WritableStream()).catch(() => {});

const sizeInWords = (bytes: number) => (bytes < megabyte ? `${bytes / kilobyte} KB` : `${bytes / megabyte - 1} MB`);
const isForm = (c: Context) => /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(c.req.header("Content-Type") ?? "application/x-www-form-urlencoded");

/** Refused before a page was asked: in words for a browser, as problem details for everyone else. */
function problem(c: Context, status: 403 | 411 | 413 | 415 | 500, title: string, detail: string) {
  if (c.req.header("Accept")?.includes("text/html"))
    return c.html(
      `<!doctype html><html lang="en-GB"><meta name="viewport" content="width=device-width"><title>${title} – Waymark</title><h1>${title}</h1><p>${detail}</p><p><a href="/">Waymark</a></p></html>`,
      status,
    );
  return c.json({ type: "about:blank", title, status, detail }, status, { "Content-Type": "application/problem+json" });
}

function pagePolicy(nonce: string) {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self'${development ? " 'unsafe-inline'" : ""}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}
