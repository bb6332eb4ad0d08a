import { createHash } from "node:crypto";
import { settings } from "~/platform/env.server";
import { paths } from "~/platform/paths";
import { oscalCatalog } from "./oscal";
import type { StandardVersion } from "./versions.server";

/** A published version as an OSCAL catalog. Its ids come from the version's hash: the same version has the same ids everywhere and for ever. */
export function oscalOf({ sha256, standard }: StandardVersion) {
  return oscalCatalog(standard, { uuid: (name) => uuidOf(`${sha256}/${name}`), address: settings().baseUrl + paths.standardVersion(standard.key, standard.version) });
}

// RFC 9562: the namespace for names that are addresses.
const namespace = Buffer.from("6ba7b8119dad11d180b400c04fd430c8", "hex");

/** A UUID of version 5. */
export function uuidOf(name: string): string {
  const hash = createHash("sha1").update(namespace).update(name, "utf8").digest().subarray(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  return hash.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
