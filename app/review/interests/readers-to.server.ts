import type { Actor } from "~/accounts/actor";
import type { Db } from "~/platform/database.server";
import { currentReaders, factsOf } from "../case-file";
import { findSent } from "../find-sent.server";
import { type Part, parts } from "../part";
import { standingsIn } from "../standing";
import { objectionState, readBeing } from "./objection";
import { type ObjectionState, permitObjection } from "./objection-moves";

/** Who reads what a provider sent, as its people may know it: names and parts, never what anybody found; and its objection. */
export type ReadersTo = {
  id: string;
  readers: { part: Part; name: string; whole: boolean }[];
  /** Whether this person may object now; where not, whether nobody may because the reading is over. */
  mayObject: boolean;
  over: boolean;
  objection: { state: ObjectionState; names: string[]; at: string; reason: string; answer: { at: string; reason: string } | null } | null;
};

/** Undefined when the assessment is not the actor's, or was never sent. Six reads. */
export async function readersTo(db: Db, actor: Actor, assessmentId: string): Promise<ReadersTo | undefined> {
  const file = await findSent(db, actor, assessmentId);
  if (!file) return undefined;
  const { objection, assignments } = file;
  const current = currentReaders(file);
  const readers = parts.flatMap((part) => current.filter((each) => each.part === part).map(({ name }) => ({ part, name, whole: part === "assessor" || file.reading === "whole" })));
  const over = !readBeing.includes(file.state);
  const met = [...(over ? [] : (["being_read"] as const)), ...(current.length > 0 ? (["readers_named"] as const) : [])];
  return {
    id: assessmentId,
    readers,
    mayObject: permitObjection("object", { state: objectionState(objection), standings: standingsIn(actor, factsOf(file)), bars: [], met, reason: "any" }).ok,
    over,
    objection: objection && {
      state: objectionState(objection),
      names: assignments.filter(({ id }) => objection.about.includes(id)).map(({ name }) => name),
      at: objection.at.toISOString(),
      reason: objection.reason,
      answer: objection.answer && { at: objection.answer.at.toISOString(), reason: objection.answer.reason },
    },
  };
}
