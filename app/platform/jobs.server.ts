import { sql } from "drizzle-orm";
import { Logger, parseCronItems, run, type TaskList } from "graphile-worker";
import type { Db } from "./database.server";

/** Every kind of job. `app/jobs.server.ts` says what each does. */
export type Task =
  | "send-mail"
  | "issue-certificate"
  | "make-letter"
  | "look-inside"
  | "capture-link"
  | "remove-file"
  | "keep-log"
  | "tell-followers"
  | "deliver"
  | "snapshot"
  | "retention"
  | "sweep";

/** Queued in the caller's transaction: rolled back, it never was. The same key twice is one job. */
export async function enqueue(tx: Db, task: Task, payload: object, key?: string) {
  await tx.execute(sql`select enqueue_job(${task}, ${JSON.stringify(payload)}::json, ${key ?? null})`);
}

export type Cron = { task: Task; match: string; identifier: string };

/** A job that went well says nothing; one that did not is told where a person looks. */
const onlyTrouble = new Logger(() => (level, message) => {
  if (level === "error" || level === "warning") console.error(message);
});

/** Runs jobs until stopped; `stop()` waits for the ones in hand. Needs the owner's connection: the queue answers to nobody else. */
export function startWorker(connectionString: string, taskList: TaskList, cron: Cron[]) {
  return run({ logger: onlyTrouble, connectionString, taskList, concurrency: 4, noHandleSignals: true, pollInterval: 1000, parsedCronItems: parseCronItems(cron) });
}
