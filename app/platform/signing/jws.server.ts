/** Compact JWS, ES256 and nothing else. Put together here because a key behind the seam signs digests; read by `jose`. */
import { compactVerify, decodeProtectedHeader, importJWK } from "jose";
import { digestOf, type PublicJwk } from "./ecdsa.server";
import type { Signer } from "./signer";

/** Signs JSON. `header` is what stands beside `alg` and `kid`; `kid` is the key's address as readers of the JWS are to find it. */
export async function signJws(signer: Signer, header: { kid: string; typ: string; cty?: string }, payload: object): Promise<string> {
  const signed = `${encoded({ alg: "ES256", ...header })}.${encoded(payload)}`;
  return `${signed}.${Buffer.from(await signer.sign(digestOf(signed))).toString("base64url")}`;
}

export type ReadJws = { ok: true; header: Record<string, unknown>; payload: Record<string, unknown> } | { ok: false; why: "malformed" | "unknown_key" | "signature" };

/**
 * Reads a compact JWS that one of our keys signed. `keyOf` answers the public key for a `kid`, or undefined for one that is not ours.
 * Keys inside the JWS itself (`jwk`, `jku`, `x5c`), other algorithms and critical extensions are refused.
 */
export async function readJws(jws: string, keyOf: (kid: string) => Promise<PublicJwk | undefined>): Promise<ReadJws> {
  let header: ReturnType<typeof decodeProtectedHeader>;
  try {
    header = decodeProtectedHeader(jws);
  } catch {
    return { ok: false, why: "malformed" };
  }
  if (header.alg !== "ES256" || typeof header.kid !== "string" || ["jwk", "jku", "x5c", "x5u", "crit", "b64"].some((each) => each in header))
    return { ok: false, why: "malformed" };
  const jwk = await keyOf(header.kid);
  if (!jwk) return { ok: false, why: "unknown_key" };
  try {
    const { payload } = await compactVerify(jws, await importJWK(jwk, "ES256"), { algorithms: ["ES256"] });
    const read: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(payload));
    if (typeof read !== "object" || read === null || Array.isArray(read)) return { ok: false, why: "malformed" };
    return { ok: true, header: { ...header }, payload: read as Record<string, unknown> };
  } catch (error) {
    return { ok: false, why: (error as { code?: string }).code === "ERR_JWS_SIGNATURE_VERIFICATION_FAILED" ? "signature" : "malformed" };
  }
}

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
