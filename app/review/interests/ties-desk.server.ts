import { type Actor, hasRole } from "~/accounts/actor";
import { type Day, londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { currentReaders, factsOn } from "../case-file";
import { clockRules } from "../clocks";
import type { DeskCase } from "../desk";
import { findCase } from "../find-case.server";
import type { Part } from "../part";
import { deskCase } from "../reading.server";
import { barsOn, standingsIn } from "../standing";
import { addWorkingDays } from "../working-days";
import { kinds, nearTie } from "./kinds";
import { objectionState, readBeing } from "./objection";
import { type ObjectionState, permitObjection } from "./objection-moves";
import { tieState } from "./tie";
import { permitTie, type TieState } from "./tie-moves";

/** One of the readers: what they declared, and what else brings them near. `stated`: from their own page, not told with this case. */
export type TieLine = {
  part: Part;
  name: string;
  declaredAt: string | null;
  tie: { state: TieState; kind: string; words: string; waiver: { by: string; at: string; reason: string } | null; mayAllow: boolean } | null;
  stated: string | null;
};
export type TiesDesk = {
  case: DeskCase;
  readers: TieLine[];
  objection: {
    state: ObjectionState;
    names: string[];
    reason: string;
    at: string;
    /** The last day for an answer. */ due: Day;
    answer: { upheld: boolean; reason: string; at: string } | null;
    mayAnswer: boolean;
  } | null;
};

/** What was told of ties in a case, and what the provider has against its readers, for a moderator. Undefined when it is out of reach, or for another role. */
export async function tiesDeskFor(db: Db, clock: Clock, actor: Actor, caseId: string): Promise<TiesDesk | undefined> {
  const file = hasRole(actor, "moderator") ? await findCase(db, actor, caseId) : undefined;
  if (!file) return undefined;
  const now = clock.now();
  const facts = factsOn(file, londonDay(now));
  const [standings, bars] = [standingsIn(actor, facts), barsOn(actor, facts)];
  const { objection, assignments } = file;
  const objectedTo = assignments.filter(({ id }) => objection?.about.includes(id));
  const beingRead = readBeing.includes(file.state) ? (["being_read"] as const) : [];
  const readers = currentReaders(file).map(({ part, name, personId, declaredAt, tie, interests }): TieLine => {
    const near = tie ? undefined : nearTie(interests, londonDay(now));
    const own = personId === actor.personId ? (["own_tie"] as const) : [];
    const mayAllow = permitTie("waive", { state: tieState(tie), standings, bars: [...bars, ...own], met: beingRead, reason: "any" }).ok;
    return {
      part,
      name,
      declaredAt: declaredAt?.toISOString() ?? null,
      tie: tie && { state: tieState(tie), kind: kinds[tie.kind].theirs, words: tie.words, waiver: tie.waiver && { ...tie.waiver, at: tie.waiver.at.toISOString() }, mayAllow },
      stated: near ? kinds[near].theirs : null,
    };
  });
  const isObjectedTo = objectedTo.some(({ personId }) => personId === actor.personId) ? (["objected_to"] as const) : [];
  return {
    case: deskCase(clock, file),
    readers,
    objection: objection && {
      state: objectionState(objection),
      names: objectedTo.map(({ name }) => name),
      reason: objection.reason,
      at: objection.at.toISOString(),
      due: addWorkingDays(londonDay(objection.at), clockRules.objection.days, file.nation),
      answer: objection.answer && { ...objection.answer, at: objection.answer.at.toISOString() },
      mayAnswer: permitObjection("uphold", { state: objectionState(objection), standings, bars: [...bars, ...isObjectedTo], met: beingRead, reason: "any" }).ok,
    },
  };
}
