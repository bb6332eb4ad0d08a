import type { RequestListener } from "node:http";
import * as build from "virtual:remix/server-build";
import { getRequestListener } from "@hono/node-server";
import { createRequestHandler } from "@remix-run/node";
import type { Sql } from "postgres";
import { website } from "~/http.server";
import { tasks, timetable } from "~/jobs.server";
import { makeKeysDue } from "~/marks/keys/make-keys.server";
import { clock, followDemoClock } from "~/platform/clock.server";
import { pool, urlOf } from "~/platform/database.server";
import { keepSettings, type Mode, settingsFrom } from "~/platform/env.server";
import { startWorker } from "~/platform/jobs.server";
import { listen, refuseTakenPort } from "~/platform/listen.server";
import { openDatabase } from "~/platform/start.server";
import { publishStandards, refusalWords } from "~/standards/publish.server";

export const app = website(createRequestHandler(build, import.meta.env.MODE));

type Wrap = (handler: ReturnType<typeof getRequestListener>) => RequestListener;
/** What a mode adds before the doors open: the demo plays its story here, and says who is in it afterwards. `keep` says whether the embedded database is one to go on with. */
export type Play = { keep(sql: Sql): Promise<boolean>; prepare(stopping: AbortSignal): Promise<string[]> };
const nothing: Play = { keep: async () => true, prepare: async () => [] };

/** Starts everything, and stops it again on SIGINT, SIGTERM or SIGHUP: doors first, then jobs, then the database. */
export async function serve(mode: Mode, { wrap = (handler) => handler, play = nothing }: { wrap?: Wrap; play?: Play } = {}) {
  // First of all: a signal that comes before its handler ends the process and leaves the database running.
  const closing: (() => Promise<unknown>)[] = [];
  const stopping = new AbortController();
  const closeAll = async () => {
    for (const close of closing.reverse()) await close();
  };
  const stop = async () => {
    if (stopping.signal.aborted) return;
    stopping.abort();
    await starting.catch(() => {});
    await closeAll();
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
  const starting = start(mode, wrap, play, stopping.signal, (close) => closing.push(close));
  try {
    await starting;
  } catch (error) {
    if (stopping.signal.aborted) return; // asked to stop while starting: the handler closes what there is
    await closeAll();
    console.error((error as Error).message);
    process.exit(1);
  }
}

async function start(mode: Mode, wrap: Wrap, play: Play, stopping: AbortSignal, onStop: (close: () => Promise<unknown>) => void) {
  const settings = keepSettings(settingsFrom(process.env, mode));
  await refuseTakenPort(settings.port);
  const database = await openDatabase(settings, `waymark ${mode} (process ${process.pid}, port ${settings.port})`, play.keep);
  onStop(database.close);
  if (mode === "demo") await followDemoClock(pool.sql);
  if (mode === "demo") await makeKeysDue(pool.db, clock, { by: { system: "start" }, folder: settings.keys.folder, issuer: settings.issuer });
  const worker = await startWorker(urlOf(database.target), tasks, timetable);
  onStop(() => worker.stop());
  const words = await play.prepare(stopping);
  stopping.throwIfAborted();
  const published = await publishStandards(pool.db, clock, { system: "start" });
  if (!published.ok) throw new Error(refusalWords(published));
  const { drain } = await listen(wrap(getRequestListener(app.fetch, { overrideGlobalObjects: false })), settings.port);
  onStop(() => drain());
  console.log([`Waymark is ready at ${mode === "demo" ? `http://localhost:${settings.port}` : settings.baseUrl}`, ...words].join("\n"));
}
