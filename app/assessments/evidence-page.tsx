import { acceptedFiles, sizeWords } from "~/evidence/file-kinds";
import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { OwnText } from "~/standards/own-text";
import { Button, ButtonGroup, LinkButton } from "~/ui/button";
import { Checkbox, Radios } from "~/ui/choices";
import { DateField } from "~/ui/date-field";
import { FileField } from "~/ui/file-field";
import { type FieldErrors, Form } from "~/ui/form";
import { LanguageButtons } from "~/ui/language-buttons";
import { SelectField } from "~/ui/select-field";
import { Sentence } from "~/ui/sentence";
import { TextArea, TextField } from "~/ui/text-field";
import { LanguageSwitch, type LanguageSwitchProps } from "~/ui/work-bar";
import { HelpBox } from "./answer-fields";
import { askingWords } from "./asking/words/asking-words";
import { EvidenceList } from "./evidence-list";
import type { TypedEvidence } from "./evidence-typed";
import { mostEvidence } from "./limits";
import { type HeldAward, questionsOf } from "./questions";
import type { ShownCriterion } from "./shown-criterion";
import type { ShownQuestion } from "./shown-question";
import type { Have } from "./survey/from-survey";

/** What is shown for one question so far, each with a way to take it off. */
export function ShownSoFar({ question }: { question: ShownQuestion }) {
  const { t } = useWords(askingWords);
  const items = question.answer.evidence ?? [];
  if (items.length === 0) return <p>{t("evidence.none")}</p>;
  const removal = (title: string | undefined) => (title === undefined ? t("evidence.remove_unnamed") : t("evidence.remove", { title }));
  const remove = (place: number) => (
    <Form>
      <input type="hidden" name="version" value={question.version} />
      <input type="hidden" name="place" value={place} />
      <Button tone="secondary" small name="move" value="remove">
        {removal(items[place]?.title)}
      </Button>
    </Form>
  );
  return <EvidenceList items={items} files={question.files} actions={remove} />;
}

export type AddEvidenceProps = {
  criterion: ShownCriterion;
  typed: TypedEvidence /** A file kept while another field was wrong. */;
  stored: { name: string; bytes: number } | undefined;
  /** Files of the library. */
  have: readonly Have[];
  errors: FieldErrors;
  /** Awards of others that count for this question. */
  awards: readonly HeldAward[];
  /** Where another language is chosen while there is no form to fill in. */
  switching: LanguageSwitchProps;
};

/** One thing to show. Every field is there at once; those of other ways of showing are left empty. */
export function AddEvidence({ criterion, typed, stored, have, awards, errors, switching }: AddEvidenceProps) {
  const { t, language } = useWords(askingWords);
  const { evidence } = questionsOf(criterion, language, awards);
  const { textIn } = criterion;
  if ("nothing" in evidence)
    return (
      <>
        <p>
          <OwnText textIn={textIn}>{evidence.nothing}</OwnText>
        </p>
        <LanguageSwitch {...switching} />
      </>
    );
  const has = (way: string) => evidence.ways.some(({ value }) => value === way);
  return (
    <>
      <HelpBox help={evidence.help} textIn={textIn} />
      <p>{evidence.hint}</p>
      <Form multipart>
        <input type="hidden" name="stored" value={typed.stored} />
        <Radios name="kind" label={t("part.kind.title")} choices={evidence.ways} value={typed.kind} error={errors.kind} />
        <TextField name="title" label={t("part.title.title")} hint={t("part.title.hint")} value={typed.title} error={errors.title} />
        <h3 className="govuk-heading-s">{t("if_it_is.file")}</h3>
        {stored && (
          <p>
            <Sentence of={t("evidence.uploaded", { size: sizeWords(stored.bytes) })} parts={{ name: <strong>{stored.name}</strong> }} />
          </p>
        )}
        <FileField name="file" label={t("part.file.title")} hint={t("part.file.hint")} accept={acceptedFiles} error={errors.file} />
        {have.length > 0 && (
          <SelectField
            name="have"
            label={t("part.have.title")}
            hint={t("part.have.hint")}
            options={have.map(({ id, name, bytes }) => ({ value: id, label: t("evidence.file_of_size", { name, size: sizeWords(bytes) }) }))}
            empty={t("part.have.none")}
            value={typed.have}
          />
        )}
        <Checkbox name="clean" label={t("part.clean.tick")} checked={typed.clean !== ""} error={errors.clean} small />
        <h3 className="govuk-heading-s">{t("if_it_is.link")}</h3>
        <TextField name="link" type="url" label={t("part.link.title")} hint={t("part.link.hint")} value={typed.link} error={errors.link} />
        <h3 className="govuk-heading-s">{t("if_it_is.dated")}</h3>
        <DateField name="date" label={t("part.date.title")} value={{ day: typed["date-day"], month: typed["date-month"], year: typed["date-year"] }} error={errors.date} />
        {has("words") && (
          <>
            <h3 className="govuk-heading-s">{t("if_it_is.words")}</h3>
            <TextArea name="words" label={t("part.words.title")} hint={t("part.words.hint")} rows={4} value={typed.words} error={errors.words} />
          </>
        )}
        {awards.length > 0 && (
          <>
            <h3 className="govuk-heading-s">{t("if_it_is.award")}</h3>
            <Radios
              name="award"
              label={t("part.award.title")}
              hint={t("part.award.hint")}
              choices={awards.map(({ id, label }) => ({ value: id, label }))}
              value={typed.award}
              error={errors.award}
            />
          </>
        )}
        <ButtonGroup>
          <Button name="move" value="add">
            {t("evidence.add_this")}
          </Button>
          <LanguageButtons name="move" />
        </ButtonGroup>
      </Form>
    </>
  );
}

export function EvidenceBody({ question, ...add }: { question: ShownQuestion } & Omit<AddEvidenceProps, "criterion" | "have" | "awards">) {
  const { t } = useWords(askingWords);
  const full = (question.answer.evidence?.length ?? 0) >= mostEvidence;
  return (
    <>
      <h2 className="govuk-heading-m">{t("evidence.so_far")}</h2>
      <ShownSoFar question={question} />
      <ButtonGroup>
        <LinkButton href={paths.criterion(question.assessmentId, question.criterion.id)} tone="secondary">
          {t("question.back_to_it")}
        </LinkButton>
      </ButtonGroup>
      <h2 className="govuk-heading-m">{t("evidence.add")}</h2>
      {full ? <p>{t("evidence.full", { most: mostEvidence })}</p> : <AddEvidence criterion={question.criterion} have={question.have} awards={question.awards} {...add} />}
    </>
  );
}
