import type { Sql } from "postgres";
import type { Clock } from "./clock";
import { remember } from "./remember";

const shared = remember("clock", () => ({ offset: 0 }));

/** The application's clock. Only the demo gives it an offset. */
export const clock: Clock = { now: () => new Date(Date.now() + shared.offset) };

/** Makes this process hear when the demo's clock is moved, by whichever process moves it. Production never calls it. */
export async function followDemoClock(sql: Sql) {
  const read = async () => {
    shared.offset = Number((await sql`select offset_ms from demo_clock`)[0]?.offset_ms ?? 0);
  };
  await read();
  return sql.listen("demo_clock", read, read);
}

/** Moves the demo's clock to a moment, or back to the real time, and brings waiting jobs along. Answers the new now. */
export async function moveDemoClock(sql: Sql, to: Date | "reset") {
  const next = to === "reset" ? 0 : to.getTime() - Date.now();
  const seconds = (next - shared.offset) / 1000;
  await sql.begin(async (tx) => {
    await tx`insert into demo_clock (id, offset_ms) values (1, ${Math.round(next)}) on conflict (id) do update set offset_ms = excluded.offset_ms`;
    await tx`select move_waiting_jobs(${seconds})`;
    await tx`notify demo_clock`;
  });
  shared.offset = next;
  return clock.now();
}
