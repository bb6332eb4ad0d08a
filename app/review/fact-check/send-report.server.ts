import { eq } from "drizzle-orm";
import { factChecks } from "#db/schema/reading";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import type { CaseFile } from "../case-file";
import { decisionReady } from "../decision-letters";
import { makeMove } from "../move.server";
import { currentRound } from "../round";
import { tellProvider, tellRole } from "../tell.server";
import { checkBy, type FactCheck, openCheck } from "./fact-check";
import { reportToCheck } from "./report-letters";

/** Sends the draft report of the round to the provider, with the last day to say what is wrong in it. Call it with the case held and the move permitted. */
export async function sendReport(tx: Db, clock: Clock, file: CaseFile): Promise<CaseFile> {
  const now = clock.now();
  const sent = { round: currentRound(file.rounds), sentAt: now, dueOn: checkBy(now, file.nation) };
  const [row] = await tx
    .insert(factChecks)
    .values({ caseId: file.id, ...sent })
    .returning({ id: factChecks.id });
  const state = await makeMove(tx, file, "send_report", "system", now);
  await tellProvider(tx, clock, file, reportToCheck(sent.dueOn), paths.report(file.submission.assessmentId));
  return { ...file, state, factChecks: [...file.factChecks, { id: row!.id, ...sent, endedAt: null, how: null }] };
}

/** Nothing came in time: the draft report stands as it is, and the case goes to the decision. */
export async function letStand(tx: Db, clock: Clock, file: CaseFile): Promise<CaseFile> {
  const ended = await endCheck(tx, file, { how: "unanswered", endedAt: clock.now(), endedBy: null });
  const state = await makeMove(tx, file, "let_stand", "system", clock.now());
  await tellRole(tx, clock, file, "decider", decisionReady);
  return { ...ended, state };
}

/** Ends the check that is with the provider. */
export async function endCheck(tx: Db, file: CaseFile, { endedBy, ...end }: { how: NonNullable<FactCheck["how"]>; endedAt: Date; endedBy: string | null }): Promise<CaseFile> {
  const open = openCheck(file.factChecks);
  if (!open) throw new Error(`case ${file.id} has no draft report with its group`);
  await tx
    .update(factChecks)
    .set({ ...end, endedBy })
    .where(eq(factChecks.id, open.id));
  return { ...file, factChecks: file.factChecks.map((each) => (each === open ? { ...each, ...end } : each)) };
}
