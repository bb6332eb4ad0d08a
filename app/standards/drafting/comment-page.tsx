import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import type { Language } from "~/platform/words";
import { BackLink } from "~/ui/back-link";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { type FieldErrors, Form } from "~/ui/form";
import { Prose } from "~/ui/layout";
import { SelectField } from "~/ui/select-field";
import { Sentence } from "~/ui/sentence";
import { TextArea } from "~/ui/text-field";
import { OwnText } from "../own-text";
import { langWithin } from "../translation/lang-within";
import { standardsWords } from "../words/standards-words";

type Props = {
  standardKey: string;
  version: string;
  title: string;
  titleIn: Language;
  open: boolean;
  criteria: readonly { id: string; title: string; textIn: Language }[];
  /** Whose name the comment will carry. */
  name: string;
  about: string;
  words: string;
  errors: FieldErrors;
};

/** Where somebody signed in says what they think of a version in consultation. */
export function CommentPage({ standardKey, version, title, titleIn, open, criteria, name, about, words, errors }: Props) {
  const { t, at, language } = useWords(standardsWords);
  const options = criteria.map(({ id, title, textIn }) => ({ value: id, label: `${id} ${title}`, lang: langWithin(textIn, language) }));
  return (
    <Prose>
      <BackLink href={at(paths.consultation(standardKey, version))}>{t("consultation.tab", { title, version })}</BackLink>
      <ErrorSummary errors={errors} />
      <h1 className="govuk-heading-l">
        <Sentence of={t("comment.title", { version })} parts={{ title: <OwnText textIn={titleIn}>{title}</OwnText> }} />
      </h1>
      {open ? (
        <Form>
          <p>{t("comment.public", { name })}</p>
          <SelectField name="about" label={t("comment.about")} empty={t("comment.whole")} options={options} value={about} />
          <TextArea name="words" label={t("comment.words")} hint={t("comment.hint")} value={words} error={errors.words} />
          <Button>{t("comment.send")}</Button>
        </Form>
      ) : (
        <p id="words">{t("comment.not_open")}</p>
      )}
    </Prose>
  );
}
