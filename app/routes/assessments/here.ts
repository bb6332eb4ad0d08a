import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/session.server";
import { noteHere } from "~/assessments/presence.server";
import { problem } from "~/assessments/save-reply.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";

/** Where an open form says that somebody is there, and hears who else is. Saying so is no work: it keeps no session alive. */
export async function action({ request, params }: ActionFunctionArgs) {
  if (request.method !== "PUT") return problem(405, "This address only notes who is here", "Use PUT");
  const actor = await requireActor(request, { atWork: false });
  const others = await noteHere(pool.db, clock, actor, { assessmentId: params.id!, criterion: params.criterion! });
  return others ? Response.json({ others }) : problem(404, "Not found");
}
