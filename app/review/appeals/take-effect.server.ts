import { settlements } from "#db/schema/review";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { factsOf } from "../case-file";
import { toDecideAnew } from "../decision-letters";
import { makeMove } from "../move.server";
import { openRound } from "../open-round.server";
import { permitOn } from "../standing";
import { tellRole } from "../tell.server";
import { type AppealAnswer, changedBy } from "./appeal";
import type { AppealFile } from "./appeal-file";

/**
 * What an answer that changes levels does to the case: a round of those criteria is opened with the levels given, and the case goes to be decided anew,
 * also where the outcome will be the same: its letter says every level, and would be wrong. Nothing where no level changes. Call it with the case held.
 */
export async function takeEffect(tx: Db, clock: Clock, { case: file }: AppealFile, answer: AppealAnswer, by: string) {
  const changes = changedBy(answer);
  if (changes.length === 0) return;
  const permission = permitOn("reopen", "system", factsOf(file), { met: ["appeal_changes"] });
  if (!permission.ok) throw new Error(`case ${file.id} cannot be decided anew: ${permission.why}`);
  const now = clock.now();
  const { no: round } = await openRound(
    tx,
    file,
    "appeal",
    changes.map(({ criterion }) => criterion),
    now,
  );
  await tx.insert(settlements).values(changes.map((each) => ({ caseId: file.id, round, ...each, flagged: false, settledBy: by, settledAt: now })));
  const state = await makeMove(tx, file, "reopen", "system", now);
  await tellRole(tx, clock, { ...file, state }, "decider", toDecideAnew);
}
