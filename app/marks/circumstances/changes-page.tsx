import type { Fact } from "#standards/facts-format";
import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { FactField } from "~/providers/fact-field";
import type { Typed } from "~/providers/typed-facts";
import { Button, ButtonGroup } from "~/ui/button";
import { Radios } from "~/ui/choices";
import { DateField } from "~/ui/date-field";
import { formatDay } from "~/ui/dates";
import { type FieldErrors, Form } from "~/ui/form";
import { LanguageButtons } from "~/ui/language-buttons";
import { TextArea, TextField } from "~/ui/text-field";
import { asksForEntry, type CircumstanceKind, circumstanceKinds, factsAskedWith } from "./circumstance";
import type { TypedChange } from "./circumstance-form";
import type { OwnChange } from "./own-changes.server";
import { circumstancesWords } from "./words/circumstances-words";

export type ChangesPageProps = {
  slug: string;
  holds: boolean;
  /** Whether a mark of theirs names what it covers: then what is new has to have a name. */
  namesActivities: boolean;
  done: boolean;
  kind: CircumstanceKind | undefined;
  /** What goes with this kind, and how it stands as they last said. */
  facts: Fact[];
  stated: Record<string, Typed>;
  told: OwnChange[];
  typed: TypedChange;
  errors: FieldErrors;
};

/** Where a group tells us what has changed: first which of ten things, then a day and a few words. */
export function ChangesPage(props: ChangesPageProps) {
  const { slug, holds, done, kind, told } = props;
  const { t, at, language } = useWords(circumstancesWords);
  if (!holds) return <p className="govuk-body-l">{t("no_mark")}</p>;
  return (
    <>
      {done && <p className="govuk-body-l">{t("told")}</p>}
      {kind ? <TellForm {...props} kind={kind} /> : <Which />}
      {kind && (
        <p>
          <a href={at(paths.changes(slug))}>{t("another")}</a>
        </p>
      )}
      {told.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{t("before")}</h2>
          <ul className="wm-tidy">
            {told.map((each) => (
              <li key={each.id}>
                {t("line", { what: each.kind === "check_in" ? t("check_in") : t(`kind.${each.kind}.label`), day: formatDay(each.toldOn, language) })}{" "}
                {t(each.lookedOn ? "looked" : "waits", { day: formatDay(each.lookedOn ?? each.lookBy, language) })}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Which() {
  const { t } = useWords(circumstancesWords);
  return (
    <Form method="get">
      <p className="govuk-body-l">{t("lead")}</p>
      <Radios
        name="kind"
        label={t("which")}
        heading="h2"
        size="m"
        choices={circumstanceKinds.map((value) => ({ value, label: t(`kind.${value}.label`), hint: t(`kind.${value}.hint`) }))}
      />
      <Button>{t("go_on")}</Button>
    </Form>
  );
}

function TellForm({ kind, facts, stated, typed, errors, namesActivities }: ChangesPageProps & { kind: CircumstanceKind }) {
  const { t } = useWords(circumstancesWords);
  const boxes = (name: string) => ({ day: typed.texts[`${name}-day`] ?? "", month: typed.texts[`${name}-month`] ?? "", year: typed.texts[`${name}-year`] ?? "" });
  return (
    <Form>
      <input type="hidden" name="kind" value={kind} />
      <h2 className="govuk-heading-m">{t(`kind.${kind}.label`)}</h2>
      <p>{t(`kind.${kind}.hint`)}.</p>
      <DateField name="happened" label={t("happened")} hint={t("happened_hint")} size="s" value={boxes("happened")} error={errors.happened} />
      {factsAskedWith(kind).includes("insurance_expiry") && (
        <DateField name="insurance" label={t("insurance_until")} hint={t("insurance_hint")} size="s" value={boxes("insurance")} error={errors.insurance} />
      )}
      {facts.length > 0 && <h3 className="govuk-heading-s">{t("facts")}</h3>}
      {facts.map((fact) => (
        <FactField key={fact.key} fact={fact} typed={typed.facts[fact.key] ?? stated[fact.key] ?? ""} error={errors[fact.key]} />
      ))}
      {kind === "new_site_or_activity" && namesActivities && (
        <TextField name="activity" label={t("activity")} hint={t("activity_hint")} size="s" value={typed.texts.activity} error={errors.activity} />
      )}
      {asksForEntry(kind) && <TextField name="lost_entry" label={t("lost_entry")} hint={t("lost_entry_hint")} size="s" value={typed.texts.lost_entry} error={errors.lost_entry} />}
      <TextArea name="words" label={t("words")} hint={t("words_hint")} size="s" rows={5} value={typed.texts.words} error={errors.words} />
      <ButtonGroup>
        <Button>{t("send")}</Button>
        <LanguageButtons name="language" />
      </ButtonGroup>
    </Form>
  );
}
