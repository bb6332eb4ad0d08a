/** A public file under an address that always gives the same bytes, to be opened or kept; 304 for who has it already. */
export function publicFile(
  request: Request,
  { bytes, sha256 }: { bytes: Uint8Array; sha256: string },
  { type, name, how = "inline" }: { type: string; name: string; how?: "inline" | "attachment" },
) {
  const headers = { ETag: `"${sha256}"`, "Cache-Control": "public, max-age=60", "Access-Control-Allow-Origin": "*" };
  if (request.headers.get("If-None-Match") === headers.ETag) return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(bytes), {
    headers: { ...headers, "Content-Type": type, "Content-Length": String(bytes.length), "Content-Disposition": `${how}; filename="${name}"` },
  });
}
