import { paths } from "~/platform/paths";
import { Button } from "~/ui/button";
import { type FieldErrors, Form } from "~/ui/form";
import { SelectField } from "~/ui/select-field";
import { TextArea } from "~/ui/text-field";

export type LearntTyped = { year: string; words: string };

/** For moderators: what was learnt from the appeals of a year, for everybody to read. */
export const LearntForm = ({ years, typed, errors }: { years: readonly number[]; typed: LearntTyped; errors: FieldErrors }) => (
  <Form>
    <h2 className="govuk-heading-m">What we learnt from a year’s appeals</h2>
    <p className="govuk-body">
      It is published on <a href={paths.learnt}>a page for everybody</a>, with how many appeals there were and what became of them. Once a year that is over is enough; written
      anew, the newer stands.
    </p>
    <SelectField
      name="year"
      label="Year"
      empty="Choose a year"
      value={typed.year}
      error={errors.year}
      options={years.map((year) => ({ value: String(year), label: String(year) }))}
    />
    <TextArea
      name="words"
      label="What was learnt, and what we do differently since"
      hint="Name no person and no group, and nothing by which somebody could tell who it was."
      rows={6}
      value={typed.words}
      error={errors.words}
    />
    <Button tone="secondary">Publish</Button>
  </Form>
);
