import type { ReactNode } from "react";
import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import type { Language } from "~/platform/words";
import { OwnText } from "~/standards/own-text";
import { Button } from "~/ui/button";
import { formatMoment } from "~/ui/dates";
import { Details } from "~/ui/details";
import { Form } from "~/ui/form";
import { Box } from "~/ui/layout";
import { Sentence } from "~/ui/sentence";
import { SummaryList } from "~/ui/summary-list";
import { askingWords } from "./asking/words/asking-words";
import { declaredIn } from "./declaration";

export type SentPageProps = {
  id: string;
  standard: { title: string; textIn: Language };
  sent: {
    at: string;
    by: string;
    role: string;
    organisation: string;
    version: string;
    questions: number;
    files: number;
    scope: readonly string[];
    statements: readonly string[];
    sha256: string;
  };
  /** Undefined when it was taken back. */
  next: "waiting" | "checking" | "deferred" | "decided" | "taken_back";
  maySubmit: boolean;
  /** Whose turn it is, and until when. */
  turn?: ReactNode;
};

/** What became of it: who sent it when, what happens next and how long that takes, and how to take it back. */
export function SentPage({ id, standard, sent, next, maySubmit, turn }: SentPageProps) {
  const { t, language } = useWords(askingWords);
  return (
    <>
      <h1 className="govuk-heading-l" id="sent" tabIndex={-1}>
        <span className="govuk-caption-l">
          <OwnText textIn={standard.textIn}>{standard.title}</OwnText>
        </span>{" "}
        {t(next === "taken_back" ? "sent.title_taken_back" : "sent.title")}
      </h1>
      <p className="govuk-body-l">{t("sent.by", { by: sent.by, role: sent.role, at: formatMoment(sent.at, language) })}</p>
      {turn}
      <Receipt standard={standard} sent={sent} />
      {next === "waiting" && <Waiting maySubmit={maySubmit} />}
      {next === "checking" && (
        <Box>
          <p>
            <Sentence of={t("sent.checking")} parts={{ way: (inside) => <a href={paths.report(id)}>{inside}</a> }} />
          </p>
        </Box>
      )}
      {next === "deferred" && (
        <Box>
          <p>
            <Sentence of={t("sent.deferred")} parts={{ way: (inside) => <a href={paths.deferred(id)}>{inside}</a> }} />
          </p>
        </Box>
      )}
      {next === "decided" && (
        <p>
          {t("sent.decided")} <a href={paths.ownAppeal(id)}>{t("sent.appeal")}</a>
        </p>
      )}
      <h2 className="govuk-heading-m">{t("sent.declared")}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {declaredIn(sent.statements, language).map((statement) => (
          <li key={statement}>{statement}</li>
        ))}
      </ul>
    </>
  );
}

function Waiting({ maySubmit }: { maySubmit: boolean }) {
  const { t } = useWords(askingWords);
  return (
    <>
      <h2 className="govuk-heading-m">{t("sent.next")}</h2>
      <ol className="govuk-list govuk-list--number">
        <li>{t("sent.next_readers")}</li>
        <li>{t("sent.next_reading")}</li>
        <li>{t("sent.next_decision")}</li>
        <li>{t("sent.next_letter")}</li>
      </ol>
      {maySubmit && (
        <Details summary={t("sent.take_back")}>
          <p>{t("sent.take_back_what")}</p>
          <Form>
            <Button tone="warning" name="move" value="take_back">
              {t("sent.take_back_button")}
            </Button>
          </Form>
        </Details>
      )}
    </>
  );
}

/** What was sent, when, by whom, and the fingerprint of every word of it. */
function Receipt({ standard: { title }, sent: { at, by, role, organisation, version, questions, files, scope, sha256 } }: Pick<SentPageProps, "standard" | "sent">) {
  const { t, language } = useWords(askingWords);
  const counts = { answers: t("sent.answers", { count: questions }), files: t("sent.files", { count: files }) };
  return (
    <section aria-labelledby="receipt">
      <h2 className="govuk-heading-m" id="receipt">
        {t("sent.receipt")}
      </h2>
      <SummaryList
        rows={[
          { term: t("sent.receipt_sent"), value: formatMoment(at, language) },
          { term: t("sent.receipt_by"), value: t("sent.receipt_by_whom", { by, role, organisation }) },
          { term: t("sent.receipt_standard"), value: t("sent.receipt_version", { title, version }) },
          { term: t("sent.receipt_what"), value: t("sent.receipt_counts", counts) },
          { term: t("sent.receipt_covers"), value: scope.join(", ") },
          { term: t("sent.receipt_hash"), value: <span className="wm-hash">{sha256}</span> },
        ]}
      />
      <p>
        {t("sent.fingerprint")} <span className="wm-noprint">{t("sent.by_mail")}</span>
      </p>
    </section>
  );
}
