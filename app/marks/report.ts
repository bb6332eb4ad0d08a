import type { Language } from "~/platform/words";
import type { Letter } from "./letter";
import { type DecidedCase, enoughFor, letterFromDecision } from "./letter-from-decision";
import type { Remark } from "./remarks";

/** One criterion that applies: its level and why, what the group said of that, and what would be enough where it is not met yet. */
export type ReportPoint = Letter["criteria"][number] & { remarks: { words: string; changed: boolean }[]; enough: string | null };
export type ReportSection = { id: string; title: string; points: ReportPoint[] };
/** What a decision rests on, point by point; what it says of the decision itself is its letter's. */
export type Report = Pick<Letter, "language" | "reference" | "date" | "provider" | "standard" | "outcome" | "looked"> & { sections: ReportSection[] };

/** The report behind a decision: the same for the page and for the PDF, and never another level or reason than its letter. Titles and what is enough come in the language of the standard that is given. */
export function reportFromDecision(decided: DecidedCase & { remarks: readonly Remark[] }, origin: string, language: Language = "en"): Report {
  const { reference, date, provider, standard, outcome, looked, criteria } = letterFromDecision(decided, origin, language);
  const sections = decided.standard.sections.map(({ id, title }) => ({
    id,
    title,
    points: decided.standard.criteria.flatMap((criterion): ReportPoint[] => {
      const point = criterion.section === id ? criteria.find((each) => each.id === criterion.id) : undefined;
      if (!point) return [];
      const remarks = decided.remarks.filter((each) => each.criterion === point.id).map(({ words, before }) => ({ words, changed: before !== point.level }));
      return [{ ...point, remarks, enough: point.level !== null && point.level < 2 ? enoughFor(criterion) : null }];
    }),
  }));
  return { language, reference, date, provider, standard, outcome, looked, sections: sections.filter(({ points }) => points.length > 0) };
}
