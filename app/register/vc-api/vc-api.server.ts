import { type Context, Hono } from "hono";
import { z } from "zod";
import { keyByKid, keyUrl } from "~/marks/keys/find-keys.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { remember } from "~/platform/remember";
import { memorySigner, newKeyPair } from "~/platform/signing/file-keys.server";
import { readJws, signJws } from "~/platform/signing/jws.server";
import { problem, publicHeaders } from "../answering.server";
import { type CredentialOfAnybody, Enveloped, readCredential, readPresentation } from "./data-model";

/**
 * W3C's VC-API, so that public test suites can be run against what signs and checks here. Off unless `WAYMARK_VC_API` says so, and never in production.
 * It signs whatever it is given, so it never does so with a key of the scheme: it has one of its own, made when the process starts and never published.
 */
export const vcApi = new Hono()
  .use(async (c, next) => {
    if (!settings().vcApi) return problem(c, 404, "This is not an address of ours", "Part of it may be missing or too much. Copy the whole of it again.");
    const length = c.req.header("Content-Length");
    if (c.req.method !== "POST" || length === undefined) return problem(c, 400, "Send JSON with POST", "And the length of it in Content-Length.");
    if (Number(length) > largest) return problem(c, 413, "That is too big to send", `At most ${largest} bytes can be sent here.`);
    return next();
  })
  .all("/credentials/issue", async (c) => {
    const body = await bodyAs(c, z.looseObject({ credential: z.looseObject({}) }));
    if (!body) return refused(c, ["credential: is missing"]);
    const credential = readCredential(body.credential);
    if (!credential.ok) return refused(c, credential.faults);
    const { signer, kid } = ownKey();
    const jwt = await signJws(signer, { kid, typ: "vc+jwt", cty: "vc" }, credential.value);
    return c.json(
      { verifiableCredential: { "@context": "https://www.w3.org/ns/credentials/v2", id: `data:application/vc+jwt,${jwt}`, type: "EnvelopedVerifiableCredential" } },
      201,
      never,
    );
  })
  .all("/credentials/verify", async (c) => {
    const body = await bodyAs(c, z.looseObject({ verifiableCredential: z.union([z.string(), Enveloped]) }));
    if (!body) return refused(c, ["verifiableCredential: is neither a JWT nor an envelope around one"]);
    const faults = await faultsOf(body.verifiableCredential);
    return faults.length > 0 ? refused(c, faults) : verified(c);
  })
  .all("/presentations/verify", async (c) => {
    const body = await bodyAs(c, z.looseObject({ verifiablePresentation: z.looseObject({}) }));
    if (!body) return refused(c, ["verifiablePresentation: is missing"]);
    const presentation = readPresentation(body.verifiablePresentation);
    if (!presentation.ok) return refused(c, presentation.faults);
    const faults = await Promise.all([presentation.value.verifiableCredential ?? []].flat().map(faultsOf));
    return faults.flat().length > 0 ? refused(c, faults.flat()) : verified(c);
  });

const largest = 200_000;
const never = { "Cache-Control": "no-store" };
const verified = (c: Context) => c.json({ verified: true, warnings: [], errors: [] }, 200, { ...publicHeaders(), ...never });
const refused = (c: Context, errors: string[]) => c.json({ verified: false, warnings: [], errors }, 400, { ...publicHeaders(), ...never });

async function bodyAs<T>(c: Context, shape: z.ZodType<T>): Promise<T | undefined> {
  const parsed = shape.safeParse(await c.req.json().catch(() => undefined));
  return parsed.success ? parsed.data : undefined;
}

/** What is wrong with a credential, of ours or of this process's own making. */
async function faultsOf(given: string | z.infer<typeof Enveloped>): Promise<string[]> {
  const jwt = typeof given === "string" ? given : given.id.slice(given.id.indexOf(",") + 1);
  const read = await readJws(jwt, keyOf);
  if (!read.ok) return [`it: ${read.why}`];
  if (read.header.typ !== "vc+jwt" && read.header.typ !== "JWT") return ["typ: is neither vc+jwt nor JWT"];
  const credential = readCredential(read.payload);
  return credential.ok ? outOfTime(credential.value) : credential.faults;
}

function outOfTime({ validFrom, validUntil }: CredentialOfAnybody): string[] {
  const now = clock.now().getTime();
  if (validFrom && Date.parse(validFrom) > now) return ["validFrom: is still to come"];
  return validUntil && Date.parse(validUntil) <= now ? ["validUntil: is past"] : [];
}

async function keyOf(kid: string) {
  const own = ownKey();
  if (kid === own.kid) return own.jwk;
  const name = kid.slice(kid.lastIndexOf("/") + 1);
  if (kid !== keyUrl(settings().baseUrl, name)) return undefined;
  const key = await keyByKid(pool.db, name);
  return key && key.purpose !== "root" && !key.compromisedAfter ? key.jwk : undefined;
}

const ownKey = () =>
  remember("key of the VC-API", () => {
    const pair = newKeyPair();
    const kid = `did:jwk:${Buffer.from(JSON.stringify(pair.jwk)).toString("base64url")}#0`;
    return { kid, jwk: pair.jwk, signer: memorySigner(kid, pair) };
  });
