import { type MarkCode, normaliseCode } from "~/marks/code";

/** The code of the mark that a JWT says it is about, at our address; nothing about it is proved. `origin` has no slash at its end. */
export function codesNamed(jwt: string, origin: string): MarkCode[] {
  const { id, jti } = payloadOf(jwt);
  const beginning = `${origin}/marks/`;
  const found = [jti, id].flatMap((each) => {
    if (typeof each !== "string" || !each.startsWith(beginning)) return [];
    const read = normaliseCode(each.slice(beginning.length).split("/")[0] ?? "");
    return read.ok ? [read.code] : [];
  });
  return [...new Set(found)];
}

/** What a JWT says, read without believing any of it. */
export function payloadOf(jwt: string): Record<string, unknown> {
  try {
    const text = atob((jwt.split(".")[1] ?? "").replaceAll("-", "+").replaceAll("_", "/"));
    const read: unknown = JSON.parse(new TextDecoder().decode(Uint8Array.from(text, (each) => each.charCodeAt(0))));
    return typeof read === "object" && read !== null ? (read as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
