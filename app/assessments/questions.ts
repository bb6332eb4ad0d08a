import type { Language } from "~/platform/words";
import type { EvidenceWay } from "./answer";
import { askingWords } from "./asking/words/asking-words";
import { mayClaimNa, waysOffered } from "./parts";
import { reasonsOf, type ShownCriterion } from "./shown-criterion";

export type Help = { title: string; words: string };
export type LevelChoice = {
  value: "not-yet" | "developing" | "met" | "leading";
  label: string;
  lead: string /** Each must hold. Empty where `lead` says it all. */;
  tests: string[] /** `lead` is ours, and not the standard's. */;
  ours: boolean;
};
export type Questions = {
  na: { title: string; hint: string; tick: string; reason: string; reasons: { value: string; label: string }[]; words: string; wordsHint: string } | undefined;
  level: { title: string; choices: LevelChoice[] /** False where it is advice. */; asked: boolean };
  how: { title: string; hint: string; help: Help };
  evidence: { title: string; hint: string; help: Help; ways: { value: EvidenceWay; label: string }[]; awards: readonly HeldAward[] } | { title: string; nothing: string };
  plan: { title: string; hint: string; asked: boolean };
  note: { title: string; hint: string };
};

/** An award of somebody else's that the group has stated and that counts for this criterion. */
export type HeldAward = { id: string; label: string; expiresOn: string };

/** Everything asked about one criterion, in words: the form in the browser and the plain form both take them from here. */
export function questionsOf(criterion: ShownCriterion, language: Language, awards: readonly HeldAward[] = []): Questions {
  const t = askingWords(language);
  const { evidence, must_have, weight } = criterion;
  const ways = waysOffered(criterion, awards);
  return {
    na: mayClaimNa(criterion)
      ? {
          title: t("na.title"),
          hint: t("na.hint"),
          tick: t("na.tick"),
          reason: t("na.reason"),
          reasons: reasonsOf(criterion),
          words: t("na.words"),
          wordsHint: t("na.words_hint"),
        }
      : undefined,
    level: { title: t(weight > 0 ? "level.title" : "level.title_optional"), asked: weight > 0, choices: levelsOf(criterion, language) },
    how: { title: criterion.ask, hint: t("how.hint"), help: { title: t("how.help"), words: criterion.good } },
    evidence:
      ways.length > 0
        ? {
            title: t("evidence.title"),
            hint: t("evidence.hint", { lightest: evidence.lightest }),
            help: { title: t("evidence.help"), words: evidence.what },
            ways: ways.map((value) => ({ value, label: t(`way.${value}`) })),
            awards,
          }
        : { title: t("evidence.title_nothing"), nothing: [evidence.what, evidence.lightest].join(" ") },
    plan: { title: t(must_have ? "plan.title" : "plan.title_optional"), hint: t(must_have ? "plan.hint_must_have" : "plan.hint"), asked: must_have },
    note: { title: t("note.title"), hint: t("note.hint") },
  };
}

function levelsOf({ levels }: ShownCriterion, language: Language): LevelChoice[] {
  const t = askingWords(language);
  const { tests } = levels.met;
  const met = tests.length === 1 ? { lead: tests[0]!, tests: [], ours: false } : { lead: t("level.all"), tests, ours: true };
  return [
    { value: "not-yet", label: t("level.not-yet"), lead: levels.not_yet, tests: [], ours: false },
    { value: "developing", label: t("level.developing"), lead: levels.developing, tests: [], ours: false },
    { value: "met", label: t("level.met"), ...met },
    { value: "leading", label: t("level.leading"), lead: t("level.beyond"), tests: levels.leading.tests, ours: true },
  ];
}
