import fc from "fast-check";
import type { Model } from "./model";
import type { Attempt, Attempts } from "./op";

/** Every file of `ops/` takes part by being there. */
const ops = Object.values(import.meta.glob<{ default: Attempts }>("./ops/*.ts", { eager: true })).map((module) => module.default);

export type Step = (model: Model) => Attempt | undefined;

const one = <T>(of: readonly T[], pick: number): T | undefined => of[pick % of.length];
const leadsOn = fc.nat().map(
  (pick): Step =>
    (model) =>
      one(
        ops.flatMap((op) => op.near(model).filter(({ allowedBy }) => allowedBy(model))),
        pick,
      ),
);
const nearlyRight = fc.tuple(fc.nat(), fc.nat()).map(
  ([which, what]): Step =>
    (model) => {
      const refused = ops.map((op) => op.near(model).filter(({ allowedBy }) => !allowedBy(model)));
      return one(
        one(
          refused.filter((each) => each.length > 0),
          which,
        ) ?? [],
        what,
      );
    },
);
const anything = fc.oneof(...ops.map(({ any }) => any)).map(
  (attempt): Step =>
    () =>
      attempt,
);

/** A walk: mostly what leads on from where it is, then what is nearly right, and anything at all. */
export const walks = fc.array(fc.oneof({ weight: 7, arbitrary: leadsOn }, { weight: 2, arbitrary: nearlyRight }, { weight: 1, arbitrary: anything }), {
  minLength: 24,
  maxLength: 40,
  size: "max",
});
