import { paths } from "~/platform/paths";
import { BackLink } from "~/ui/back-link";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { type FieldErrors, Form } from "~/ui/form";
import { Prose } from "~/ui/layout";
import { SelectField } from "~/ui/select-field";
import { TextArea } from "~/ui/text-field";

type Props = {
  standardKey: string;
  version: string;
  title: string;
  open: boolean;
  criteria: readonly { id: string; title: string }[];
  /** Whose name the comment will carry. */
  name: string;
  about: string;
  words: string;
  errors: FieldErrors;
};

/** Where somebody signed in says what they think of a version in consultation. */
export const CommentPage = ({ standardKey, version, title, open, criteria, name, about, words, errors }: Props) => (
  <Prose>
    <BackLink href={paths.consultation(standardKey, version)}>{`${title} ${version}, in consultation`}</BackLink>
    <ErrorSummary errors={errors} />
    <h1 className="govuk-heading-l">
      Comment on {title} {version}
    </h1>
    {open ? (
      <Form>
        <p>Everybody can read it, with your name, {name}. It stays, and cannot be changed afterwards. Leave out anything that is private, yours or anybody else’s.</p>
        <SelectField name="about" label="What it is about" empty="The whole" options={criteria.map(({ id, title }) => ({ value: id, label: `${id} ${title}` }))} value={about} />
        <TextArea name="words" label="What you would like to say" hint="Up to 4,000 characters." value={words} error={errors.words} />
        <Button>Say it in public</Button>
      </Form>
    ) : (
      <p id="words">This consultation is not open, so nothing can be added. What was said stays to be read.</p>
    )}
  </Prose>
);
