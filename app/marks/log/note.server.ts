/** Checkpoints as signed notes (c2sp.org/tlog-checkpoint, c2sp.org/signed-note), with ECDSA P-256: other people's tools for transparency logs read them. */
import { createPublicKey, type JsonWebKey } from "node:crypto";
import { compactOf, derOf, digestOf, type PublicJwk, verifies } from "~/platform/signing/ecdsa.server";
import type { Signer } from "~/platform/signing/signer";

/** The root of the first `size` leaves of the log that calls itself `origin`. */
export type Checkpoint = { origin: string; size: number; root: Uint8Array };

/** The log's name for itself: our address without its scheme, so that two installations are never taken for one. */
export const originOf = (baseUrl: string) => `${new URL(baseUrl).host}/log`;

/** Signs a checkpoint. Throws `CannotSign`. */
export async function signNote(checkpoint: Checkpoint, signer: Signer, jwk: PublicJwk): Promise<string> {
  const text = textOf(checkpoint);
  const signature = Buffer.concat([keyId(jwk), derOf(await signer.sign(digestOf(text)))]);
  return `${text}\n— ${checkpoint.origin} ${signature.toString("base64")}\n`;
}

/** What a note says, when this key signed it; undefined when it did not, or when it is not a checkpoint. */
export function readNote(note: string, jwk: PublicJwk): Checkpoint | undefined {
  const [, text, name, signature] = /^((?:[^\n]+\n){3})\n— (\S+) ([\w+/=]+)\n$/.exec(note) ?? [];
  if (text === undefined || signature === undefined) return undefined;
  const [origin = "", size = "", root = ""] = text.split("\n");
  const bytes = Buffer.from(signature, "base64");
  if (name !== origin || !/^(0|[1-9]\d*)$/.test(size) || !bytes.subarray(0, 4).equals(keyId(jwk))) return undefined;
  const checkpoint = { origin, size: Number(size), root: Buffer.from(root, "base64") };
  return textOf(checkpoint) === text && signed(text, bytes.subarray(4), jwk) ? checkpoint : undefined;
}

const textOf = ({ origin, size, root }: Checkpoint) => `${origin}\n${size}\n${Buffer.from(root).toString("base64")}\n`;

/** For ECDSA: the first four bytes of the SHA-256 of the key as SPKI. */
function keyId(jwk: PublicJwk): Buffer {
  return digestOf(createPublicKey({ key: jwk as JsonWebKey, format: "jwk" }).export({ type: "spki", format: "der" })).subarray(0, 4);
}

function signed(text: string, der: Uint8Array, jwk: PublicJwk): boolean {
  try {
    return verifies(Buffer.from(text), compactOf(der), jwk);
  } catch {
    return false; // not a signature at all
  }
}
