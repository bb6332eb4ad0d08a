import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { workBar } from "~/accounts/bar";
import { requireActor, requireRole } from "~/accounts/session.server";
import { concernDeadlines, openConcerns } from "~/concerns/concerns.server";
import { watchedMarks } from "~/marks/watched-marks.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { overdueFor } from "~/review/deadlines.server";
import { readyToDecide, splitsFor } from "~/review/moderator-desk.server";
import { worstNow } from "~/review/reliability/reliability.server";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";
import { type First, ModerationPage, shownOf } from "./moderation-page";

export const handle: PageHandle = { work: true, wide: true };
export const meta: MetaFunction = () => [{ title: pageTitle("Moderation") }];

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  requireRole(actor, "moderator");
  const { held, proposals, deadlines: marks } = await watchedMarks(pool.db, actor, clock.now());
  const concerns = await openConcerns(pool.db, clock, actor);
  const first: First = {
    concerns: shownOf(concerns),
    held: shownOf(held),
    proposals: shownOf(proposals),
    told: shownOf(marks.filter(({ of }) => of === "circumstance" || of === "circumstance_urgent")),
    splits: shownOf(await splitsFor(pool.db, clock, actor)),
    ready: shownOf(await readyToDecide(pool.db, clock, actor)),
    overdue: shownOf(await overdueFor(pool.db, clock, actor, { elsewhere: [...marks, ...concernDeadlines(concerns)] })),
    worst: await worstNow(pool.db, clock),
  };
  return { bar: workBar(actor, request), first };
}

export default function Moderation() {
  return <ModerationPage first={useLoaderData<typeof loader>().first} />;
}
