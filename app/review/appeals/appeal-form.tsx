import { levelWords } from "~/assessments/answer";
import { askingWords } from "~/assessments/asking/words/asking-words";
import { useWords } from "~/platform/language";
import { OwnText } from "~/standards/own-text";
import { Button, ButtonGroup } from "~/ui/button";
import { Checkboxes } from "~/ui/choices";
import { Details } from "~/ui/details";
import { type FieldErrors, Form } from "~/ui/form";
import { TextArea } from "~/ui/text-field";
import { type AppealContent, type Ground, grounds, ratingGrounds } from "./appeal";
import type { OwnAppeal } from "./own-appeal";
import { appealWords } from "./words/appeal-words";

type AppealFormProps = { view: Pick<OwnAppeal, "criteria" | "standard">; content: AppealContent; errors: FieldErrors };

/** Each ground with room for words and the points it is about. What is left empty is no ground of theirs. */
export function AppealForm({ view, content, errors }: AppealFormProps) {
  const { t } = useWords(appealWords);
  return (
    <Form>
      <h2 className="govuk-heading-m">{t("page.which")}</h2>
      {grounds.map((ground) => (
        <OneGround key={ground} ground={ground} view={view} content={content} errors={errors} />
      ))}
      <p>{t("page.send_once")}</p>
      <ButtonGroup>
        <Button name="move" value="send">
          {t("page.send")}
        </Button>
        <Button tone="secondary" name="move" value="save">
          {t("page.save")}
        </Button>
      </ButtonGroup>
    </Form>
  );
}

function OneGround({ ground, view: { criteria, standard }, content, errors }: AppealFormProps & { ground: Ground }) {
  const { t, language } = useWords(appealWords);
  const asked = askingWords(language);
  const written = content.grounds.find((each) => each.ground === ground);
  const field = `criteria-${ground}`;
  return (
    <section aria-labelledby={`ground-${ground}`}>
      <h3 className="govuk-heading-s" id={`ground-${ground}`}>
        {t(`ground.${ground}`)}
      </h3>
      <TextArea
        name={`words-${ground}`}
        label={`${t("page.words")}: ${t(`ground.${ground}`)}`}
        help={<p className="govuk-hint">{t(`hint.${ground}`)}</p>}
        hint={t("page.words_hint")}
        rows={4}
        value={written?.words ?? ""}
        error={errors[`words-${ground}`]}
      />
      <Details summary={t(ratingGrounds.includes(ground) ? "page.criteria" : "page.criteria_optional")} open={(written?.criteria.length ?? 0) > 0 || field in errors}>
        <Checkboxes
          name={field}
          label={t(`ground.${ground}`)}
          hint={t("page.criteria_hint")}
          small
          choices={criteria.map(({ id, title, level }) => ({
            value: id,
            label: (
              <>
                {id} <OwnText textIn={standard.textIn}>{title}</OwnText>. {asked(`level.${levelWords[level]}`)}
              </>
            ),
          }))}
          values={written?.criteria ?? []}
          error={errors[field]}
        />
      </Details>
    </section>
  );
}
