/** Private keys in files: PKCS#8, readable by their owner alone. What a demo uses, and a small body whose secrets are mounted as files. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { mkdir, open, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type PublicJwk, signDigest } from "./ecdsa.server";
import { CannotSign, type Signer } from "./signer";

export type KeyPair = { privatePem: string; jwk: PublicJwk };

export function newKeyPair(): KeyPair {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return { privatePem: privateKey.export({ type: "pkcs8", format: "pem" }).toString(), jwk: publicJwk(publicKey) };
}

/** The public half of a key in PEM, private or public. Throws when it is not of P-256. */
export const publicJwkOf = (pem: string): PublicJwk => publicJwk(createPublicKey(pem));

/** Writes a private key under its name. Throws when one of that name is there: a key is never written over. */
export async function keepKey(folder: string, kid: string, privatePem: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = await open(pathOf(folder, kid), "wx", 0o600);
  try {
    await file.writeFile(privatePem);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The private key of this name in PEM, or undefined when it is not there. */
export async function readKey(folder: string, kid: string): Promise<string | undefined> {
  try {
    return await readFile(pathOf(folder, kid), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** Signs with the key of this name. The file is read when a signature is asked for, so that a key put back works at once. */
export function fileSigner(folder: string, kid: string): Signer {
  return {
    kid,
    async sign(digest) {
      const pem = await readKey(folder, kid).catch((error: Error) => {
        throw new CannotSign(`The private key ${kid} cannot be read: ${error.message}`);
      });
      if (!pem) throw new CannotSign(`The private key ${kid} is not in ${folder}.`);
      return signDigest(digest, secretOf(createPrivateKey(pem)));
    },
  };
}

/** Signs with a key that is nowhere but here, and gone when the process ends. */
export const memorySigner = (kid: string, { privatePem }: KeyPair): Signer => ({ kid, sign: async (digest) => signDigest(digest, secretOf(createPrivateKey(privatePem))) });

const secretOf = (key: KeyObject): Buffer => Buffer.from(key.export({ format: "jwk" }).d!, "base64url");

function publicJwk(key: KeyObject): PublicJwk {
  const { kty, crv, x, y } = key.export({ format: "jwk" });
  if (kty !== "EC" || crv !== "P-256" || !x || !y) throw new Error("This key is not of the curve P-256, the only one used here.");
  return { kty, crv, x, y };
}

function pathOf(folder: string, kid: string) {
  if (!/^[a-z0-9-]+$/.test(kid)) throw new Error(`Not the name of a key: ${kid}`);
  return join(folder, `${kid}.pem`);
}
