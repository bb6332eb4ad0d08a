import type { TaskList } from "graphile-worker";
import { z } from "zod";
import { forgetOldSignIns } from "~/accounts/forget.server";
import { forgetPresence } from "~/assessments/presence.server";
import { remindOfConcerns } from "~/concerns/remind.server";
import { forgetSenders } from "~/concerns/take-concern.server";
import { captureLink } from "~/evidence/capture-link.server";
import { lookInside } from "~/evidence/look-inside.server";
import { remindOfExpiry } from "~/evidence/remind.server";
import { deliver, deliverDue } from "~/followers/deliver.server";
import { forgetDeliveries } from "~/followers/forget.server";
import { tellFollowers, tellFollowersOfAll } from "~/followers/tell-followers.server";
import { makeFigures } from "~/insights/figures.server";
import { issueCredentialsDue } from "~/marks/credential/issue.server";
import { signStatusLists } from "~/marks/credential/status-list.server";
import { tellOfMarkDeadlines } from "~/marks/deadlines/mark-notices.server";
import { issueCertificate } from "~/marks/issue-certificate.server";
import { keepLog } from "~/marks/log/checkpoints.server";
import { lowerDue } from "~/marks/lower-due.server";
import { makeLetter } from "~/marks/make-letter.server";
import { followPaperwork } from "~/marks/paperwork/follow-paperwork.server";
import { forgetBounces } from "~/marks/reach/contact-bounced.server";
import { followReachOfAll } from "~/marks/reach/follow-reach.server";
import { remindOfLastDays } from "~/marks/renewal/remind.server";
import { sweep } from "~/marks/sweep.server";
import { followTopUps } from "~/marks/top-ups/follow-top-ups.server";
import { askTopUps } from "~/marks/top-ups/open-top-ups.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { removeStored } from "~/platform/files.server";
import type { Cron, Task } from "~/platform/jobs.server";
import { sendMail } from "~/platform/mail.server";
import { forgetUnknown } from "~/register/limits/count-unknown.server";
import { makeSnapshot } from "~/register/snapshot/make-snapshot.server";
import { retain } from "~/retention/run.server";
import { revealDue } from "~/review/calibration/reveal.server";
import { tellOfDeadlines } from "~/review/deadline-notices.server";
import { chanceHere, seedDue } from "~/review/draw.server";
import { forgetLooks } from "~/review/record/look.server";
import { reportQuarter } from "~/review/reliability/report.server";
import { carryOnDue } from "~/review/sweep.server";

const Subject = z.object({ id: z.uuid() });
const Stored = z.object({ key: z.string() });
const Link = z.object({ organisationId: z.uuid(), url: z.string() });

/** What each job does: parse its payload, call one function. A job may run twice; every function here stands that. */
export const tasks = {
  "send-mail": async (payload) => sendMail(pool.db, clock, Subject.parse(payload).id),
  "issue-certificate": async (payload) => issueCertificate(pool.db, clock, Subject.parse(payload).id),
  "make-letter": async (payload) => makeLetter(pool.db, clock, Subject.parse(payload).id),
  "look-inside": async (payload) => lookInside(pool.db, Subject.parse(payload).id),
  "capture-link": async (payload) => captureLink(pool.db, clock, Link.parse(payload)),
  "remove-file": async (payload) => removeStored(Stored.parse(payload).key),
  "keep-log": async () => keepLog(pool.db, clock),
  "tell-followers": async (payload) => {
    await tellFollowers(pool.db, clock, Subject.parse(payload).id);
  },
  deliver: async (payload) => deliver(pool.db, clock, Subject.parse(payload).id),
  snapshot: async () => makeSnapshot(pool.db, clock),
  retention: async () => {
    await retain(pool.db, clock);
  },
  sweep: async () => {
    await sweep(pool.db, clock);
    await issueCredentialsDue(pool.db, clock);
    await followReachOfAll(pool.db, clock);
    await askTopUps(pool.db, clock);
    await followTopUps(pool.db, clock);
    await followPaperwork(pool.db, clock);
    await carryOnDue(pool.db, clock);
    await lowerDue(pool.db, clock);
    await tellOfDeadlines(pool.db, clock);
    await tellOfMarkDeadlines(pool.db, clock);
    await remindOfLastDays(pool.db, clock);
    await remindOfConcerns(pool.db, clock);
    await seedDue(pool.db, clock, chanceHere());
    await makeFigures(pool.db, clock);
    await reportQuarter(pool.db, clock);
    await revealDue(pool.db, clock);
    await remindOfExpiry(pool.db, clock);
    await forgetBounces(pool.db, clock);
    await forgetOldSignIns(pool.db, clock);
    await forgetPresence(pool.db, clock);
    await forgetLooks(pool.db, clock);
    await forgetUnknown(pool.db, clock);
    await forgetDeliveries(pool.db, clock);
    await forgetSenders(pool.db, clock);
    // Last, so that what the rules before it did to marks is in them.
    await signStatusLists(pool.db, clock);
    await tellFollowersOfAll(pool.db, clock);
    await deliverDue(pool.db, clock);
  },
} satisfies Record<Task, TaskList[string]>;

/** The whole timetable. */
export const timetable: Cron[] = [
  { task: "sweep", match: "*/5 * * * *", identifier: "sweep" },
  { task: "keep-log", match: "*/5 * * * *", identifier: "keep-log" },
  { task: "snapshot", match: "10 * * * *", identifier: "snapshot" },
  { task: "retention", match: "15 3 * * *", identifier: "retention" },
];
