import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { firstPage } from "~/accounts/bar";
import { personByEmail } from "~/accounts/find-person.server";
import { actorOf, startSession } from "~/accounts/session.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { demoOnly } from "~/platform/demo.server";
import { problemJson } from "~/platform/public-json";
import { readForm } from "~/platform/read-form.server";

/** Becomes somebody of the cast, without the e-mailed link, and goes to their first page. */
export async function action({ request }: ActionFunctionArgs) {
  demoOnly();
  const person = await personByEmail(pool.db, String((await readForm(request)).get("email") ?? ""));
  if (!person) return problemJson(404, "Nobody here has this address", "See /demo for who is in the demo.");
  const cookie = await startSession(pool.db, clock, person.id);
  const actor = await actorOf(new Request(request.url, { headers: { Cookie: cookie.split(";")[0]! } }));
  return redirect(firstPage(actor!), { status: 303, headers: { "Set-Cookie": cookie } });
}
