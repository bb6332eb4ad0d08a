import { readJws } from "~/platform/signing/jws.server";
import { keyUrl } from "../keys/find-keys.server";
import type { LeafPurpose, SigningKey } from "../keys/key";

export type Trust = {
  /** The public key of this name, out of what we have published; the name is the last part of `kid`. */
  keyOf: (kid: string) => Promise<SigningKey | undefined>;
  /** The address in whose name we sign, without a slash at its end. */
  origin: string;
  now: Date;
};

export type SignedFault =
  /** No JWT, or one with more in its header than ours have. */
  | "malformed"
  | "too_large"
  /** The key it names is none of ours, or not one that signs this. */
  | "unknown_key"
  | "signature";
export type ReadSigned = { ok: true; key: SigningKey; payload: Record<string, unknown> } | { ok: false; why: SignedFault };

const headerNames = new Set(["alg", "kid", "typ", "cty"]);

/** Reads what one of our keys for this purpose signed. The algorithm, the names in the header and where keys come from are ours to say, never the JWT's. Throws only what `keyOf` throws. */
export async function readSigned(
  jwt: string,
  { purpose, types, longest }: { purpose: LeafPurpose; types: string[]; longest: number },
  { keyOf, origin }: Trust,
): Promise<ReadSigned> {
  if (jwt.length > longest) return { ok: false, why: "too_large" };
  let key: SigningKey | undefined;
  const read = await readJws(jwt, async (kid) => {
    const name = kid.slice(kid.lastIndexOf("/") + 1);
    if (!/^[a-z0-9-]{1,80}$/.test(name) || kid !== keyUrl(origin, name)) return undefined;
    key = await keyOf(name);
    return key?.purpose === purpose ? key.jwk : undefined;
  });
  if (!read.ok) return read;
  const { typ, cty } = read.header;
  const known = Object.keys(read.header).every((name) => headerNames.has(name));
  if (!known || !key || typeof typ !== "string" || !types.includes(typ) || (cty !== undefined && cty !== "vc")) return { ok: false, why: "malformed" };
  return { ok: true, key, payload: read.payload };
}
