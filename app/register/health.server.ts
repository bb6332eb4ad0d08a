import { pool } from "~/platform/database.server";
import { filesAnswer } from "~/platform/files.server";

const components = ["database", "files", "jobs"] as const;
export type Health = { status: "ok" | "failing"; components: Record<(typeof components)[number], "ok" | "failing"> };

/** Whether this process can serve: each component is asked something small. Names only: no versions, no hosts, no reasons. */
export async function health(): Promise<Health> {
  const [database, files, jobs] = await Promise.all([answers(async () => (await pool.sql`select 1`).length === 1), answers(filesAnswer), answers(queueStands)]);
  return { status: database && files && jobs ? "ok" : "failing", components: { database: word(database), files: word(files), jobs: word(jobs) } };
}

/** Whether a job could be queued. */
async function queueStands() {
  const [row] = await pool.sql<{ stands: boolean }[]>`select has_function_privilege('enqueue_job(text, json, text)', 'execute') as stands`;
  return row?.stands === true;
}

const patience = 2_000;

async function answers(ask: () => Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((done) => {
    timer = setTimeout(() => done(false), patience);
  });
  try {
    return await Promise.race([ask(), late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

const word = (fine: boolean) => (fine ? ("ok" as const) : ("failing" as const));
