import { createHmac, randomBytes } from "node:crypto";

/** Standard Webhooks (github.com/standard-webhooks/standard-webhooks, 1.0.0): 24 to 64 random bytes, in base64 behind `whsec_`. */
const prefix = "whsec_";

export const newSecret = () => prefix + randomBytes(32).toString("base64");

type Message = { id: string; at: Date; body: string };

/** The three headers by which a receiver knows that this is from us, unchanged and new. One signature for each secret that counts, the newest first. */
export function signedHeaders({ id, at, body }: Message, secrets: readonly string[]): Record<string, string> {
  const seconds = Math.floor(at.getTime() / 1000);
  return {
    "webhook-id": id,
    "webhook-timestamp": String(seconds),
    "webhook-signature": secrets.map((secret) => `v1,${signatureOf(`${id}.${seconds}.${body}`, secret)}`).join(" "),
  };
}

const signatureOf = (content: string, secret: string) =>
  createHmac("sha256", Buffer.from(secret.slice(prefix.length), "base64"))
    .update(content)
    .digest("base64");
