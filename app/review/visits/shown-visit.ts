import type { CaseFile } from "../case-file";
import type { Visit } from "./visit";

/** A conversation or a visit as pages show it. `at` is an ISO instant. */
export type ShownVisit = Omit<Visit, "at"> & { at: string };

/** Those of a case, or those that were about one criterion. */
export const shownVisits = ({ visits }: CaseFile, criterion?: string): ShownVisit[] =>
  visits.filter(({ criteria }) => criterion === undefined || criteria.includes(criterion)).map(({ at, ...visit }) => ({ ...visit, at: at.toISOString() }));
