import { useWords } from "~/platform/language";
import { OwnText } from "~/standards/own-text";
import { Button, ButtonGroup } from "~/ui/button";
import { type FieldErrors, Form } from "~/ui/form";
import { LanguageButtons } from "~/ui/language-buttons";
import { plainFormId } from "./answer-editor";
import { AnswerFields, HelpBox } from "./answer-fields";
import type { TypedAnswer } from "./answer-form";
import { askingWords } from "./asking/words/asking-words";
import { EvidenceList } from "./evidence-list";
import { lately } from "./presence-words";
import { questionsOf } from "./questions";
import type { ShownQuestion } from "./shown-question";

export type PlainFormProps = {
  question: ShownQuestion;
  personId: string /** Who else of the group had it open just now. */;
  others: readonly string[];
  typed: TypedAnswer;
  errors: FieldErrors;
  version: number /** Told already what looks like personal details. */;
  warned: boolean;
};

/** The form that needs no script: saved by its buttons. Evidence has a page of its own. */
export function PlainForm({ question, personId, others, typed, errors, version, warned }: PlainFormProps) {
  const { criterion, answer, files } = question;
  const { t, language } = useWords(askingWords);
  const { evidence } = questionsOf(criterion, language);
  const shown = answer.evidence ?? [];
  return (
    <Form id={plainFormId}>
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="as" value={personId} />
      {warned && <input type="hidden" name="warned" value="yes" />}
      <AnswerFields
        criterion={criterion}
        typed={typed}
        errors={errors}
        evidence={
          <div className="wm-part" id="evidence" tabIndex={-1}>
            <h2 className="govuk-heading-m">{evidence.title}</h2>
            {"nothing" in evidence ? (
              <p>
                <OwnText textIn={criterion.textIn}>{evidence.nothing}</OwnText>
              </p>
            ) : (
              <>
                <HelpBox help={evidence.help} textIn={criterion.textIn} />
                <p className="govuk-hint">{evidence.hint}</p>
                {errors.evidence && <p className="govuk-error-message">{errors.evidence}</p>}
                {shown.length > 0 ? <EvidenceList items={shown} files={files} /> : <p>{t("evidence.none")}</p>}
                <Button tone="secondary" name="then" value="evidence">
                  {t(shown.length > 0 ? "form.save_then_change" : "form.save_then_add")}
                </Button>
              </>
            )}
          </div>
        }
      />
      {others.length > 0 && (
        <p className="wm-here">
          {lately(others, language)} {t("form.second")}
        </p>
      )}
      <p className="wm-saved">{t("form.by_button")}</p>
      <ButtonGroup>
        <Button name="then" value="continue">
          {t("form.continue")}
        </Button>
        <Button tone="secondary" name="then" value="later">
          {t("form.later")}
        </Button>
        <Button tone="link" name="then" value="talk">
          {t("form.talk")}
        </Button>
        <LanguageButtons name="then" />
      </ButtonGroup>
    </Form>
  );
}
