import { Hono } from "hono";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { isKnown } from "~/platform/etag.server";
import { paths } from "~/platform/paths";
import { problem, publicHeaders } from "../answering.server";
import { feedOf } from "./lines.server";
import { cursorAt, readSince } from "./since";

/** Every public mark, or those whose answer has changed, as lines of JSON. Where to go on from stands in `Link`. */
export const feedAnswers = new Hono().get("/marks.ndjson", async (c) => {
  const read = readSince(new URL(c.req.url).searchParams.get("since"));
  if (!read.ok)
    return problem(
      c,
      400,
      "This is not a moment",
      "Ask since an instant with its zone, such as 2026-11-22T14:02:11Z, since a day, or with the address in Link of your last answer.",
    );
  const origin = settings().baseUrl;
  const now = clock.now();
  const { etag, body } = await feedOf(pool.db, { since: read.since, now, origin });
  const headers = { ...publicHeaders(), ETag: etag, Link: `<${origin}${paths.marksNdjson(cursorAt(now))}>; rel="next"` };
  if (isKnown(c.req.header("If-None-Match"), etag)) return c.body(null, 304, headers);
  return c.body(body, 200, { ...headers, "Content-Type": "application/x-ndjson" });
});
