import { changeTypes } from "#standards/changes-format";
import type { Fact } from "#standards/facts-format";
import { EvidenceKind } from "#standards/format";
import { type Language, perLanguage } from "~/platform/words";
import { evidenceWords, weightWords } from "../words";
import { standardsWords } from "../words/standards-words";
import { changeTypeWords } from "./change-type-words";
import type { Field } from "./field";
import type { Option } from "./typed";

const scoring = ["essentials", "assured", "section", "conditions_max", "defer_max", "commend", "na_claim_max", "basis_min"] as const;

/** What `standard.yaml` says. Its code, key and number are for ever and not asked. Readers of a consultation see the labels in their language. */
export function standardFieldsIn(language: Language): Field[] {
  const t = standardsWords(language);
  return [
    { name: "title", path: ["title"], kind: "line", label: t("field.title") },
    { name: "purpose", path: ["purpose"], kind: "words", label: t("field.purpose") },
    { name: "gate", path: ["gate"], kind: "rule", label: t("field.gate") },
    {
      name: "effective_from",
      path: ["effective_from"],
      kind: "line",
      label: "In use from",
      hint: "Year-month-day, such as 2026-11-22. The day it is published is filled in then.",
    },
    { name: "sections", path: ["sections"], kind: "sections", label: t("field.sections") },
    ...scoring.map((name): Field => ({ name, path: ["scoring", name], kind: "number", label: t(`field.scoring.${name}`) })),
  ];
}
export const standardFields: readonly Field[] = standardFieldsIn("en");

type CriterionForm = { fresh: boolean; sections: readonly Option[]; facts: readonly Fact[]; language?: Language };

/** What a criterion's file says. The id and the key of one that is there are for ever; a new one is asked for them too. */
export function criterionFields({ fresh, sections, facts, language = "en" }: CriterionForm): Field[] {
  const t = standardsWords(language);
  return [
    ...(fresh ? identity : []),
    { name: "section", path: ["section"], kind: "choice", label: t("field.section"), options: sections },
    ...wording(t),
    { name: "must_have", path: ["must_have"], kind: "yes", label: t("field.must_have") },
    { name: "weight", path: ["weight"], kind: "number", label: t("field.weight"), options: weightWords.map((label, at) => ({ value: String(at), label })) },
    { name: "applies", path: ["applies"], kind: "rule", label: t("field.applies") },
    { name: "na_reasons", path: ["na_reasons"], kind: "rows", label: t("field.na_reasons"), hint: "A must-have has none." },
    ...levels(t),
    ...evidence(t),
    { name: "facts", path: ["facts"], kind: "ticks", label: t("field.facts"), options: facts.map(({ key, label }) => ({ value: key, label })) },
    ...sources(t),
  ];
}

type Said = ReturnType<typeof standardsWords>;
const identity: Field[] = [
  { name: "id", path: ["id"], kind: "line", label: "Id", hint: "For ever, and never used before: such as AS-5.4." },
  { name: "key", path: ["key"], kind: "line", label: "Key", hint: "Lower-case words joined by hyphens, such as a-warm-welcome. For ever too." },
];
const wording = (t: Said): Field[] => [
  { name: "title", path: ["title"], kind: "line", label: t("field.title") },
  { name: "statement", path: ["statement"], kind: "words", label: t("field.statement") },
  { name: "ask", path: ["ask"], kind: "words", label: t("field.ask") },
  { name: "why", path: ["why"], kind: "words", label: t("field.why") },
  { name: "good", path: ["good"], kind: "words", label: t("field.good") },
];
const levels = (t: Said): Field[] => [
  { name: "not_yet", path: ["levels", "not_yet"], kind: "words", label: t("field.not_yet") },
  { name: "developing", path: ["levels", "developing"], kind: "words", label: t("field.developing") },
  { name: "met", path: ["levels", "met", "tests"], kind: "rows", label: t("field.met"), hint: "Each is one thing that can be ticked by itself." },
  { name: "leading", path: ["levels", "leading", "tests"], kind: "rows", label: t("field.leading"), hint: "Each is one thing that can be ticked by itself." },
];
const evidence = (t: Said): Field[] => [
  { name: "kinds", path: ["evidence", "kinds"], kind: "ticks", label: t("field.kinds"), options: EvidenceKind.options.map((value) => ({ value, label: evidenceWords[value] })) },
  { name: "evidence_what", path: ["evidence", "what"], kind: "words", label: t("field.evidence_what") },
  { name: "lightest", path: ["evidence", "lightest"], kind: "words", label: t("field.lightest") },
];
const sources = (t: Said): Field[] => [
  { name: "quote", path: ["source", "quote"], kind: "words", label: t("field.quote"), optional: true },
  { name: "references", path: ["source", "references"], kind: "lines", label: t("field.references"), hint: "One a line." },
  { name: "beyond_paper", path: ["source", "beyond_paper"], kind: "yes", label: t("field.beyond_paper") },
];

/** What `changes.yaml` says of one change, the nth. */
export const changeFields = (at: number): Field[] => [
  {
    name: "type",
    path: ["changes", at, "type"],
    kind: "choice",
    label: "What kind of change it is",
    hint: "It decides what happens to answers that were given before.",
    options: changeTypes.map((value) => ({ value, label: changeTypeWords[value] })),
  },
  {
    name: "criteria",
    path: ["changes", at, "criteria"],
    kind: "lines",
    label: "Criteria it is about",
    hint: "Ids, one a line, as they were called before; a new one as it is called now.",
    optional: true,
  },
  {
    name: "successors",
    path: ["changes", at, "successors"],
    kind: "lines",
    label: "What takes their place",
    hint: "Ids, one a line. Only where one is split, joined or retired.",
    optional: true,
  },
  { name: "what", path: ["changes", at, "what"], kind: "words", label: "What is different", hint: "One sentence." },
  { name: "reason", path: ["changes", at, "reason"], kind: "words", label: "Why" },
  { name: "what_to_do", path: ["changes", at, "what_to_do"], kind: "words", label: "What a group has to do", hint: "If nothing: say so." },
  {
    name: "compliance_months",
    path: ["changes", at, "compliance_months"],
    kind: "number",
    label: "Months for a live mark to show it",
    hint: "Only where something becomes a must-have.",
    optional: true,
  },
];

/** How long the version before may still be sent in. */
export const sunsetFields: readonly Field[] = [
  {
    name: "sunset_days",
    path: ["sunset_days"],
    kind: "number",
    label: "Days the version before may still be sent in",
    hint: "Only where the first number goes up.",
    optional: true,
  },
];

/** Everything two versions are compared by, called as a reader calls it. */
export const comparedFieldsIn = perLanguage((language) => ({
  standard: standardFieldsIn(language).filter(({ name }) => name !== "effective_from"),
  criterion: criterionFields({ fresh: false, sections: [], facts: [], language }),
}));
export const comparedFields = comparedFieldsIn("en");
