import type { ActionFunctionArgs } from "@remix-run/node";
import { demoOnly } from "~/platform/demo.server";
import { stallFiles } from "~/platform/files.server";
import { problemJson } from "~/platform/public-json";
import { readForm } from "~/platform/read-form.server";

/** Makes file storage unavailable for a while, so that failure can be watched. */
export async function action({ request }: ActionFunctionArgs) {
  demoOnly();
  const seconds = Number((await readForm(request)).get("seconds"));
  if (!Number.isFinite(seconds) || seconds < 0 || seconds > 3600) return problemJson(400, "Not a number of seconds", "Expected seconds from 0 to 3600.");
  stallFiles(seconds);
  return Response.json({ seconds });
}
