/** The one place that knows the curve. */
import { createHash, createPublicKey, type JsonWebKey, verify } from "node:crypto";
import { p256 } from "@noble/curves/nist.js";
import type { PublicJwk } from "./signer";

export type { PublicJwk };

export const digestOf = (bytes: Uint8Array | string): Buffer => createHash("sha256").update(bytes).digest();

/** r and s, 64 bytes, for a 32-byte digest and a 32-byte private key. Deterministic (RFC 6979), so a bad source of chance cannot give the key away. */
export const signDigest = (digest: Uint8Array, secret: Uint8Array): Uint8Array => p256.sign(digest, secret, { prehash: false, lowS: false, format: "compact" });

/** The two ways of writing one signature: 64 bytes for JWS, DER for certificates, PDFs and key services. */
export const derOf = (signature: Uint8Array): Uint8Array => p256.Signature.fromBytes(signature, "compact").toBytes("der");
export const compactOf = (der: Uint8Array): Uint8Array => p256.Signature.fromBytes(der, "der").toBytes("compact");

/** Whether this key signed these bytes: 64-byte signature over their SHA-256. */
export function verifies(bytes: Uint8Array, signature: Uint8Array, jwk: PublicJwk): boolean {
  if (signature.length !== 64) return false;
  const key = createPublicKey({ key: jwk as JsonWebKey, format: "jwk" });
  return verify("sha256", bytes, { key, dsaEncoding: "ieee-p1363" }, signature);
}

/** Whether this key signed this digest; for what a key service answers before anybody relies on it. */
export function verifiesDigest(digest: Uint8Array, signature: Uint8Array, { x, y }: PublicJwk): boolean {
  const point = Buffer.concat([Buffer.of(4), Buffer.from(x, "base64url"), Buffer.from(y, "base64url")]);
  return p256.verify(signature, digest, point, { prehash: false, lowS: false, format: "compact" });
}

/** RFC 7638: the same key always has the same one. Hexadecimal. */
export const thumbprint = ({ crv, kty, x, y }: PublicJwk): string => digestOf(JSON.stringify({ crv, kty, x, y })).toString("hex");
