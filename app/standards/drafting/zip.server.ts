import { strToU8, zipSync } from "fflate";
import type { Draft } from "./draft";

/** The files in their folder `KEY/VERSION/`, packed. The same files always give the same bytes. */
export function zipOf({ key, version, files }: Pick<Draft, "key" | "version" | "files">): Uint8Array<ArrayBuffer> {
  const inFolder = Object.fromEntries(
    Object.entries(files)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, text]) => [`${key}/${version}/${path}`, strToU8(text)]),
  );
  // A zip cannot hold a moment before 1980, and a day of its own would make every download another file.
  return new Uint8Array(zipSync(inFolder, { mtime: "1980-01-02T00:00:00Z" }));
}
