import type { ReactNode } from "react";
import { useWords } from "~/platform/language";
import type { Language } from "~/platform/words";
import { OwnText } from "~/standards/own-text";
import { Checkbox, Radios } from "~/ui/choices";
import { DateField } from "~/ui/date-field";
import type { FieldErrors } from "~/ui/form";
import { TextArea, TextField } from "~/ui/text-field";
import type { TypedAnswer } from "./answer-form";
import { askingWords } from "./asking/words/asking-words";
import { LevelDescriptor } from "./level-descriptor";
import { type Help, questionsOf } from "./questions";
import type { ShownCriterion } from "./shown-criterion";

export type AnswerFieldsProps = { criterion: ShownCriterion; typed: TypedAnswer; errors: FieldErrors /** What stands where evidence is shown. */; evidence: ReactNode };

/** The plain form's fields, in the words of the form in the browser. Everything is there at once: nothing hides or greys itself without a script. */
export function AnswerFields({ criterion, typed, errors, evidence }: AnswerFieldsProps) {
  const { t, language } = useWords(askingWords);
  const { na, level, how, plan, note } = questionsOf(criterion, language);
  const { textIn } = criterion;
  const when = { day: typed["plan-when-day"], month: typed["plan-when-month"], year: typed["plan-when-year"] };
  return (
    <>
      {na && (
        <div className="wm-part">
          <h2 className="govuk-heading-m">{na.title}</h2>
          <Checkbox name="na" label={na.tick} hint={na.hint} checked={typed.na !== ""} />
          <Radios
            name="na-reason"
            label={na.reason}
            hint={t("na.reason_hint")}
            choices={na.reasons.map(({ value, label }) => ({ value, label: <OwnText textIn={textIn}>{label}</OwnText> }))}
            value={typed["na-reason"]}
            error={errors["na-reason"]}
          />
          <TextArea name="na-words" label={na.words} hint={na.wordsHint} rows={3} value={typed["na-words"]} error={errors["na-words"]} />
        </div>
      )}
      <div className="wm-part wm-level wm-choice">
        <Radios
          name="level"
          label={level.title}
          heading="h2"
          size="m"
          choices={level.choices.map((choice) => ({ value: choice.value, label: choice.label, hint: <LevelDescriptor choice={choice} textIn={textIn} /> }))}
          value={typed.level}
          error={errors.level}
        />
      </div>
      <div className="wm-part">
        <TextArea
          name="how"
          label={<OwnText textIn={textIn}>{how.title}</OwnText>}
          heading="h2"
          size="m"
          help={<HelpBox help={how.help} textIn={textIn} />}
          hint={how.hint}
          rows={8}
          value={typed.how}
          error={errors.how}
        />
      </div>
      {evidence}
      <div className="wm-part">
        <h2 className="govuk-heading-m">{plan.title}</h2>
        <p className="govuk-hint">
          {t("plan.fill_in")} {plan.hint}
        </p>
        <TextArea name="plan-what" label={t("plan.what")} rows={4} value={typed["plan-what"]} error={errors["plan-what"]} />
        <TextField name="plan-who" label={t("plan.who")} hint={t("plan.who_hint")} value={typed["plan-who"]} error={errors["plan-who"]} />
        <DateField name="plan-when" label={t("plan.when")} hint={t("plan.when_hint")} value={when} error={errors["plan-when"]} />
        <TextArea name="plan-help" label={t("plan.help")} rows={3} value={typed["plan-help"]} error={errors["plan-help"]} />
      </div>
      <div className="wm-part wm-private">
        <TextArea name="private-note" label={note.title} heading="h2" size="m" hint={note.hint} rows={3} value={typed["private-note"]} error={errors["private-note"]} />
      </div>
    </>
  );
}

export const HelpBox = ({ help, textIn }: { help: Help; textIn: Language | undefined }) => (
  <div className="govuk-inset-text">
    <strong>{help.title}</strong>
    <br />
    <OwnText textIn={textIn}>{help.words}</OwnText>
  </div>
);
