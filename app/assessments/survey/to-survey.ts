import type { Criterion } from "#standards/format";
import { acceptedFiles, mostBytes } from "~/evidence/file-kinds";
import type { Day } from "~/platform/calendar";
import { type Bounds, bounds, mostEvidence } from "../limits";
import { missingWords } from "../missing-words";
import { type HeldAward, partWords, type Questions, questionsOf } from "../questions";
import type { Have } from "./from-survey";

/** The day the form is filled in, and the last one a plan may name. Given, so that the form and the server count from the same day. */
export type FormDays = { today: Day; lastPlanDay: Day };
type Json = Record<string, unknown>;
/** What the group has already and can show here: files of its library, awards that count for this criterion. */
export type Offered = { have: readonly Have[]; awards: readonly HeldAward[] };

const claimed = "{na} notempty";
const applies = "{na} empty";
const levelIs = (...levels: string[]) => `${applies} and {level} anyof [${levels.map((each) => `'${each}'`).join(", ")}]`;

/**
 * One criterion as a SurveyJS model's definition. What must be filled in, and how, follows `missing.ts`: the same bounds, the same functions (`setup.ts` registers them),
 * the same sentences. It is a courtesy to whoever types; the server decides.
 */
export function surveyOf(criterion: Criterion, days: FormDays, { have, awards }: Offered = { have: [], awards: [] }): Json {
  const questions = questionsOf(criterion, awards);
  const elements = [
    ...naElements(questions.na),
    ...answerElements(questions),
    evidenceElement(questions.evidence, days, have),
    planElement(questions.plan, days),
    noteElement(questions.note),
  ];
  return {
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

function naElements(na: Questions["na"]): Json[] {
  if (!na) return [];
  return [
    { type: "checkbox", name: "na", title: na.title, description: na.hint, heading: true, choices: [{ value: "yes", text: na.tick }] },
    {
      type: "panel",
      name: "naPanel",
      title: "Why it does not apply",
      visibleIf: claimed,
      elements: [
        {
          type: "radiogroup",
          name: "naReason",
          title: na.reason,
          choices: na.reasons,
          ...required("na.reason"),
          validators: [{ type: "expression", expression: "isListed()", text: missingWords({ field: "na.reason", why: "not_listed" }) }],
        },
        { type: "comment", name: "naWords", title: na.words, description: na.wordsHint, rows: 3, ...required("na.words"), ...within("na.words", bounds.naWords) },
      ],
    },
  ];
}

function answerElements({ level, how }: Questions): Json[] {
  const choices = level.choices.map(({ value, label, lead, tests }) => ({ value, text: label, lead, tests }));
  return [
    {
      type: "radiogroup",
      name: "level",
      title: level.title,
      heading: true,
      look: "level",
      choices,
      enableIf: applies,
      ...(level.asked ? { requiredIf: applies } : {}),
      requiredErrorText: missingWords({ field: "level", why: "empty" }),
    },
    {
      type: "comment",
      name: "how",
      title: how.title,
      description: how.hint,
      heading: true,
      help: how.help.words,
      helpTitle: how.help.title,
      rows: 8,
      enableIf: applies,
      requiredIf: levelIs("developing", "met", "leading"),
      requiredErrorText: missingWords({ field: "how", why: "empty" }),
      ...within("how", bounds.how, "{na} notempty"),
    },
  ];
}

function evidenceElement(evidence: Questions["evidence"], { today }: FormDays, have: readonly Have[]): Json {
  if ("nothing" in evidence) return { type: "note", name: "nothingToShow", title: evidence.title, body: evidence.nothing };
  const is = (...ways: string[]) => `{panel.kind} anyof [${ways.map((each) => `'${each}'`).join(", ")}]`;
  const field = (name: string) => `evidence.0.${name}`;
  return {
    type: "paneldynamic",
    name: "evidence",
    title: evidence.title,
    description: evidence.hint,
    heading: true,
    help: evidence.help.words,
    helpTitle: evidence.help.title,
    maxPanelCount: mostEvidence,
    panelCount: 0,
    templateTitle: "Item {panelIndex}",
    confirmDelete: false,
    allowRemovePanel: false,
    panelAddText: partWords.add,
    enableIf: applies,
    requiredIf: levelIs("met", "leading"),
    requiredErrorText: missingWords({ field: "evidence", why: "empty" }),
    templateElements: [
      {
        type: "radiogroup",
        name: "kind",
        title: partWords.kind.title,
        choices: evidence.ways.map(({ value, label }) => ({ value, text: label })),
        isRequired: true,
        requiredErrorText: "Select how you will show us",
      },
      {
        type: "file",
        name: "file",
        title: partWords.file.title,
        description: partWords.file.hint,
        visibleIf: is("file"),
        have,
        storeDataAsText: false,
        waitForUpload: true,
        allowMultiple: false,
        maxSize: mostBytes,
        acceptedTypes: acceptedFiles,
        ...required(field("file")),
      },
      {
        type: "text",
        name: "link",
        inputType: "url",
        title: partWords.link.title,
        description: partWords.link.hint,
        visibleIf: is("link"),
        ...required(field("link")),
        validators: [{ type: "expression", expression: "isWebAddress()", text: missingWords({ field: field("link"), why: "not_an_address" }) }],
      },
      {
        type: "comment",
        name: "words",
        title: partWords.words.title,
        description: partWords.words.hint,
        rows: 4,
        visibleIf: is("words"),
        ...required(field("words")),
        ...within(field("words"), bounds.evidenceWords),
      },
      ...(evidence.awards.length > 0
        ? [
            {
              type: "radiogroup",
              name: "award",
              title: partWords.award.title,
              description: partWords.award.hint,
              visibleIf: is("award"),
              choices: evidence.awards.map(({ id, label }) => ({ value: id, text: label })),
              ...required(field("award")),
            },
          ]
        : []),
      { type: "text", name: "title", title: partWords.title.title, description: partWords.title.hint, visibleIf: "{panel.kind} notempty", ...required(field("title")) },
      {
        type: "text",
        name: "date",
        inputType: "date",
        title: partWords.date.title,
        visibleIf: is("file", "link"),
        max: today,
        maxErrorText: missingWords({ field: field("date"), why: "in_the_future" }),
        validators: [aDay(field("date"))],
      },
      {
        type: "checkbox",
        name: "clean",
        title: partWords.clean.title,
        visibleIf: is("file"),
        choices: [{ value: "yes", text: partWords.clean.tick }],
        isRequired: true,
        requiredErrorText: missingWords({ field: field("clean"), why: "not_clean" }),
      },
    ],
  };
}

function planElement(plan: Questions["plan"], { today, lastPlanDay }: FormDays): Json {
  const asked = (field: string) => (plan.asked ? required(field) : {});
  return {
    type: "panel",
    name: "plan",
    title: plan.title,
    description: plan.hint,
    visibleIf: levelIs("not-yet", "developing"),
    elements: [
      { type: "comment", name: "planWhat", title: partWords.planWhat.title, rows: 4, ...asked("plan.what"), ...within("plan.what", bounds.planWhat) },
      { type: "text", name: "planWho", title: partWords.planWho.title, description: partWords.planWho.hint, ...asked("plan.who") },
      {
        type: "text",
        name: "planWhen",
        inputType: "date",
        title: partWords.planWhen.title,
        description: partWords.planWhen.hint,
        min: today,
        max: lastPlanDay,
        minErrorText: missingWords({ field: "plan.when", why: "passed" }),
        maxErrorText: missingWords({ field: "plan.when", why: "too_far" }),
        ...asked("plan.when"),
        validators: [aDay("plan.when")],
      },
      { type: "comment", name: "planHelp", title: partWords.planHelp.title, rows: 3 },
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

const required = (field: string) => ({ isRequired: true, requiredErrorText: missingWords({ field, why: "empty" }) });
const aDay = (field: string) => ({ type: "expression", expression: "isDay()", text: missingWords({ field, why: "not_a_date" }) });

/** Too short and too long each have their own sentence. Blank is for `required` to say. */
function within(field: string, { least, most }: Bounds, unless?: string): Json {
  const rule = (expression: string) => (unless ? `${unless} or ${expression}` : expression);
  return {
    most,
    validators: [
      { type: "expression", expression: rule(`ownLength() = 0 or ownLength() >= ${least}`), text: missingWords({ field, why: "too_short" }) },
      { type: "expression", expression: rule(`ownLength() <= ${most}`), text: missingWords({ field, why: "too_long" }) },
    ],
  };
}
