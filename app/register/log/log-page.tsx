import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { Button } from "~/ui/button";
import { formatMoment } from "~/ui/dates";
import { Definition, Definitions } from "~/ui/definition";
import { ErrorSummary } from "~/ui/error-summary";
import { Form } from "~/ui/form";
import { Columns, OneLine, Prose, Signs } from "~/ui/layout";
import { Sentence } from "~/ui/sentence";
import { TextField } from "~/ui/text-field";
import type { ProofAnswer } from "./log-shapes";
import { ProofPart } from "./proof-part";
import { logWords } from "./words/log-words";

export type LogPageProps = {
  typed: string;
  error: string | null;
  /** What there is to say in place of a proof. */
  note: string | null;
  proof: ProofAnswer | null;
  /** The newest checkpoint; null while nothing was signed. `root` is hexadecimal. */
  signed: { size: number; root: string; at: string } | null;
};

/** What the log is, for anybody, and what it says of one mark. */
export function LogPage({ typed, error, note, proof, signed, nonce }: LogPageProps & { nonce: string | undefined }) {
  const { t, at, language } = useWords(logWords);
  const check = (words: string) => <a href={at(paths.verify)}>{words}</a>;
  return (
    <>
      <ErrorSummary errors={error ? { code: error } : {}} />
      <h1 className="govuk-heading-l">{t("log.h1")}</h1>
      <p className="govuk-body">{t("log.intro")}</p>
      <h2 className="wm-h">{t("log.look_up")}</h2>
      <Form method="get" action={paths.log}>
        <OneLine>
          <TextField name="code" label={t("log.code")} value={typed} error={error ?? undefined} width={20} code autoComplete="off" autoCapitalize="characters" spellCheck={false} />
          <Button>{t("log.show")}</Button>
        </OneLine>
      </Form>
      {note && <p className="govuk-body">{note}</p>}
      {proof && <ProofPart proof={proof} nonce={nonce} />}
      <Columns beside={<Now signed={signed} language={language} />}>
        <Prose>
          <h2>{t("log.how.heading")}</h2>
          <ul>
            <li>{t("log.how.line")}</li>
            <li>{t("log.how.root")}</li>
            <li>{t("log.how.signed")}</li>
            <li>{t("log.how.proof")}</li>
          </ul>
          <h2>{t("log.not.heading")}</h2>
          <ul>
            <li>
              <Sentence of={t("log.not.today")} parts={{ check }} />
            </li>
            <li>{t("log.not.calendar")}</li>
            <li>{t("log.not.right")}</li>
          </ul>
          <h2>{t("log.programs.heading")}</h2>
          <ul>
            <li>
              <a href={paths.logCheckpoint}>{t("log.programs.checkpoint")}</a>
            </li>
            <li>
              <a href={paths.logEntries}>{t("log.programs.entries")}</a>
            </li>
            {signed && (
              <li>
                <a href={`${paths.logConsistency}?from=1&to=${signed.size}`}>{t("log.programs.consistency")}</a>
              </li>
            )}
            <li>
              <a href={paths.jwks}>{t("log.programs.keys")}</a>
            </li>
            <li>
              <a href={at(paths.snapshots)}>{t("log.programs.snapshots")}</a>
            </li>
          </ul>
        </Prose>
      </Columns>
    </>
  );
}

function Now({ signed, language }: Pick<LogPageProps, "signed"> & { language: Parameters<typeof formatMoment>[1] }) {
  const { t } = useWords(logWords);
  return (
    <>
      <h2 className="wm-h">{t("log.now.heading")}</h2>
      {signed ? (
        <Definitions layout="stack">
          <Definition term={t("log.now.size", { size: signed.size, at: formatMoment(signed.at, language) })}>
            {t("log.now.root")} <Signs>{signed.root}</Signs>
          </Definition>
        </Definitions>
      ) : (
        <p>{t("log.now.none")}</p>
      )}
    </>
  );
}
