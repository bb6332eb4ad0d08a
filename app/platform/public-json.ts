import { etagOf, isKnown } from "./etag.server";

/** A public answer for machines: open to every site, not kept past a minute, and 304 for who has it already. `ETag` may be given, where a hash of the content is known. */
export function publicJson(request: Request, body: unknown, { ETag = etagOf(body) }: { ETag?: string } = {}) {
  const headers = { "Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "ETag, Link", "Cache-Control": "public, max-age=60", ETag };
  if (isKnown(request.headers.get("If-None-Match"), ETag)) return new Response(null, { status: 304, headers });
  return Response.json(body, { headers });
}

/** A refusal for machines (RFC 9457). */
export const problemJson = (status: number, title: string, detail?: string) =>
  Response.json(
    { type: "about:blank", title, status, detail },
    { status, headers: { "Content-Type": "application/problem+json", "Access-Control-Allow-Origin": "*", "Cache-Control": "no-store" } },
  );
