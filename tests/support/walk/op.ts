import fc from "fast-check";
import type { Level } from "#standards/format";
import type { Actor } from "~/accounts/actor";
import type { Db } from "~/platform/database.server";
import { because } from "../cases";
import { type Gained, type Model, type Walker, walkerNames } from "./model";

/** Where a walk takes place. */
export type Ground = { db: Db; caseId: string; assessmentId: string; provider: string; actors: Record<Walker, Actor> };
type Answer = Promise<{ ok: boolean } | undefined>;

/** One command, and what plain reading of the rules says of it. */
type Op<Input extends { by: Walker }> = {
  name: string;
  /** Anything at all, sensible or not. */
  arbitrary: fc.Arbitrary<Input>;
  /**
   * What is near at hand in this state, allowed or not. Most steps take what is allowed of it, without which a random walk hardly gets anywhere;
   * some take what is not: the mistakes that a slip in the rules would let through. Named several times, it is taken more often.
   */
  near?: (model: Model) => Input[];
  allows: (model: Model, input: Input) => boolean;
  /** Changes the model as the command changes the case. Answers every event that the audit trail gains by it, in order. */
  apply: (model: Model, input: Input) => Gained[];
  perform: (ground: Ground, input: Input) => Answer;
};

/** One try of one command by one person. */
export type Attempt = { said: string; allowedBy: (model: Model) => boolean; applyTo: (model: Model) => Gained[]; perform: (ground: Ground) => Answer };
export type Attempts = { any: fc.Arbitrary<Attempt>; near: (model: Model) => Attempt[] };

/** What a file of `ops/` exports. A capability that needs more of a case than `Model` knows keeps it in a WeakMap by model, in its own file. */
export function op<Input extends { by: Walker }>({ name, arbitrary, near = () => [], allows, apply, perform }: Op<Input>): Attempts {
  const attempt = (input: Input): Attempt => ({
    said: `${name} ${JSON.stringify(input)}`,
    allowedBy: (model) => allows(model, input),
    applyTo: (model) => apply(model, input),
    perform: (ground) => perform(ground, input),
  });
  return { any: arbitrary.map(attempt), near: (model) => near(model).map(attempt) };
}

export const anybody = fc.constantFrom(...walkerNames);
export const anyLevel = fc.constantFrom<Level>(0, 1, 2, 3);
export const anyReason = fc.constantFrom(because, because, because, "too short", " ", "x".repeat(2001));
export const enough = (reason: string) => reason.trim().length >= 20 && reason.trim().length <= 2000;
