import type { ActionFunctionArgs } from "@remix-run/node";
import { demoOnly } from "~/platform/demo.server";
import { stallFiles } from "~/platform/files.server";

/** Makes file storage unavailable for a while, so that failure can be watched. */
export async function action({ request }: ActionFunctionArgs) {
  demoOnly();
  const seconds = Number((await request.formData()).get("seconds"));
  if (!Number.isFinite(seconds) || seconds < 0 || seconds > 3600)
    return Response.json({ type: "about:blank", title: "Not a number of seconds", status: 400, detail: "Expected seconds from 0 to 3600." }, { status: 400, headers: { "Content-Type": "application/problem+json" } });
  stallFiles(seconds);
  return Response.json({ seconds });
}
