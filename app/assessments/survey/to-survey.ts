import { acceptedFiles, mostBytes } from "~/evidence/file-kinds";
import type { Day } from "~/platform/calendar";
import type { Language } from "~/platform/words";
import { askingWords } from "../asking/words/asking-words";
import { type Bounds, bounds, mostEvidence } from "../limits";
import { missingWords } from "../missing-words";
import { type HeldAward, type Questions, questionsOf } from "../questions";
import type { ShownCriterion } from "../shown-criterion";
import type { Have } from "./from-survey";

/** The day the form is filled in, and the last one a plan may name. Given, so that the form and the server count from the same day. */
export type FormDays = { today: Day; lastPlanDay: Day };
type Json = Record<string, unknown>;
/** What one form is made for: the days it counts from, who reads it, and what the group has already and can show here: files of its library, awards that count for this criterion. */
export type FormFor = { days: FormDays; language: Language; have?: readonly Have[]; awards?: readonly HeldAward[] };

const claimed = "{na} notempty";
const applies = "{na} empty";
const levelIs = (...levels: string[]) => `${applies} and {level} anyof [${levels.map((each) => `'${each}'`).join(", ")}]`;

/** The language of our words, and of the standard's own. */
type Texts = { language: Language; textIn: Language };

/**
 * One criterion as a SurveyJS model's definition. What must be filled in, and how, follows `missing.ts`: the same bounds, the same functions (`setup.ts` registers them),
 * the same sentences. It is a courtesy to whoever types; the server decides.
 */
export function surveyOf(criterion: ShownCriterion, { days, language, have = [], awards = [] }: FormFor): Json {
  const questions = questionsOf(criterion, language, awards);
  const texts = { language, textIn: criterion.textIn ?? "en" };
  const elements = [
    ...naElements(questions.na, texts),
    ...answerElements(questions, texts),
    evidenceElement(questions.evidence, { days, have, ...texts }),
    planElement(questions.plan, { days, language }),
    noteElement(questions.note),
  ];
  return {
    locale: language,
    showTitle: false,
    showPageTitles: false,
    showQuestionNumbers: false,
    showNavigationButtons: false,
    showProgressBar: false,
    showCompletePage: false,
    requiredMark: "",
    clearInvisibleValues: "none",
    textUpdateMode: "onTyping",
    checkErrorsMode: "onNextPage",
    autoFocusFirstError: false,
    autoFocusFirstQuestion: false,
    widthMode: "responsive",
    pages: [{ name: criterion.id, title: criterion.title, elements }],
  };
}

function naElements(na: Questions["na"], { language, textIn }: Texts): Json[] {
  if (!na) return [];
  return [
    { type: "checkbox", name: "na", title: na.title, description: na.hint, heading: true, choices: [{ value: "yes", text: na.tick }] },
    {
      type: "panel",
      name: "naPanel",
      title: askingWords(language)("na.panel"),
      visibleIf: claimed,
      elements: [
        {
          type: "radiogroup",
          name: "naReason",
          title: na.reason,
          ownChoices: true,
          textIn,
          choices: na.reasons.map(({ value, label }) => ({ value, text: label })),
          ...required("na.reason", language),
          validators: [{ type: "expression", expression: "isListed()", text: missingWords({ field: "na.reason", why: "not_listed" }, language) }],
        },
        {
          type: "comment",
          name: "naWords",
          title: na.words,
          description: na.wordsHint,
          rows: 3,
          ...required("na.words", language),
          ...within("na.words", bounds.naWords, language),
        },
      ],
    },
  ];
}

function answerElements({ level, how }: Questions, { language, textIn }: Texts): Json[] {
  const choices = level.choices.map(({ value, label, lead, tests, ours }) => ({ value, text: label, lead, tests, ours }));
  return [
    {
      type: "radiogroup",
      name: "level",
      title: level.title,
      heading: true,
      look: "level",
      choices,
      textIn,
      enableIf: applies,
      ...(level.asked ? { requiredIf: applies } : {}),
      requiredErrorText: missingWords({ field: "level", why: "empty" }, language),
    },
    {
      type: "comment",
      name: "how",
      title: how.title,
      description: how.hint,
      heading: true,
      ownTitle: true,
      textIn,
      help: how.help.words,
      helpTitle: how.help.title,
      rows: 8,
      enableIf: applies,
      requiredIf: levelIs("developing", "met", "leading"),
      requiredErrorText: missingWords({ field: "how", why: "empty" }, language),
      ...within("how", bounds.how, language, "{na} notempty"),
    },
  ];
}

function evidenceElement(evidence: Questions["evidence"], { days: { today }, language, textIn, have }: Texts & Pick<FormFor, "days" | "have">): Json {
  const t = askingWords(language);
  if ("nothing" in evidence) return { type: "note", name: "nothingToShow", title: evidence.title, body: evidence.nothing, textIn };
  const is = (...ways: string[]) => `{panel.kind} anyof [${ways.map((each) => `'${each}'`).join(", ")}]`;
  const field = (name: string) => `evidence.0.${name}`;
  return {
    type: "paneldynamic",
    name: "evidence",
    title: evidence.title,
    description: evidence.hint,
    heading: true,
    textIn,
    help: evidence.help.words,
    helpTitle: evidence.help.title,
    maxPanelCount: mostEvidence,
    panelCount: 0,
    templateTitle: t("evidence.item"),
    confirmDelete: false,
    allowRemovePanel: false,
    panelAddText: t("evidence.add"),
    enableIf: applies,
    requiredIf: levelIs("met", "leading"),
    requiredErrorText: missingWords({ field: "evidence", why: "empty" }, language),
    templateElements: [
      {
        type: "radiogroup",
        name: "kind",
        title: t("part.kind.title"),
        choices: evidence.ways.map(({ value, label }) => ({ value, text: label })),
        isRequired: true,
        requiredErrorText: t("part.kind.empty"),
      },
      {
        type: "file",
        name: "file",
        title: t("part.file.title"),
        description: t("part.file.hint"),
        visibleIf: is("file"),
        have,
        storeDataAsText: false,
        waitForUpload: true,
        allowMultiple: false,
        maxSize: mostBytes,
        acceptedTypes: acceptedFiles,
        ...required(field("file"), language),
      },
      {
        type: "text",
        name: "link",
        inputType: "url",
        title: t("part.link.title"),
        description: t("part.link.hint"),
        visibleIf: is("link"),
        ...required(field("link"), language),
        validators: [{ type: "expression", expression: "isWebAddress()", text: missingWords({ field: field("link"), why: "not_an_address" }, language) }],
      },
      {
        type: "comment",
        name: "words",
        title: t("part.words.title"),
        description: t("part.words.hint"),
        rows: 4,
        visibleIf: is("words"),
        ...required(field("words"), language),
        ...within(field("words"), bounds.evidenceWords, language),
      },
      ...(evidence.awards.length > 0
        ? [
            {
              type: "radiogroup",
              name: "award",
              title: t("part.award.title"),
              description: t("part.award.hint"),
              visibleIf: is("award"),
              choices: evidence.awards.map(({ id, label }) => ({ value: id, text: label })),
              ...required(field("award"), language),
            },
          ]
        : []),
      { type: "text", name: "title", title: t("part.title.title"), description: t("part.title.hint"), visibleIf: "{panel.kind} notempty", ...required(field("title"), language) },
      {
        type: "text",
        name: "date",
        inputType: "date",
        title: t("part.date.title"),
        visibleIf: is("file", "link"),
        max: today,
        maxErrorText: missingWords({ field: field("date"), why: "in_the_future" }, language),
        validators: [aDay(field("date"), language)],
      },
      {
        type: "checkbox",
        name: "clean",
        title: t("part.clean.title"),
        visibleIf: is("file"),
        choices: [{ value: "yes", text: t("part.clean.tick") }],
        isRequired: true,
        requiredErrorText: missingWords({ field: field("clean"), why: "not_clean" }, language),
      },
    ],
  };
}

function planElement(plan: Questions["plan"], { days: { today, lastPlanDay }, language }: FormFor): Json {
  const t = askingWords(language);
  const asked = (field: string) => (plan.asked ? required(field, language) : {});
  return {
    type: "panel",
    name: "plan",
    title: plan.title,
    description: plan.hint,
    visibleIf: levelIs("not-yet", "developing"),
    elements: [
      { type: "comment", name: "planWhat", title: t("plan.what"), rows: 4, ...asked("plan.what"), ...within("plan.what", bounds.planWhat, language) },
      { type: "text", name: "planWho", title: t("plan.who"), description: t("plan.who_hint"), ...asked("plan.who") },
      {
        type: "text",
        name: "planWhen",
        inputType: "date",
        title: t("plan.when"),
        description: t("plan.when_hint"),
        min: today,
        max: lastPlanDay,
        minErrorText: missingWords({ field: "plan.when", why: "passed" }, language),
        maxErrorText: missingWords({ field: "plan.when", why: "too_far" }, language),
        ...asked("plan.when"),
        validators: [aDay("plan.when", language)],
      },
      { type: "comment", name: "planHelp", title: t("plan.help"), rows: 3 },
    ],
  };
}

const noteElement = (note: Questions["note"]): Json => ({
  type: "comment",
  name: "privateNote",
  title: note.title,
  description: note.hint,
  heading: true,
  look: "private",
  rows: 3,
});

const required = (field: string, language: Language) => ({ isRequired: true, requiredErrorText: missingWords({ field, why: "empty" }, language) });
const aDay = (field: string, language: Language) => ({ type: "expression", expression: "isDay()", text: missingWords({ field, why: "not_a_date" }, language) });

/** Too short and too long each have their own sentence. Blank is for `required` to say. */
function within(field: string, { least, most }: Bounds, language: Language, unless?: string): Json {
  const rule = (expression: string) => (unless ? `${unless} or ${expression}` : expression);
  return {
    most,
    validators: [
      { type: "expression", expression: rule(`ownLength() = 0 or ownLength() >= ${least}`), text: missingWords({ field, why: "too_short" }, language) },
      { type: "expression", expression: rule(`ownLength() <= ${most}`), text: missingWords({ field, why: "too_long" }, language) },
    ],
  };
}
