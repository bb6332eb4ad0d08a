import type { CaseFile } from "../case-file";
import { lockOn } from "../privacy/locks";
import type { Visit } from "./visit";

/** A conversation or a visit as pages show it. `at` is an ISO instant. */
export type ShownVisit = Omit<Visit, "at"> & { at: string /** Its words are locked, or were removed: a note stands in their place. */; locked: boolean };

/** Those of a case, or those that were about one criterion. */
export const shownVisits = ({ visits, locks }: CaseFile, criterion?: string): ShownVisit[] =>
  visits
    .filter(({ criteria }) => criterion === undefined || criteria.includes(criterion))
    .map(({ at, ...visit }) => ({ ...visit, at: at.toISOString(), locked: lockOn(locks, "visit", visit.id) !== undefined }));
