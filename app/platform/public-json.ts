/** A public answer for machines: open to every site, and not kept past a minute. */
export const publicJson = (body: unknown, headers: Record<string, string> = {}) =>
  Response.json(body, { headers: { "Access-Control-Allow-Origin": "*", "Cache-Control": "public, max-age=60", ...headers } });

/** A refusal for machines (RFC 9457). */
export const problemJson = (status: number, title: string, detail?: string) =>
  Response.json(
    { type: "about:blank", title, status, detail },
    { status, headers: { "Content-Type": "application/problem+json", "Access-Control-Allow-Origin": "*", "Cache-Control": "no-store" } },
  );
