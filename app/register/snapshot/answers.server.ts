import { type Context, Hono } from "hono";
import { z } from "zod";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { streamStored } from "~/platform/files.server";
import { answer, hasAlready, problem, publicHeaders, wantsJson } from "../answering.server";
import { daysKept } from "./snapshot";
import { snapshotOf, snapshotsSaid } from "./snapshots.server";

const list = async (c: Context) => answer(c, await snapshotsSaid(pool.db, clock.now(), settings().baseUrl));

/** The register day by day: the list, each day's file, and what we signed of it. */
export const snapshotAnswers = new Hono()
  .get("/register/snapshots.json", list)
  .get("/register/snapshots", (c, next) => (wantsJson(c) ? list(c) : next()))
  .get("/register/snapshots/:file{[^/]+\\.ndjson}", async (c) => {
    const snapshot = await asked(c, ".ndjson");
    if (!snapshot) return noDay(c);
    if (snapshot.removedAt)
      return problem(c, 404, "This day’s copy had its time", `Every day is kept for ${daysKept} days, then the first of each month. What we signed of it is still there.`);
    const headers = { ...publicHeaders(), ETag: `"${snapshot.sha256}"`, "Content-Type": "application/x-ndjson", "Content-Length": String(snapshot.bytes) };
    if (hasAlready(c, headers.ETag)) return c.body(null, 304, { ...publicHeaders(), ETag: headers.ETag });
    if (c.req.method === "HEAD") return c.body(null, 200, headers);
    const stream = await streamStored(snapshot.storageKey);
    if (!stream) throw new Error(`The copy of ${snapshot.day} is not in storage under ${snapshot.storageKey}.`);
    return c.body(stream, 200, headers);
  })
  .get("/register/snapshots/:file{[^/]+\\.jws}", async (c) => {
    const snapshot = await asked(c, ".jws");
    return snapshot ? c.body(snapshot.manifest, 200, { ...publicHeaders(), "Content-Type": "application/jose" }) : noDay(c);
  });

async function asked(c: Context, ending: string) {
  const day = z.iso.date().safeParse(c.req.param("file")?.slice(0, -ending.length));
  return day.success ? snapshotOf(pool.db, day.data) : undefined;
}

const noDay = (c: Context) => problem(c, 404, "There is no copy of this day", "The days there are stand in /register/snapshots.json.");
