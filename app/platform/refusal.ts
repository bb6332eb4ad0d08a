/** Refused before a page was asked: in words for a browser, as problem details for everyone else. Titles and details are ours, never what somebody sent. */
export function refusal(accept: string | null | undefined, status: number, title: string, detail: string): Response {
  if (!accept?.includes("text/html")) return Response.json({ type: "about:blank", title, status, detail }, { status, headers: { "Content-Type": "application/problem+json" } });
  const page = `<!doctype html><html lang="en-GB"><meta name="viewport" content="width=device-width"><title>${title} – Waymark</title><h1>${title}</h1><p>${detail}</p><p><a href="/">Waymark</a></p></html>`;
  return new Response(page, { status, headers: { "Content-Type": "text/html; charset=utf-8" } });
}
