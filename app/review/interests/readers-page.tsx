import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { BackLink } from "~/ui/back-link";
import { Button } from "~/ui/button";
import { Checkboxes } from "~/ui/choices";
import { dayOfMoment, formatDay } from "~/ui/dates";
import { Definition, Definitions } from "~/ui/definition";
import { ErrorSummary } from "~/ui/error-summary";
import { type FieldErrors, Form } from "~/ui/form";
import { Box } from "~/ui/layout";
import { TextArea } from "~/ui/text-field";
import { together } from "./looked-at";
import type { ReadersTo } from "./readers-to.server";
import { interestsWords } from "./words/interests-words";

export type TypedObjection = { about: string[]; reason: string };
type ReadersPageProps = ReadersTo & { typed: TypedObjection; errors: FieldErrors };

/** Where a provider sees who reads what it sent, and may object once. */
export function ReadersPage({ id, readers, mayObject, over, objection, typed, errors }: ReadersPageProps) {
  const { t } = useWords(interestsWords);
  return (
    <div className="wm-prose">
      <BackLink href={paths.sent(id)}>{t("readers.back")}</BackLink>
      <ErrorSummary errors={errors} />
      <h1 className="govuk-heading-l">{t("readers.title")}</h1>
      {readers.length === 0 ? (
        <p>{t("readers.none")}</p>
      ) : (
        <>
          <p>{t("readers.what")}</p>
          <Definitions>
            {readers.map(({ part, name, whole }) => (
              <Definition term={name} key={part}>
                {t(whole ? "readers.everything" : "readers.must_haves")}
              </Definition>
            ))}
          </Definitions>
        </>
      )}
      {objection && <Objection objection={objection} />}
      {mayObject && <ObjectForm readers={readers} typed={typed} errors={errors} />}
      {!mayObject && !objection && readers.length > 0 && <p>{t(over ? "readers.over" : "readers.admins_send")}</p>}
    </div>
  );
}

function Objection({ objection: { state, names, at, reason, answer } }: { objection: NonNullable<ReadersTo["objection"]> }) {
  const { t, language } = useWords(interestsWords);
  const day = (moment: string) => formatDay(dayOfMoment(moment), language);
  return (
    <>
      <h2 className="govuk-heading-m">{t("readers.yours")}</h2>
      <p>{t("readers.sent", { names: together(names, language), day: day(at) })}</p>
      <Box tone="quote">{reason}</Box>
      {answer ? (
        <>
          <p>{t(state === "upheld" ? "readers.upheld" : "readers.not_upheld", { day: day(answer.at) })}</p>
          <Box tone="quote">{answer.reason}</Box>
        </>
      ) : (
        <p>{t("readers.waits")}</p>
      )}
    </>
  );
}

function ObjectForm({ readers, typed, errors }: Pick<ReadersPageProps, "readers" | "typed" | "errors">) {
  const { t } = useWords(interestsWords);
  return (
    <>
      <h2 className="govuk-heading-m">{t("readers.object")}</h2>
      <p>{t("readers.once")}</p>
      <Form>
        <Checkboxes name="about" label={t("readers.whom")} choices={readers.map(({ part, name }) => ({ value: part, label: name }))} values={typed.about} error={errors.about} />
        <TextArea name="reason" label={t("readers.why")} hint={t("readers.why_hint")} rows={4} value={typed.reason} error={errors.reason} />
        <Button tone="secondary">{t("readers.send")}</Button>
      </Form>
    </>
  );
}

/** The way there, from what was sent. */
export const ReadersLink = ({ id }: { id: string }) => {
  const { t } = useWords(interestsWords);
  return (
    <p>
      <a href={paths.readers(id)}>{t("readers.link")}</a>
    </p>
  );
};
