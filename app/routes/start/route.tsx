import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { firstPage } from "~/accounts/bar";
import { requireActor } from "~/accounts/session.server";

/** Leads each person to their own first page. */
export async function loader({ request }: LoaderFunctionArgs) {
  return redirect(firstPage(await requireActor(request)), { status: 303 });
}
