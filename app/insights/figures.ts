import { z } from "zod";
import type { Day } from "~/platform/calendar";
import { type Size, sizes } from "./hours";
import { percentile } from "./percentile";
import { type Decided, stages, tookOf } from "./stages";

/** Fewer than these are not shown: one slow case would be all there is to see, and one group could be known by it. */
export const fewestShown = 10;
/** Months that the figures look back. */
export const monthsBack = 12;
/** Working days we aim for, from sending to the decision, while it is in our hands (Standard rules §C.5). */
export const wholeTarget = 30;

export const measures = [...stages, "whole"] as const;
export type Measure = (typeof measures)[number];

/** Half took no longer than `median`, nine of ten no longer than `p90`. Null where there are too few. */
const Spread = z.object({ n: z.number(), median: z.number().nullable(), p90: z.number().nullable() });
export type Spread = z.infer<typeof Spread>;

/** What is published of how long it takes, as it stood on `to`. Nothing in it says whose case was how long. */
export const Figures = z.object({
  from: z.string(),
  to: z.string(),
  stages: z.record(z.enum(measures), Spread),
  standards: z.array(z.object({ key: z.string(), version: z.string(), title: z.string(), whole: Spread })),
  hours: z.record(z.enum(sizes), Spread),
});
export type Figures = z.infer<typeof Figures>;

export type DecidedCase = Decided & { key: string; version: string; title: string };
export type SaidHours = { organisationId: string; size: Size; halfHours: number };

/** The figures of the cases that were decided in these days, and of what groups said in them. */
export function figuresOf(cases: readonly DecidedCase[], hours: readonly SaidHours[], from: Day, to: Day): Figures {
  const took = cases.map((each) => ({ ...each, took: tookOf(each) }));
  const keys = [...new Set(cases.map(({ key }) => key))].sort();
  return {
    from,
    to,
    stages: Object.fromEntries(measures.map((of) => [of, spreadOf(took.flatMap((each) => each.took[of] ?? []))])) as Figures["stages"],
    standards: keys.map((key) => {
      const own = took.filter((each) => each.key === key);
      const { version, title } = own.at(-1)!;
      return { key, version, title, whole: spreadOf(own.map((each) => each.took.whole)) };
    }),
    hours: Object.fromEntries(sizes.map((size) => [size, hoursOf(hours.filter((each) => each.size === size))])) as Figures["hours"],
  };
}

const spreadOf = (values: readonly number[], enough = values.length >= fewestShown): Spread => {
  const at = (percent: number) => (enough ? (percentile(values, percent) ?? null) : null);
  return { n: values.length, median: at(50), p90: at(90) };
};

/** By group, not by answer: one that has answered often must not be known by it. */
const hoursOf = (said: readonly SaidHours[]): Spread =>
  spreadOf(
    said.map(({ halfHours }) => halfHours / 2),
    new Set(said.map(({ organisationId }) => organisationId)).size >= fewestShown,
  );
