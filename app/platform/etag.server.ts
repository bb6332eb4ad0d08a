import { sha256 } from "./files.server";

/** A tag made of everything in an answer but the time it was asked (`as_at`): it changes in the moment something else is to be said. */
export function etagOf(body: unknown): string {
  const lasting = typeof body === "object" && body !== null && "as_at" in body ? { ...body, as_at: undefined } : body;
  return `"${sha256(JSON.stringify(lasting)).slice(0, 32)}"`;
}

/** Whether who asks has it already. `asked`: the header `If-None-Match`. */
export const isKnown = (asked: string | null | undefined, etag: string): boolean =>
  asked?.split(",").some((each) => each.trim() === "*" || each.trim().replace(/^W\//, "") === etag) ?? false;
