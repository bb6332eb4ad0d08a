import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import type { Language } from "~/platform/words";
import { OwnText } from "~/standards/own-text";
import { BackLink } from "~/ui/back-link";
import { Button, ButtonGroup } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { type FieldErrors, Form } from "~/ui/form";
import { LanguageButtons } from "~/ui/language-buttons";
import { Sentence } from "~/ui/sentence";
import { TextArea } from "~/ui/text-field";
import { LanguageSwitch, type LanguageSwitchProps } from "~/ui/work-bar";
import { askingWords } from "./asking/words/asking-words";
import { warningWords } from "./plausibility-words";
import type { ShownWarning } from "./warnings.server";

export type WarningsPageProps = {
  id: string;
  standard: { title: string; textIn: Language };
  slug: string;
  warnings: readonly ShownWarning[];
  typed: Record<string, string>;
  errors: FieldErrors;
  switching: LanguageSwitchProps;
};

/** What does not seem to fit, each with room for a sentence about it. */
export function WarningsPage({ id, standard, slug, warnings, typed, errors, switching }: WarningsPageProps) {
  const { t, language } = useWords(askingWords);
  return (
    <div className="wm-prose">
      <BackLink href={paths.check(id)}>{t("warnings.back")}</BackLink>
      <ErrorSummary errors={errors} />
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">
          <OwnText textIn={standard.textIn}>{standard.title}</OwnText>
        </span>{" "}
        {t("warnings.title")}
      </h1>
      {warnings.length === 0 ? (
        <>
          <p>{t("warnings.none")}</p>
          <LanguageSwitch {...switching} />
        </>
      ) : (
        <>
          <p>
            <Sentence of={t("warnings.what")} parts={{ facts: (words) => <a href={paths.organisationFacts(slug)}>{words}</a> }} />
          </p>
          <Form>
            {warnings.map((warning) => (
              <TextArea
                key={warning.check}
                name={warning.check}
                label={warningWords(warning, language)}
                hint={t("warnings.hint")}
                size="s"
                rows={2}
                value={typed[warning.check] ?? warning.words}
                error={errors[warning.check]}
                optional
              />
            ))}
            <ButtonGroup>
              <Button>{t("warnings.save")}</Button>
              <LanguageButtons name="language" />
            </ButtonGroup>
          </Form>
        </>
      )}
    </div>
  );
}
