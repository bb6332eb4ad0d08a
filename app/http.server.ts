import { randomBytes } from "node:crypto";
import { serveStatic } from "@hono/node-server/serve-static";
import type { AppLoadContext } from "@remix-run/node";
import { type Context, Hono } from "hono";
import { requestId } from "hono/request-id";
import { cameFromElsewhere, isAddress, isForm } from "~/platform/admission";
import { gzip } from "~/platform/compress";
import { settings } from "~/platform/env.server";
import { bare, everywhere, overHttps, pagePolicy } from "~/platform/headers";
import { refusal } from "~/platform/refusal";
import { publicAnswers } from "~/register/http.server";
import { askedFrom } from "~/register/limits/asked-from.server";
import { methodsAt } from "./authorisation";

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
    app.use(serveStatic({ root: "build/client", onFound: (_, c) => c.header("Cache-Control", "public, max-age=3600") }));
  }
  app.use(async (c, next) => {
    const ours = [new URL(settings().baseUrl).origin, new URL(c.req.url).origin];
    if (cameFromElsewhere(c.req.raw, ours, { guarded: !c.req.path.startsWith("/demo/") }))
      return problem(c, 403, "This form was sent from another site", "Go back to Waymark, load the page again and send the form from there.");
    // Remix would compare it with `Host` again, which is not ours where a proxy stands in front.
    c.req.raw.headers.delete("Origin");
    if (c.req.method === "POST" && !isForm(c.req.raw.headers.get("Content-Type")))
      return problem(c, 415, "This is not a form", "Send it as application/x-www-form-urlencoded or multipart/form-data.");
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
  app.use(async (c, next) => {
    const methods = methodsAt(c.req.path, settings().mode === "demo");
    if (methods.length === 0 || methods.includes(c.req.method) || c.req.method === "OPTIONS") return next();
    const answer = problem(c, 405, "This address does not work that way", `It takes ${methods.join(", ")}. Nothing was changed.`);
    answer.headers.set("Allow", methods.join(", "));
    return answer;
  });
  app.all("*", (c) => pages(c.req.raw, { nonce: c.get("nonce"), requestId: c.get("requestId"), from: askedFrom(c) }));
  app.onError((error, c) => {
    console.error(error);
    return problem(c, 500, "Sorry, something went wrong here", "Nothing was changed by this. Try again in a minute.");
  });
  // Before everything, and without the price of a middleware.
  const { fetch } = app;
  app.fetch = (request, ...more) => (isAddress(request.url) ? fetch(request, ...more) : notAnAddress(request));
  return app;
}

const problem = (c: Context, status: number, title: string, detail: string) => refusal(c.req.header("Accept"), status, title, detail);

function notAnAddress(request: Request) {
  const answer = refusal(request.headers.get("Accept"), 400, "This is not an address of ours", "Part of it may be missing or too much. Copy the whole of it again.");
  for (const [name, value] of Object.entries({ ...everywhere, "Content-Security-Policy": bare, "Cache-Control": "no-store" })) answer.headers.set(name, value);
  return answer;
}

function secure(c: Context<Env>, nonce: string) {
  const { headers } = c.res;
  const html = headers.get("Content-Type")?.startsWith("text/html");
  const fixed = { "X-Request-Id": c.get("requestId"), ...everywhere, ...(settings().baseUrl.startsWith("https:") ? overHttps : {}) };
  for (const [name, value] of Object.entries(fixed)) c.header(name, value);
  if (!headers.has("Content-Security-Policy")) c.header("Content-Security-Policy", html ? pagePolicy(nonce, development) : bare);
  if (!headers.has("Cache-Control")) c.header("Cache-Control", "no-store");
}

/** A browser shows an answer only when it could send everything. */
const readAndForget = async ({ body }: Request) => body?.pipeTo(new WritableStream()).catch(() => {});

const sizeInWords = (bytes: number) => (bytes < megabyte ? `${bytes / kilobyte} KB` : `${bytes / megabyte - 1} MB`);
