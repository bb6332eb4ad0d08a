import { settings } from "./env.server";

/** Throws 404 unless this is the demo: its addresses do not exist in production. */
export function demoOnly() {
  if (settings().mode !== "demo") throw new Response("Not found", { status: 404 });
}
