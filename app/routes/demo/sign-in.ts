import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { personByEmail } from "~/accounts/find-person.server";
import { startSession } from "~/accounts/session.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { demoOnly } from "~/platform/demo.server";
import { paths } from "~/platform/paths";

/** Becomes somebody of the cast, without the e-mailed link. */
export async function action({ request }: ActionFunctionArgs) {
  demoOnly();
  const email = String((await request.formData()).get("email") ?? "");
  const person = await personByEmail(pool.db, email);
  if (!person) return Response.json({ type: "about:blank", title: "Nobody here has this address", status: 404, detail: "See /demo for who is in the demo." }, { status: 404, headers: { "Content-Type": "application/problem+json" } });
  return redirect(paths.start, { status: 303, headers: { "Set-Cookie": await startSession(pool.db, clock, person.id) } });
}
