import { sql as statement } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";
import { clock, followDemoClock, moveDemoClock } from "~/platform/clock.server";
import { enqueue } from "~/platform/jobs.server";
import { freshDatabase } from "../support/database";

const { db, sql, owner } = await freshDatabase();
const hour = 3_600_000;
const ahead = () => clock.now().getTime() - Date.now();
afterEach(() => moveDemoClock(sql, "reset"));

test("left alone, it is the real time", () => expect(Math.abs(ahead())).toBeLessThan(50));

test("moved, it goes on from there, and can be set back", async () => {
  const to = new Date(Date.now() + 31 * 24 * hour);
  expect(Math.abs((await moveDemoClock(sql, to)).getTime() - to.getTime())).toBeLessThan(50);
  const before = clock.now();
  await new Promise((done) => setTimeout(done, 20));
  expect(clock.now().getTime()).toBeGreaterThan(before.getTime());
  await moveDemoClock(sql, "reset");
  expect(Math.abs(ahead())).toBeLessThan(50);
});

test("another process hears of it, now and when it starts", async () => {
  const heard = await followDemoClock(sql);
  await owner`insert into demo_clock (id, offset_ms) values (1, ${2 * hour}) on conflict (id) do update set offset_ms = excluded.offset_ms`;
  await owner`notify demo_clock`;
  await vi.waitFor(() => expect(Math.abs(ahead() - 2 * hour)).toBeLessThan(50));
  await heard.unlisten();
  await moveDemoClock(sql, "reset");
  await owner`update demo_clock set offset_ms = ${5 * hour}`;
  await (await followDemoClock(sql)).unlisten();
  expect(Math.abs(ahead() - 5 * hour)).toBeLessThan(50);
});

test("jobs that wait for a later time come nearer by as much", async () => {
  await enqueue(db, "sweep", {}, "waits");
  await owner`select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs where key = 'waits'), run_at := now() + interval '10 days')`;
  await moveDemoClock(sql, new Date(Date.now() + 9 * 24 * hour));
  const [job] = await owner<{ days: string }[]>`select extract(epoch from run_at - now()) / 86400 as days from graphile_worker.jobs where key = 'waits'`;
  expect(Number(job!.days)).toBeCloseTo(1, 2);
  expect((await db.execute(statement`select offset_ms from demo_clock`)).length).toBe(1);
});
