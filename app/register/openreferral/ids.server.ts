import { createHash } from "node:crypto";

/** Drawn once, for names of ours. */
const namespace = "8f3c6b1e-52d7-4c0a-9a41-6f0b7de2c915";

/** The same id for the same names, always (RFC 9562, version 5): of what has no row of its own. */
export function idOf(...names: string[]): string {
  const hash = createHash("sha1")
    .update(Buffer.from(namespace.replaceAll("-", ""), "hex"))
    .update(names.join("\n"))
    .digest();
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = hash.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join("-");
}
