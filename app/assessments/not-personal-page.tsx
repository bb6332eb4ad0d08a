import { listed } from "~/evidence/finding-words";
import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import type { Language } from "~/platform/words";
import { OwnText } from "~/standards/own-text";
import { BackLink } from "~/ui/back-link";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { type FieldErrors, Form } from "~/ui/form";
import { Box, Prose } from "~/ui/layout";
import { Sentence } from "~/ui/sentence";
import { TextArea } from "~/ui/text-field";
import { askingWords } from "./asking/words/asking-words";
import { fieldWords } from "./not-personal";
import type { AnsweredDoubt } from "./not-personal.server";

export type NotPersonalPageProps = {
  id: string;
  standard: { title: string; textIn: Language };
  doubts: readonly AnsweredDoubt[];
  typed: Record<string, string>;
  errors: FieldErrors;
};

/** What a form calls a doubt. */
export const doubtName = ({ criterion, field }: { criterion: string; field: string }) => `${criterion}-${field}`.replace(/[^A-Za-z0-9]+/g, "-");

/** Every part of the answers that cannot be sent because of its words, each with the way to change it and, where that may be said, room to say that it is about nobody. */
export function NotPersonalPage({ id, standard, doubts, typed, errors }: NotPersonalPageProps) {
  const { t } = useWords(askingWords);
  return (
    <Prose>
      <BackLink href={paths.check(id)}>{t("warnings.back")}</BackLink>
      <ErrorSummary errors={errors} />
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">
          <OwnText textIn={standard.textIn}>{standard.title}</OwnText>
        </span>{" "}
        {t("not_personal.title")}
      </h1>
      <p>{t(doubts.length === 0 ? "not_personal.nothing" : "not_personal.lead")}</p>
      {doubts.map((doubt) => (
        <OneDoubt key={doubtName(doubt)} id={id} textIn={standard.textIn} doubt={doubt} typed={typed[doubtName(doubt)]} error={errors[doubtName(doubt)]} />
      ))}
    </Prose>
  );
}

type OneProps = { id: string; textIn: Language; doubt: AnsweredDoubt; typed: string | undefined; error: string | undefined };

function OneDoubt({ id, textIn, doubt, typed, error }: OneProps) {
  const { t, language } = useWords(askingWords);
  const { criterion, title, field, version, words, findings, mayBeSaid, reason } = doubt;
  const name = doubtName(doubt);
  const change = (inside: string) => (
    <a href={paths.criterion(id, criterion)}>
      {inside}
      <span className="govuk-visually-hidden"> {criterion}</span>
    </a>
  );
  return (
    <section aria-labelledby={`${name}-title`}>
      <h2 id={`${name}-title`}>
        <OwnText textIn={textIn}>{title}</OwnText>: {fieldWords(field, language)}
      </h2>
      <Box tone="quote">
        <p>{words}</p>
      </Box>
      <p>
        <Sentence of={t("not_personal.found", { what: listed(findings, language) })} parts={{ change }} />
      </p>
      {reason !== "" && <p>{t("not_personal.said", { reason })}</p>}
      {mayBeSaid ? (
        <Form>
          <input type="hidden" name="criterion" value={criterion} />
          <input type="hidden" name="field" value={field} />
          <input type="hidden" name="version" value={String(version)} />
          <TextArea name="reason" id={name} label={t("not_personal.why")} hint={t("not_personal.why_hint")} size="s" rows={2} value={typed ?? reason} error={error} />
          <Button tone="secondary">{t("not_personal.button")}</Button>
        </Form>
      ) : (
        <p>{t("not_personal.never")}</p>
      )}
    </section>
  );
}
