import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { OwnText } from "~/standards/own-text";
import { Button, ButtonGroup } from "~/ui/button";
import { Radios } from "~/ui/choices";
import { DateField } from "~/ui/date-field";
import { formatDay } from "~/ui/dates";
import { type FieldErrors, Form } from "~/ui/form";
import { LanguageButtons } from "~/ui/language-buttons";
import { TextArea } from "~/ui/text-field";
import type { TypedCheckIn } from "./check-in-form";
import type { OwnCheckIn } from "./own-check-in.server";
import { checkInWords } from "./words/check-in-words";

type CheckInPageProps = { view: OwnCheckIn; slug: string; typed: TypedCheckIn; errors: FieldErrors };

/** The yearly check-in, for two volunteers with a phone: a few choices, one date and three lines. */
export function CheckInPage({ view, slug, typed, errors }: CheckInPageProps) {
  const { t, at, language } = useWords(checkInWords);
  const { state, opens, last, sent } = view;
  const day = (which: string) => formatDay(which, language);
  if (sent)
    return (
      <>
        <p className="govuk-body-l">{t("sent", { day: day(sent.on) })}</p>
        {sent.notTrue.length > 0 && <p>{t("sent_not_true", { criteria: sent.notTrue.join(", ") })}</p>}
        {!sent.factsRight && (
          <p>
            {t("sent_facts")} <a href={at(paths.organisationFacts(slug))}>{t("to_facts")}</a>
          </p>
        )}
      </>
    );
  if (state === "not_yet") return <p className="govuk-body-l">{t("not_yet", { opens: day(opens), day: day(last) })}</p>;
  if (state === "over") return <p className="govuk-body-l">{t("over")}</p>;
  return (
    <>
      <p className="govuk-body-l">{t(state === "late" ? "late" : "lead", { day: day(last) })}</p>
      <CheckInForm view={view} slug={slug} typed={typed} errors={errors} />
    </>
  );
}

function CheckInForm({ view: { mustHaves, standard, textIn, insuredUntil }, slug, typed, errors }: CheckInPageProps) {
  const { t, at } = useWords(checkInWords);
  const asked = at(paths.standardVersion(standard.key, standard.version));
  const [year = "", month = "", date = ""] = insuredUntil?.split("-") ?? [];
  const insurance = { day: typed["insurance-day"] ?? date, month: typed["insurance-month"] ?? month, year: typed["insurance-year"] ?? year };
  return (
    <Form>
      <Radios
        name="facts"
        label={t("facts.label")}
        heading="h2"
        size="m"
        help={
          <p>
            <a href={at(paths.organisationFacts(slug))}>{t("facts.look")}</a>
          </p>
        }
        choices={(["yes", "no"] as const).map((value) => ({ value, label: t(`facts.${value}`) }))}
        value={typed.facts}
        error={errors.facts}
      />
      <DateField name="insurance" label={t("insurance.label")} size="m" hint={t("insurance.hint")} value={insurance} error={errors.insurance} />
      <h2 className="govuk-heading-m">{t("must_haves.heading")}</h2>
      <p>{t("must_haves.lead")}</p>
      {mustHaves.map(({ id, title }) => (
        <Radios
          key={id}
          name={`still-${id}`}
          label={
            <>
              {id} <OwnText textIn={textIn}>{title}</OwnText>
            </>
          }
          size="s"
          help={
            <p>
              <a href={`${asked}#${id}`}>
                {id}: {t("must_haves.asks")}
              </a>
            </p>
          }
          choices={(["yes", "no"] as const).map((value) => ({ value, label: t(`must_haves.${value}`) }))}
          value={typed[`still-${id}`]}
          error={errors[`still-${id}`]}
          inline
        />
      ))}
      <TextArea name="words" label={t("words.label")} hint={t("words.hint")} size="s" rows={3} value={typed.words} error={errors.words} optional />
      <TextArea name="plan" label={t("plan.label")} hint={t("plan.hint")} size="s" rows={3} value={typed.plan} error={errors.plan} optional />
      <TextArea name="changes" label={t("changes.label")} hint={t("changes.hint")} size="s" rows={3} value={typed.changes} error={errors.changes} optional />
      <ButtonGroup>
        <Button>{t("send")}</Button>
        <LanguageButtons name="language" />
      </ButtonGroup>
    </Form>
  );
}
