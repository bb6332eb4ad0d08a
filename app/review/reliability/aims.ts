import { type Agreement, leastToPublish } from "../agreement";

/** What two readers are to reach (Standard rules §C.5): the same side of Met on must-haves and on everything, and weighted kappa. */
export const aims = { mustHaves: 0.9, everything: 0.85, kappa: 0.6 } as const;

/** With fewer pairs than this a figure says nothing of its criterion: it is shown as a count, and leads to nothing. */
export const leastToJudge = 10;

/** What a line of figures is about: must-haves have an aim of their own. */
export type Scope = "everything" | "mustHaves";

export const mayBePublished = ({ n }: Pick<Agreement, "n">): boolean => n >= leastToPublish;
export const canBeJudged = ({ n }: Pick<Agreement, "n">): boolean => n >= leastToJudge;

/** Whether an aim is reached; null where there is no figure, or too few pairs to say. */
export const reaches = (agreement: Agreement, scope: Scope): { met_not_met: boolean | null; kappa_linear: boolean | null } => {
  const asked = (figure: number | null, aim: number) => (figure === null || !canBeJudged(agreement) ? null : figure >= aim);
  return { met_not_met: asked(agreement.met_not_met, aims[scope]), kappa_linear: asked(agreement.kappa_linear, aims.kappa) };
};
