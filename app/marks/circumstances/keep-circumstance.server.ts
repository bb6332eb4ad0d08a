import { circumstances } from "#db/schema/upkeep";
import type { Actor } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import type { Day } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { paths } from "~/platform/paths";
import type { FoundMark } from "../found-mark";
import { tellModerators } from "../tell.server";
import { clockFor, type ToldKind } from "./circumstance";
import { kindNames, toldMail } from "./circumstance-words";

/** `words` are private. */
export type Told = { kind: ToldKind; happenedOn: Day; words: string };

/** Keeps what a group has told us, with its newest mark, and tells moderators that there is something to look at. In the caller's transaction, which holds the marks. */
export async function keepCircumstance(tx: Db, clock: Clock, actor: Actor, mark: FoundMark, caseId: string, told: Told): Promise<void> {
  const now = clock.now();
  const { organisationId, holder, code } = mark;
  const [row] = await tx
    .insert(circumstances)
    .values({ ...told, organisationId, markId: mark.id, caseId, toldAt: now, toldBy: actor.personId })
    .returning({ id: circumstances.id });
  const about = { provider: holder.name, what: kindNames[told.kind], urgent: clockFor(told.kind) === "circumstance_urgent", page: settings().baseUrl + paths.heldMark(code) };
  await tellModerators(tx, clock, organisationId, `told:${row!.id}`, toldMail(about));
  await record(tx, { personId: actor.personId }, now, { type: "provider.change_told", subject: organisationId, data: { kind: told.kind } });
}
