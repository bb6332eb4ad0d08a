import type { Actor } from "~/accounts/actor";
import { type ConcernTyped, nothingTyped } from "~/concerns/concern-form";
import type { StepName } from "~/concerns/concern-moves";
import { takeStep } from "~/concerns/step.server";
import { takeConcern } from "~/concerns/take-concern.server";
import { done, type World } from "./world";

/** Somebody fills in the public form, each from a network of their own. Answers the concern's id. */
export async function tellsUs(world: World, from: string, typed: Partial<ConcernTyped>): Promise<string> {
  const { received } = done(await takeConcern(world.db, world.clock, { ...nothingTyped(typed.code ?? "", from), ...typed }, { from, language: "en" }));
  const [row] = await world.db.execute<{ id: string }>(`select id from concerns where reference = '${received.reference}'`);
  return row!.id;
}

/** A moderator does something about it. */
export const doesAbout = async (world: World, by: Actor, id: string, step: StepName, words: string, more: { agency?: string; group?: string } = {}) =>
  done(await takeStep(world.db, world.clock, by, { id, step, words, ...more }));
