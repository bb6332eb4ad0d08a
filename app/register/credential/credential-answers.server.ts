import { type Context, Hono } from "hono";
import { type MarkCode, normaliseCode } from "~/marks/code";
import { statusList } from "~/marks/credential/status-list.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { CannotSign } from "~/platform/signing/signer";
import { answer, answerText, notACode, problem, publicHeaders, unknownCode } from "../answering.server";
import { markByCode } from "../mark.server";
import { bakedBadge } from "./badge.server";
import { issuedCredential, payloadOf } from "./credential.server";

/** The credential of a mark, the badge that carries it, and the lists that say whether it still stands. */
export const credentialAnswers = new Hono()
  .get("/marks/:code/credential.jwt", async (c) => {
    const found = await credentialAt(c);
    if (found instanceof Response) return found;
    if (wants(c, "application/vc+jwt")) return answerText(c, found.vcJwt, { "Content-Type": "application/vc+jwt", Vary: "Accept" });
    return answerText(c, found.jwt, { "Content-Type": "text/plain; charset=utf-8", Vary: "Accept", "Content-Disposition": `inline; filename="waymark-${found.code}.jwt"` });
  })
  .get("/marks/:code/credential.json", async (c) => {
    const found = await credentialAt(c);
    return found instanceof Response ? found : answer(c, payloadOf(found.jwt));
  })
  .get("/marks/:code/badge.svg", (c) => theBadge(c, "svg"))
  .get("/marks/:code/badge.png", (c) => theBadge(c, "png"))
  .get("/status-lists/:number", async (c) => {
    const asked = c.req.param("number");
    const number = /^[1-9]\d{0,8}$/.test(asked) ? Number(asked) : undefined;
    try {
      const jwt = number && (await statusList(pool.db, clock, number));
      if (!jwt) return problem(c, 404, "There is no such status list", "The address of the list a credential is in stands in its credentialStatus.");
      if (wants(c, "application/json") && !wants(c, "application/vc+jwt")) return answer(c, payloadOf(jwt), { Vary: "Accept" });
      return answerText(c, jwt, { "Content-Type": "application/vc+jwt", Vary: "Accept" });
    } catch (error) {
      if (!(error instanceof CannotSign)) throw error;
      console.error(error.message);
      return problem(
        c,
        503,
        "The status list cannot be signed just now",
        "It has changed or run out since it was signed last. Do not rely on an older copy; each mark’s own page says what is true.",
      );
    }
  })
  .on("OPTIONS", ["/marks/:code/credential.jwt", "/marks/:code/credential.json", "/marks/:code/badge.svg", "/marks/:code/badge.png", "/status-lists/:number"], (c) =>
    c.body(null, 204, {
      ...publicHeaders(),
      "Access-Control-Allow-Methods": "GET, HEAD",
      "Access-Control-Allow-Headers": "If-None-Match",
      "Access-Control-Max-Age": "86400",
    }),
  );

const wants = (c: Context, type: string) => (c.req.header("Accept") ?? "").split(",").some((each) => each.split(";")[0]!.trim().toLowerCase() === type);

/** The code in the address, or the refusal of one that is none: nothing is looked up for it. */
function codeIn(c: Context): MarkCode | Response {
  const read = normaliseCode((c.req.param("code") ?? "").slice(0, 60));
  return read.ok ? read.code : notACode(c, read.why);
}

async function credentialAt(c: Context) {
  const code = codeIn(c);
  if (code instanceof Response) return code;
  const found = await issuedCredential(pool.db, code);
  if (found) return { code, ...found };
  if (!(await markByCode(code))) return unknown(c, code);
  return problem(c, 404, "There is no credential under this code yet", "The mark was given just now, and its credential is still being signed. Try again in a minute.");
}

async function theBadge(c: Context, kind: "svg" | "png") {
  const code = codeIn(c);
  if (code instanceof Response) return code;
  const mark = await markByCode(code);
  if (!mark) return unknown(c, code);
  const language = c.req.query("lang") === "cy" ? "cy" : "en";
  const badge = await bakedBadge(mark, kind, { now: clock.now(), language });
  // Asked for anew each time, and sent anew when it has changed: a picture of yesterday is a false one. Any site may show it.
  const headers = { "Cache-Control": "no-cache", "Cross-Origin-Resource-Policy": "cross-origin" };
  return answerText(c, badge, { ...headers, "Content-Type": kind === "svg" ? "image/svg+xml" : "image/png" });
}

const unknown = (c: Context, code: MarkCode) => unknownCode(c, "No mark has this code", `The code ${code} is well formed, but we have never issued it.`);
