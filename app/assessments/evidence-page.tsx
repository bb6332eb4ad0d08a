import type { Criterion } from "#standards/format";
import { acceptedFiles, sizeWords } from "~/evidence/file-kinds";
import { paths } from "~/platform/paths";
import { Button, ButtonGroup, LinkButton } from "~/ui/button";
import { Checkbox, Radios } from "~/ui/choices";
import { DateField } from "~/ui/date-field";
import { FileField } from "~/ui/file-field";
import { type FieldErrors, Form } from "~/ui/form";
import { SelectField } from "~/ui/select-field";
import { TextArea, TextField } from "~/ui/text-field";
import { HelpBox } from "./answer-fields";
import { EvidenceList } from "./evidence-list";
import type { TypedEvidence } from "./evidence-typed";
import { mostEvidence } from "./limits";
import { type HeldAward, partWords, questionsOf } from "./questions";
import type { ShownQuestion } from "./shown-question";
import type { Have } from "./survey/from-survey";

/** What is shown for one question so far, each with a way to take it off. */
export const ShownSoFar = ({ question }: { question: ShownQuestion }) => {
  const items = question.answer.evidence ?? [];
  if (items.length === 0) return <p>You have not added anything yet.</p>;
  const remove = (place: number) => (
    <Form>
      <input type="hidden" name="version" value={question.version} />
      <input type="hidden" name="place" value={place} />
      <Button tone="secondary" small name="move" value="remove">
        {`Remove ${items[place]?.title ?? "this"}`}
      </Button>
    </Form>
  );
  return <EvidenceList items={items} files={question.files} actions={remove} />;
};

export type AddEvidenceProps = {
  criterion: Criterion;
  typed: TypedEvidence /** A file kept while another field was wrong. */;
  stored: { name: string; bytes: number } | undefined;
  /** Files of the library. */
  have: readonly Have[];
  errors: FieldErrors;
  /** Awards of others that count for this question. */
  awards: readonly HeldAward[];
};

/** One thing to show. Every field is there at once; those of other ways of showing are left empty. */
export function AddEvidence({ criterion, typed, stored, have, awards, errors }: AddEvidenceProps) {
  const { evidence } = questionsOf(criterion, awards);
  if ("nothing" in evidence) return <p>{evidence.nothing}</p>;
  const has = (way: string) => evidence.ways.some(({ value }) => value === way);
  return (
    <>
      <HelpBox help={evidence.help} />
      <p>{evidence.hint}</p>
      <Form multipart>
        <input type="hidden" name="stored" value={typed.stored} />
        <Radios name="kind" label={partWords.kind.title} choices={evidence.ways} value={typed.kind} error={errors.kind} />
        <TextField name="title" label={partWords.title.title} hint={partWords.title.hint} value={typed.title} error={errors.title} />
        <h3 className="govuk-heading-s">If it is a photo or file</h3>
        {stored && (
          <p>
            <strong>{stored.name}</strong> ({sizeWords(stored.bytes)}) is uploaded. Choose another only if you want to show that one instead.
          </p>
        )}
        <FileField name="file" label={partWords.file.title} hint={partWords.file.hint} accept={acceptedFiles} error={errors.file} />
        {have.length > 0 && (
          <SelectField
            name="have"
            label={partWords.have.title}
            hint={partWords.have.hint}
            options={have.map(({ id, name, bytes }) => ({ value: id, label: `${name} (${sizeWords(bytes)})` }))}
            empty={partWords.have.none}
            value={typed.have}
          />
        )}
        <Checkbox name="clean" label={partWords.clean.tick} checked={typed.clean !== ""} error={errors.clean} small />
        <h3 className="govuk-heading-s">If it is a web page</h3>
        <TextField name="link" type="url" label={partWords.link.title} hint={partWords.link.hint} value={typed.link} error={errors.link} />
        <h3 className="govuk-heading-s">If it is a file or a web page</h3>
        <DateField name="date" label={partWords.date.title} value={{ day: typed["date-day"], month: typed["date-month"], year: typed["date-year"] }} error={errors.date} />
        {has("words") && (
          <>
            <h3 className="govuk-heading-s">If it is numbers or words</h3>
            <TextArea name="words" label={partWords.words.title} hint={partWords.words.hint} rows={4} value={typed.words} error={errors.words} />
          </>
        )}
        {awards.length > 0 && (
          <>
            <h3 className="govuk-heading-s">If it is an award</h3>
            <Radios
              name="award"
              label={partWords.award.title}
              hint={partWords.award.hint}
              choices={awards.map(({ id, label }) => ({ value: id, label }))}
              value={typed.award}
              error={errors.award}
            />
          </>
        )}
        <Button name="move" value="add">
          Add this
        </Button>
      </Form>
    </>
  );
}

export function EvidenceBody({ question, ...add }: { question: ShownQuestion } & Omit<AddEvidenceProps, "criterion" | "have" | "awards">) {
  const full = (question.answer.evidence?.length ?? 0) >= mostEvidence;
  return (
    <>
      <h2 className="govuk-heading-m">What you show so far</h2>
      <ShownSoFar question={question} />
      <ButtonGroup>
        <LinkButton href={paths.criterion(question.assessmentId, question.criterion.id)} tone="secondary">
          Back to the question
        </LinkButton>
      </ButtonGroup>
      <h2 className="govuk-heading-m">{partWords.add}</h2>
      {full ? (
        <p>You show {mostEvidence} things, which is the most. Remove one to add another.</p>
      ) : (
        <AddEvidence criterion={question.criterion} have={question.have} awards={question.awards} {...add} />
      )}
    </>
  );
}
