import type { Language } from "~/platform/words";
import type { Award, Outcome } from "~/standards/score";
import { standardsWords } from "~/standards/words/standards-words";
import { askingWords } from "./asking/words/asking-words";
import type { Said } from "./carried";
import type { Foreseen } from "./preview";
import { assessmentWords } from "./words/assessment-words";

export const saidWords = (said: Said, language: Language): string => askingWords(language)(said === "does-not-apply" ? "answer.na" : `level.${said}`);

const awardNames = { essentials: "essentials", assured: "assured", assured_commended: "commended", assured_with_conditions: "conditions" } as const satisfies Record<Award, string>;

/** What a mark is called, as the rules of a standard call it. */
export const awardWords = (award: Award, language: Language): string => standardsWords(language)(`scoring.${awardNames[award]}.term`);

/** What own levels would come to, in words. */
export function foreseenWords({ outcome, open }: Foreseen, language: Language): string {
  const words = outcomeWords(outcome, language);
  if (open === 0) return words;
  return assessmentWords(language)(outcome.outcome === "not_awarded" ? "foreseen.even_if" : "foreseen.if", { outcome: words, count: open });
}

function outcomeWords({ outcome }: Outcome, language: Language): string {
  const t = assessmentWords(language);
  switch (outcome) {
    case "not_awarded":
    case "deferred":
    case "not_offered":
      return t(`foreseen.${outcome}`);
    case "too_little_applies":
      return t("foreseen.too_little");
    case "invalid_na":
    case "incomplete":
      return t("foreseen.unknown");
    default:
      return awardWords(outcome, language);
  }
}
