import type { ReactNode } from "react";
import type { Criterion } from "#standards/format";
import { Checkbox, Radios } from "~/ui/choices";
import { DateField } from "~/ui/date-field";
import type { FieldErrors } from "~/ui/form";
import { TextArea, TextField } from "~/ui/text-field";
import type { TypedAnswer } from "./answer-form";
import { LevelDescriptor } from "./level-descriptor";
import { type Help, partWords, questionsOf } from "./questions";

export type AnswerFieldsProps = { criterion: Criterion; typed: TypedAnswer; errors: FieldErrors /** What stands where evidence is shown. */; evidence: ReactNode };

/** The plain form's fields, in the words of the form in the browser and of the paper. Everything is there at once: nothing hides or greys itself without a script. */
export function AnswerFields({ criterion, typed, errors, evidence }: AnswerFieldsProps) {
  const { na, level, how, plan, note } = questionsOf(criterion);
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
            hint="Only if you ticked the box."
            choices={na.reasons.map((reason) => ({ value: reason, label: reason }))}
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
          choices={level.choices.map((choice) => ({ value: choice.value, label: choice.label, hint: <LevelDescriptor choice={choice} /> }))}
          value={typed.level}
          error={errors.level}
        />
      </div>
      <div className="wm-part">
        <TextArea name="how" label={how.title} heading="h2" size="m" help={<HelpBox help={how.help} />} hint={how.hint} rows={8} value={typed.how} error={errors.how} />
      </div>
      {evidence}
      <div className="wm-part">
        <h2 className="govuk-heading-m">{plan.title}</h2>
        <p className="govuk-hint">Fill this in if you chose Not yet or Developing. {plan.hint}</p>
        <TextArea name="plan-what" label={partWords.planWhat.title} rows={4} value={typed["plan-what"]} error={errors["plan-what"]} />
        <TextField name="plan-who" label={partWords.planWho.title} hint={partWords.planWho.hint} value={typed["plan-who"]} error={errors["plan-who"]} />
        <DateField name="plan-when" label={partWords.planWhen.title} hint={partWords.planWhen.hint} value={when} error={errors["plan-when"]} />
        <TextArea name="plan-help" label={partWords.planHelp.title} rows={3} value={typed["plan-help"]} error={errors["plan-help"]} />
      </div>
      <div className="wm-part wm-private">
        <TextArea name="private-note" label={note.title} heading="h2" size="m" hint={note.hint} rows={3} value={typed["private-note"]} error={errors["private-note"]} />
      </div>
    </>
  );
}

export const HelpBox = ({ help }: { help: Help }) => (
  <div className="govuk-inset-text">
    <strong>{help.title}</strong>
    <br />
    {help.words}
  </div>
);
