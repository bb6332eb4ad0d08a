import {
  FunctionFactory,
  Model,
  type Question,
  QuestionFactory,
  QuestionNonValue,
  QuestionSelectBase,
  Serializer,
  type SurveyModel,
  SvgRegistry,
  settings,
  surveyLocalization,
} from "survey-core";
import "survey-core/i18n/welsh";
import { fileRefusalWords } from "~/evidence/file-kinds";
import { languages } from "~/platform/words";
import { isDay } from "~/ui/dates";
import { askingWords } from "../asking/words/asking-words";
import { isWebAddress, lengthOf } from "../limits";

/** Plain text beside the questions. The library's own `html` type cleans nothing. */
class NoteModel extends QuestionNonValue {
  getType() {
    return "note";
  }
}

settings.animationEnabled = false; // animations write inline styles and hold the focus back
settings.titleTags = { survey: "h1", page: "h1", panel: "h2", question: "div" };
settings.showMaxLengthIndicator = false;
// What the library would say by itself of a form as ours are, in our words.
for (const language of languages) {
  const said: Record<string, string> = surveyLocalization.locales[language];
  Object.assign(said, { exceedMaxSize: fileRefusalWords("too_big", language), uploadingFile: askingWords(language)("upload.waiting") });
}
SvgRegistry.registerIcon("timercircle", "<svg viewBox='0 0 160 160'></svg>"); // the bundled one carries a style attribute
Serializer.addClass("note", [{ name: "body" }], () => new NoteModel(""), "nonvalue");
QuestionFactory.Instance.registerQuestion("note", (name) => new NoteModel(name));
Serializer.addProperties("question", [
  { name: "heading:boolean" },
  { name: "look" },
  { name: "help" },
  { name: "helpTitle" },
  { name: "most:number" },
  { name: "warning" },
  { name: "have", type: "value" },
  { name: "textIn" },
  { name: "ownTitle:boolean" },
  { name: "ownChoices:boolean" },
]);
Serializer.addProperties("choiceitem", [{ name: "lead" }, { name: "tests", type: "value" }, { name: "ours:boolean" }]);

/**
 * The checks of `limits.ts`, for use in a question's own validators. Each looks at the question itself: in an expression the library makes
 * numbers of words such as "007". What is empty is for `required` to say.
 */
type Checking = { question?: Question };
const check = (name: string, holds: (text: string, question: Question | undefined) => unknown) =>
  FunctionFactory.Instance.register(name, function (this: Checking) {
    return holds(typeof this.question?.value === "string" ? this.question.value : "", this.question);
  });
check("ownLength", (text) => lengthOf(text));
check("isWebAddress", (text) => text.trim() === "" || isWebAddress(text.trim()));
check("isDay", (text) => text === "" || isDay(text));
check("isListed", (text, question) => text === "" || (question instanceof QuestionSelectBase && question.choices.some((choice) => choice.value === text)));

/** A model of this definition, without the library's looks: it writes no styles and no icons. */
export function modelOf(definition: object): SurveyModel {
  const model = new Model(definition);
  model.generateStylesheet = false;
  model.needRenderIcons = false;
  model.fitToContainer = false;
  model.onGetTitleTagName.add((_, options) => {
    if ("parentQuestion" in options.element && options.element.parentQuestion) options.tagName = "h3";
  });
  model.css = { panel: { title: "govuk-heading-m", description: "govuk-hint", container: "" }, page: { root: "" }, root: "" };
  return model;
}
