import type { Day } from "~/platform/calendar";
import type { Language } from "~/platform/words";
import { markWords } from "../words/mark-words";
import { uncoveredSince } from "./insurance";

/** What everybody reads while a provider's insurance has run out and no new date has come: in fixed, neutral words. Nothing otherwise. */
export const paperworkDue = ({ insuredUntil }: { insuredUntil?: Day | null | undefined }, today: Day, language: Language): string[] =>
  uncoveredSince(insuredUntil ?? null, today) ? [`${markWords(language)("paperwork_due")}.`] : [];
