import { Hono } from "hono";
import { allKeys, currentRoot, keyByKid } from "~/marks/keys/find-keys.server";
import type { SigningKey } from "~/marks/keys/key";
import { pool } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { derOf } from "~/platform/signing/certify.server";
import { answer, problem, publicHeaders } from "./answering.server";

/** The public keys, each for ever: what others check our signatures with. One that is compromised says from when. */
export const keyAnswers = new Hono()
  .get("/.well-known/jwks.json", async (c) => {
    const keys = (await allKeys(pool.db)).filter(({ purpose }) => purpose !== "root");
    // In whose name they sign: a copy that was saved is enough to check with.
    return answer(c, { issuer: settings().baseUrl, keys: keys.map(jwkOf) });
  })
  .get("/.well-known/waymark-root.pem", async (c) => {
    const root = await currentRoot(pool.db);
    return root ? c.body(root.certificate, 200, pem()) : problem(c, 404, "There is no root yet", "The scheme has made no keys yet, and signed nothing.");
  })
  .get("/keys/:file{[^/]+\\.pem}", async (c) => {
    const key = await keyByKid(pool.db, c.req.param("file").slice(0, -".pem".length));
    return key ? c.body(key.certificate, 200, pem()) : noKey(c);
  })
  .get("/keys/:kid", async (c) => {
    const key = await keyByKid(pool.db, c.req.param("kid"));
    return key ? answer(c, jwkOf(key)) : noKey(c);
  });

/** Beside what RFC 7517 asks for: from when it is not believed. `x5c` is its certificate, which a PDF's signature names. */
const jwkOf = ({ kid, jwk, purpose, certificate, compromisedAfter }: SigningKey) => ({
  ...jwk,
  x5c: [Buffer.from(derOf(certificate)).toString("base64")],
  kid,
  use: "sig",
  alg: "ES256",
  purpose,
  ...(compromisedAfter ? { compromised_after: compromisedAfter.toISOString() } : {}),
});

const pem = () => ({ ...publicHeaders(), "Content-Type": "application/x-pem-file" });
const noKey = (c: Parameters<typeof problem>[0]) => problem(c, 404, "No key has this name", "Every key we ever signed with is listed at /.well-known/jwks.json.");
