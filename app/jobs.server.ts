import type { TaskList } from "graphile-worker";
import { z } from "zod";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import type { Cron, Task } from "~/platform/jobs.server";
import { sendMail } from "~/platform/mail.server";

const Subject = z.object({ id: z.uuid() });

/** What each job does: parse its payload, call one function. A job may run twice; every function here stands that. */
export const tasks = {
  "send-mail": async (payload) => sendMail(pool.db, clock, Subject.parse(payload).id),
  "issue-certificate": async () => {},
  "make-letter": async () => {},
  sweep: async () => {},
} satisfies Record<Task, TaskList[string]>;

/** The whole timetable. */
export const timetable: Cron[] = [{ task: "sweep", match: "*/5 * * * *", identifier: "sweep" }];
