import { talks } from "#db/schema/reading";
import type { Level } from "#standards/format";
import type { Actor } from "~/accounts/actor";
import type { Refusal } from "~/assessments/workflow";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { carryOn } from "./carry-on.server";
import { agreedOn, type CaseFile, currentReaders, factsOf, isTalkOver } from "./case-file";
import { levelProposed } from "./difference-letters";
import { holdCase } from "./find-case.server";
import { makeMove } from "./move.server";
import { type ReasonFault, reasonFault } from "./rating";
import { currentRound } from "./round";
import { settleRange } from "./settle-range";
import { permitOn, readerIn } from "./standing";
import { type Talk, toTalkOver } from "./talk";
import { tell } from "./tell.server";

/** `agreed`: the other had proposed the same, so this is its level now. */
export type Talked = { ok: true; agreed: boolean } | { ok: false; why: Refusal | ReasonFault | "outside_range" };

/**
 * One of the two readers proposes a level for a difference that is theirs to talk over, with a written reason; the other is told. The same level from both
 * settles it, and after the last one the case goes on. Proposing the same again changes nothing. Undefined when the case is out of reach.
 */
export function proposeLevel(
  db: Db,
  clock: Clock,
  actor: Actor,
  { caseId, criterion, level, reason }: { caseId: string; criterion: string; level: Level; reason: string },
): Promise<Talked | undefined> {
  return db.transaction(async (tx): Promise<Talked | undefined> => {
    const file = await holdCase(tx, actor, caseId);
    if (!file) return undefined;
    const now = clock.now();
    const difference = toTalkOver(agreedOn(file).open, isTalkOver(file, now)).find((each) => each.criterion === criterion);
    const permission = permitOn("talk_level", actor, factsOf(file), { met: difference ? ["talk_open"] : [], reason });
    if (!permission.ok) return permission;
    if (difference && !settleRange(difference.first, difference.second).includes(level)) return { ok: false, why: "outside_range" };
    const fault = reasonFault(reason);
    if (fault) return { ok: false, why: fault };

    const { part } = readerIn(actor, factsOf(file))!;
    const said: Talk = { round: currentRound(file.rounds), criterion, part, level, reason: reason.trim(), by: actor.personId, at: now };
    if (isSaidAlready(file, said)) return { ok: true, agreed: false };
    await tx.insert(talks).values({ caseId, ...said });
    await makeMove(tx, file, "talk_level", actor, now);
    const after = { ...file, talks: [...file.talks, said] };
    const agreed = agreedOn(after).came[criterion] === "talked";
    if (!agreed) {
      const other = currentReaders(file).filter((each) => each.part !== part);
      await tell(tx, clock, file, other, levelProposed(criterion), paths.talk(caseId, criterion));
    }
    await carryOn(tx, clock, after);
    await record(tx, { personId: actor.personId }, now, { type: "case.talked", subject: caseId, data: { criterion, part, level } });
    return { ok: true, agreed };
  });
}

/** Pressed twice, or sent again after a reply that was lost. */
function isSaidAlready({ talks }: CaseFile, { criterion, part, level, reason, by }: Talk) {
  const last = talks.findLast((each) => each.criterion === criterion && each.part === part);
  return last?.by === by && last.level === level && last.reason === reason;
}
