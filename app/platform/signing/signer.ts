/** The seam to whatever holds a private key: a file, or a key service that never gives it away. ECDSA over P-256 with SHA-256, everywhere. */
export type Signer = {
  /** The key's name: part of its public address, and in everything it signed. */
  kid: string;
  /** Signs 32 bytes, the SHA-256 of what is meant. Answers the 64 bytes of r and s, as JWS has them. Throws `CannotSign` when the key is not there or does not answer. */
  sign(digest: Uint8Array): Promise<Uint8Array>;
};

/** The key could not be used just now. What was promised stands, and is signed when the key is back. */
export class CannotSign extends Error {}

/** A P-256 public key as published: nothing of the private half. */
export type PublicJwk = { kty: "EC"; crv: "P-256"; x: string; y: string };
