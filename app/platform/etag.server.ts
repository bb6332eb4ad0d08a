import { sha256 } from "./files.server";

/** A tag made of everything in an answer but the time it was asked (`as_at`, wherever it stands): it changes in the moment something else is to be said, and not before. */
export function etagOf(body: unknown): string {
  return `"${sha256(JSON.stringify(body, (name, value) => (name === "as_at" ? undefined : value))).slice(0, 32)}"`;
}

/** Whether who asks has it already. `asked`: the header `If-None-Match`. */
export const isKnown = (asked: string | null | undefined, etag: string): boolean =>
  asked?.split(",").some((each) => each.trim() === "*" || each.trim().replace(/^W\//, "") === etag) ?? false;
