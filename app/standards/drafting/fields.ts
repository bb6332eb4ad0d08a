import { changeTypes } from "#standards/changes-format";
import type { Fact } from "#standards/facts-format";
import { EvidenceKind } from "#standards/format";
import { evidenceWords, weightWords } from "../words";
import { changeTypeWords } from "./change-type-words";
import type { Field } from "./field";
import type { Option } from "./typed";

const scoring: [name: string, label: string][] = [
  ["essentials", "Essentials, of every 100 points"],
  ["assured", "Assured, of every 100 points"],
  ["section", "Least in a section for Assured, of every 100 points"],
  ["conditions_max", "Most at Not yet for Assured with conditions"],
  ["defer_max", "Most must-haves at Developing that may wait for more"],
  ["commend", "Least at Leading for a commendation, of every 100 parts of the weight"],
  ["na_claim_max", "Most that may be claimed not to apply, of every 100 parts of the weight"],
  ["basis_min", "Least that has to be left to score, of every 100 parts of the weight"],
];

/** What `standard.yaml` says. Its code, key and number are for ever and not asked. */
export const standardFields: readonly Field[] = [
  { name: "title", path: ["title"], kind: "line", label: "Title" },
  { name: "purpose", path: ["purpose"], kind: "words", label: "What it is for" },
  { name: "gate", path: ["gate"], kind: "rule", label: "Who may take it" },
  { name: "effective_from", path: ["effective_from"], kind: "line", label: "In use from", hint: "Year-month-day, such as 2026-11-22. The day it is published is filled in then." },
  { name: "sections", path: ["sections"], kind: "sections", label: "Sections" },
  ...scoring.map(([name, label]): Field => ({ name, path: ["scoring", name], kind: "number", label })),
];

/** What a criterion's file says. The id and the key of one that is there are for ever; a new one is asked for them too. */
export function criterionFields({ fresh, sections, facts }: { fresh: boolean; sections: readonly Option[]; facts: readonly Fact[] }): Field[] {
  return [
    ...(fresh ? identity : []),
    { name: "section", path: ["section"], kind: "choice", label: "Section", options: sections },
    ...wording,
    { name: "must_have", path: ["must_have"], kind: "yes", label: "This is a must-have: without it there is no mark" },
    { name: "weight", path: ["weight"], kind: "number", label: "How much it counts", options: weightWords.map((label, at) => ({ value: String(at), label })) },
    { name: "applies", path: ["applies"], kind: "rule", label: "Who is asked" },
    { name: "na_reasons", path: ["na_reasons"], kind: "rows", label: "Reasons for saying that it does not apply", hint: "A must-have has none." },
    ...levels,
    ...evidence,
    { name: "facts", path: ["facts"], kind: "ticks", label: "Facts shown with it", options: facts.map(({ key, label }) => ({ value: key, label })) },
    ...sources,
  ];
}

const identity: Field[] = [
  { name: "id", path: ["id"], kind: "line", label: "Id", hint: "For ever, and never used before: such as AS-5.4." },
  { name: "key", path: ["key"], kind: "line", label: "Key", hint: "Lower-case words joined by hyphens, such as a-warm-welcome. For ever too." },
];
const wording: Field[] = [
  { name: "title", path: ["title"], kind: "line", label: "Title" },
  { name: "statement", path: ["statement"], kind: "words", label: "What it says" },
  { name: "ask", path: ["ask"], kind: "words", label: "What we ask" },
  { name: "why", path: ["why"], kind: "words", label: "Why it matters" },
  { name: "good", path: ["good"], kind: "words", label: "What good looks like" },
];
const levels: Field[] = [
  { name: "not_yet", path: ["levels", "not_yet"], kind: "words", label: "Not yet" },
  { name: "developing", path: ["levels", "developing"], kind: "words", label: "Developing" },
  { name: "met", path: ["levels", "met", "tests"], kind: "rows", label: "Met: all of these", hint: "Each is one thing that can be ticked by itself." },
  { name: "leading", path: ["levels", "leading", "tests"], kind: "rows", label: "Leading: Met, and all of these", hint: "Each is one thing that can be ticked by itself." },
];
const evidence: Field[] = [
  { name: "kinds", path: ["evidence", "kinds"], kind: "ticks", label: "Taken as", options: EvidenceKind.options.map((value) => ({ value, label: evidenceWords[value] })) },
  { name: "evidence_what", path: ["evidence", "what"], kind: "words", label: "What to show" },
  { name: "lightest", path: ["evidence", "lightest"], kind: "words", label: "The least that is enough, for a very small group" },
];
const sources: Field[] = [
  { name: "quote", path: ["source", "quote"], kind: "words", label: "Words of the 2019 paper it rests on", optional: true },
  { name: "references", path: ["source", "references"], kind: "lines", label: "See also", hint: "One a line." },
  { name: "beyond_paper", path: ["source", "beyond_paper"], kind: "yes", label: "It goes further than the paper" },
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

/** Everything two versions are compared by. */
export const comparedFields = { standard: standardFields.filter(({ name }) => name !== "effective_from"), criterion: criterionFields({ fresh: false, sections: [], facts: [] }) };
