import { z } from "zod";
import type { Criterion, Level } from "#standards/format";

const places = z.array(z.number().int().min(0)).max(50);

/** The tests a reader ticked, as places in the version's lists: `{ met: [0, 2], leading: [] }`. */
export const Ticks = z.strictObject({ met: places, leading: places });
export type Ticks = z.infer<typeof Ticks>;

type Tests = Pick<Criterion, "levels">;

/**
 * The levels that fit what is ticked, the likeliest first (Standard rules §A.0): every test of Met is Met, with every test of Leading it is Leading;
 * some are Developing, or Not yet where its wording fits; with none the reader chooses between Not yet and Developing.
 * `byAward`: an award of somebody else's was accepted at Met at least, so Met fits whatever is ticked.
 */
export function levelsThatFit({ levels: { met, leading } }: Tests, ticks: Ticks, byAward = false): Level[] {
  const ticked = (tests: string[], chosen: number[]) => tests.filter((_, place) => chosen.includes(place)).length;
  const ofMet = ticked(met.tests, ticks.met);
  if (ofMet === met.tests.length || byAward) return [ticked(leading.tests, ticks.leading) === leading.tests.length ? 3 : 2];
  return ofMet === 0 ? [0, 1] : [1, 0];
}

/** The one level that follows from the ticks, or undefined when it is for the reader to say. */
export function levelFromTicks(criterion: Tests, ticks: Ticks, byAward = false): Level | undefined {
  const someOfMet = criterion.levels.met.tests.some((_, place) => ticks.met.includes(place));
  return someOfMet || byAward ? levelsThatFit(criterion, ticks, byAward)[0] : undefined;
}

/** Whether the reader went another way than the ticks. Allowed: the reason then says why. */
export const overrules = (criterion: Tests, ticks: Ticks, level: Level, byAward = false): boolean => !levelsThatFit(criterion, ticks, byAward).includes(level);

/** Whether every tick is of a test that the version has. */
export const ticksAreKnown = ({ levels: { met, leading } }: Tests, ticks: Ticks): boolean =>
  ticks.met.every((place) => place < met.tests.length) && ticks.leading.every((place) => place < leading.tests.length);
