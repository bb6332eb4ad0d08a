import type { ActionFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { clock, moveDemoClock } from "~/platform/clock.server";
import { clockMove } from "~/platform/clock-move";
import { pool } from "~/platform/database.server";
import { demoOnly } from "~/platform/demo.server";
import { enqueue } from "~/platform/jobs.server";
import { paths } from "~/platform/paths";
import { problemJson } from "~/platform/public-json";
import { readForm } from "~/platform/read-form.server";

/** Moves the application's one clock, and has everything done that has become due. A browser goes back to the demo's page. */
export async function action({ request }: ActionFunctionArgs) {
  demoOnly();
  const form = await readForm(request);
  const move = clockMove(String(form.get("now") ?? ""), clock.now());
  if (!move.ok) return problemJson(400, "This is no time", move.expected);
  const now = await moveDemoClock(pool.sql, move.to);
  for (const task of ["sweep", "keep-log", "snapshot"] as const) await enqueue(pool.db, task, {}, `${task} after the clock was moved`);
  return form.get("back") ? redirect(paths.demo, 303) : Response.json({ now: now.toISOString() });
}
