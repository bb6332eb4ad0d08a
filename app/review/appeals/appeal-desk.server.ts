import { type Actor, hasRole } from "~/accounts/actor";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { asOfRound, type CaseFile, currentSettlements, filesShown } from "../case-file";
import { caseNumber } from "../case-number";
import { ratingLines } from "../reading.server";
import { appealClock, pointsOf } from "./appeal";
import type { AppealDesk, ContestedPoint } from "./appeal-desk";
import { type AppealOf, appealed, appealMovesFor, barOn, currentSeats, firstAnswer, hasDeclaredNone, levelsOf, panelAnswer, voicesOf } from "./appeal-file";
import { appealRefusalWords } from "./appeal-words";
import { findAppeal } from "./find-appeal.server";
import { panellistsFor } from "./panel.server";
import { shownAnswer } from "./shown-answer";

/** An appeal with all that it takes to answer it. Somebody of the panel sees nothing that was sent before all three have declared. Undefined when it is out of reach. Six reads; seven for whoever names the panel. */
export async function appealDeskFor(db: Db, clock: Clock, actor: Actor, id: string): Promise<AppealDesk | undefined> {
  const file = await findAppeal(db, actor, id);
  const decision = file && appealed(file);
  if (!file || !decision) return undefined;
  const { case: about, appeal } = file;
  const now = clock.now();
  const moves = appealMovesFor(actor, file, now);
  const moderates = hasRole(actor, "moderator");
  const mayRead = moderates || appeal.state === "deliberating" || appeal.state === "closed";
  const [first, written] = [firstAnswer(appeal), panelAnswer(appeal)];
  const mine = currentSeats(appeal).find(({ personId }) => personId === actor.personId);
  const bar = barOn(actor, file, now);
  const voices = voicesOf(appeal);
  return {
    id,
    caseId: about.id,
    number: caseNumber(about.number),
    provider: about.provider.name,
    area: about.provider.area,
    standard: `${about.standard.title} ${about.standard.version}`,
    state: appeal.state,
    sentAt: appeal.sentAt!.toISOString(),
    clock: appealClock({ ...appeal, nation: about.nation }, londonDay(now)) ?? null,
    judge: appeal.judge?.name ?? null,
    decision: { outcome: decision.outcome, by: decision.byName, at: decision.at.toISOString(), reason: mayRead ? decision.reason : "" },
    moderates,
    mayRead,
    barred: bar && appealRefusalWords[bar],
    moves,
    content: mayRead ? appeal.content : { grounds: [] },
    points: mayRead ? pointsIn(file, asOfRound(about, decision.round)) : [],
    findings: mayRead ? pointsOf(appeal.content).grounds : [],
    files: mayRead ? Object.fromEntries(Object.entries(filesShown(about)).map(([key, { name, bytes }]) => [key, { name, bytes }])) : {},
    first: mayRead && first ? shownAnswer(first) : null,
    goneOn: mayRead && appeal.goneOnAt ? { why: appeal.goneOnWhy ?? "", at: appeal.goneOnAt.toISOString() } : null,
    panel: currentSeats(appeal).map((each) => ({ seat: each.seat, personId: each.personId, name: each.name, declared: hasDeclaredNone(each) })),
    mySeat: mine?.seat ?? null,
    panellists: moves.includes("seat") ? await panellistsFor(db, file, now) : [],
    written:
      written && (mine || appeal.state === "closed")
        ? {
            id: written.id,
            ...shownAnswer(written),
            waits: currentSeats(appeal).flatMap(({ personId, name }) => (voices.some((each) => each.personId === personId) ? [] : [name])),
          }
        : null,
    said: voices.some(({ personId }) => personId === actor.personId),
  };
}

/** `then`: the case as it was decided. What was read is shown as it was then, where it stands as it is now. */
function pointsIn(file: AppealOf, then: CaseFile): ContestedPoint[] {
  const levels = levelsOf(file);
  return pointsOf(file.appeal.content).criteria.flatMap((id) => {
    const criterion = then.standard.criteria.find((each) => each.id === id);
    const level = levels[id];
    if (!criterion || level === undefined) return [];
    const sent = then.submission.content.answers[id] ?? {};
    const settled = currentSettlements(then).find((each) => each.criterion === id);
    return [
      {
        id,
        title: criterion.title,
        statement: criterion.statement,
        levels: criterion.levels,
        level,
        said: sent.how ?? "",
        evidence: sent.evidence ?? [],
        since: then.supplements.filter((each) => each.criterion === id).map(({ content: { words, evidence } }) => ({ words, evidence })),
        ratings: ratingLines(then, id),
        settlement: settled ? { level: settled.level, by: "a moderator", reason: settled.reason, at: settled.settledAt.toISOString(), flagged: settled.flagged } : null,
      },
    ];
  });
}
