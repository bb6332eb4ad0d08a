import type { Sql } from "postgres";
import { demoExamples } from "#db/schema/platform";
import { makeFigures } from "~/insights/figures.server";
import { keepLog } from "~/marks/log/checkpoints.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { makeSnapshot } from "~/register/snapshot/make-snapshot.server";
import { emailOf, people } from "./cast";
import { play, stageClock } from "./player";
import { type Example, stories } from "./stories";
import { World } from "./world";

/** The last thing the play writes: without it the story was cut short, and is played again from the start. */
const ended = "story-complete";

/** The demo's part in starting: whether to go on with the database that is there, and the story to play in one that is new. */
export function demoPlay({ afresh }: { afresh: boolean }) {
  return {
    async keep(sql: Sql) {
      const [table] = await sql`select to_regclass('demo_examples') is not null as there`;
      if (!table?.there) return true;
      const [begun] = await sql`select exists (select 1 from people) as played, exists (select 1 from demo_examples where name = ${ended}) as whole`;
      return begun?.whole ? !afresh : !begun?.played;
    },
    async prepare(signal: AbortSignal) {
      const [whole] = await pool.sql`select 1 from demo_examples where name = ${ended}`;
      if (!whole) await tellStory(signal);
      return whoIsWho();
    },
  };
}

async function tellStory(signal: AbortSignal) {
  console.log("Playing the demo’s story, once (a few seconds)…");
  const today = clock.now();
  const at = (daysAgo: number, hour?: number, minute?: number) => World.day(today, daysAgo, hour, minute);
  const stage = stageClock(at(900));
  const world = new World(pool.db, stage);
  await world.publish("referral-capacity@1.0.0", "activities-and-services@1.0.0", "link-worker-practice@1.0.0");
  await world.introduceScheme();
  const examples: Example[] = [];
  await play(stories(world, at, examples), stage, signal);
  await makeFigures(pool.db, clock);
  await keepLog(pool.db, clock);
  await makeSnapshot(pool.db, clock);
  await pool.db.insert(demoExamples).values([...examples, { name: ended, path: "/demo", words: "" }]);
}

function whoIsWho() {
  const { port } = settings();
  return [`Who is in it, and what to try: http://localhost:${port}/demo`, ...people.map(({ key, name, part }) => `  ${emailOf(key).padEnd(22)} ${name}: ${part}`)];
}
