import { z } from "zod";
import type { Agreement } from "../agreement";
import { mayBePublished } from "./aims";
import { isQuarter } from "./quarters";

const share = z.number().nullable();
export const Figures = z.object({ n: z.number(), exact: share, met_not_met: share, kappa: share, kappa_linear: share, kappa_quadratic: share, ac1: share });
const Lines = z.object({ overall: Figures, standards: z.array(z.object({ key: z.string(), title: z.string(), agreement: Figures })) });

/** How far readers agreed in a quarter and from the start to its end, as it was then: over everything, and by standard whatever its version. */
export const QuarterReport = z.object({ quarter: z.string().refine(isQuarter), inQuarter: Lines, soFar: Lines });
export type QuarterReport = z.infer<typeof QuarterReport>;

/** A line of what anybody may read: the figures side by side, or only how many pairs there are while they are too few (Standard rules §C.5). */
export type PublicLine = { title: string | null; n: number; figures: Pick<Agreement, "exact" | "met_not_met" | "kappa_linear" | "ac1"> | null };

export function publicLines({ overall, standards }: QuarterReport["soFar"]): PublicLine[] {
  const line = (title: string | null, agreement: Agreement): PublicLine => {
    const { n, exact, met_not_met, kappa_linear, ac1 } = agreement;
    return { title, n, figures: mayBePublished(agreement) ? { exact, met_not_met, kappa_linear, ac1 } : null };
  };
  return [line(null, overall), ...standards.map(({ title, agreement }) => line(title, agreement))];
}
