import type { ActionFunctionArgs } from "@remix-run/node";
import { notFound, requireActor, requireRole } from "~/accounts/session.server";
import { attachment } from "~/evidence/file-name";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { openLocked } from "~/review/privacy/open-locked.server";

/** What was locked, for a privacy lead: a file to keep, or words as plain text. A POST, because that it was opened is kept. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  requireRole(actor, "privacy_lead");
  const opened = await openLocked(pool.db, clock, actor, params.id!);
  if (!opened) throw notFound();
  if (!opened.ok && opened.why === "not_locked") return new Response(null, { status: 303, headers: { Location: paths.lockedThing(params.id!) } });
  if (!opened.ok) throw new Response("The file storage does not answer", { status: 503, headers: { "Retry-After": "60" } });
  const { thing } = opened;
  return new Response("words" in thing ? thing.words : new Uint8Array(thing.content), {
    headers: {
      ...("words" in thing ? { "Content-Type": "text/plain; charset=utf-8" } : { "Content-Type": thing.mediaType, "Content-Disposition": attachment(thing.name) }),
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "Cross-Origin-Resource-Policy": "same-origin",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
