import type { TaskList } from "graphile-worker";
import { z } from "zod";
import { forgetOldSignIns } from "~/accounts/forget.server";
import { forgetPresence } from "~/assessments/presence.server";
import { issueCertificate } from "~/marks/issue-certificate.server";
import { makeLetter } from "~/marks/make-letter.server";
import { sweep } from "~/marks/sweep.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import type { Cron, Task } from "~/platform/jobs.server";
import { sendMail } from "~/platform/mail.server";

const Subject = z.object({ id: z.uuid() });

/** What each job does: parse its payload, call one function. A job may run twice; every function here stands that. */
export const tasks = {
  "send-mail": async (payload) => sendMail(pool.db, clock, Subject.parse(payload).id),
  "issue-certificate": async (payload) => issueCertificate(pool.db, clock, Subject.parse(payload).id),
  "make-letter": async (payload) => makeLetter(pool.db, clock, Subject.parse(payload).id),
  sweep: async () => {
    await sweep(pool.db, clock);
    await forgetOldSignIns(pool.db, clock);
    await forgetPresence(pool.db, clock);
  },
} satisfies Record<Task, TaskList[string]>;

/** The whole timetable. */
export const timetable: Cron[] = [{ task: "sweep", match: "*/5 * * * *", identifier: "sweep" }];
