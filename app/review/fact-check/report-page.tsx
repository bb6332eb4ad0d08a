import { levelWords } from "~/assessments/answer";
import { askingWords } from "~/assessments/asking/words/asking-words";
import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { OwnText } from "~/standards/own-text";
import { Button } from "~/ui/button";
import { formatDay, formatMoment } from "~/ui/dates";
import { Form } from "~/ui/form";
import { Box } from "~/ui/layout";
import type { ReportLine, ReportView } from "./report.server";
import { factCheckWords } from "./words/fact-check-words";

/** The draft report, criterion by criterion: the level as it stands and why, what the group says is wrong, and how to answer. */
export function ReportPage({ view }: { view: ReportView }) {
  const { t, language } = useWords(factCheckWords);
  const { standard, until, ended, sections, may, assessmentId, looked } = view;
  const remarks = sections.flatMap(({ lines }) => lines).filter(({ remark }) => remark !== "").length;
  return (
    <>
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">
          <OwnText textIn={standard.textIn}>{standard.title}</OwnText>
        </span>{" "}
        {t("title")}
      </h1>
      {ended || !may.write ? (
        <Box>
          <p>{!ended || ended.how === "unanswered" ? t("unanswered", { day: formatDay(until, language) }) : t(ended.how, { at: formatMoment(ended.at, language) })}</p>
        </Box>
      ) : (
        <>
          <p className="govuk-body-l">{t("lead", { day: formatDay(until, language) })}</p>
          <p>{t("how")}</p>
          <p>{t("not_new")}</p>
        </>
      )}
      {sections.length === 0 && <p>{t("being_read")}</p>}
      {sections.map(({ id, title, lines }) => (
        <section key={id} aria-labelledby={id}>
          <h2 className="govuk-heading-m" id={id}>
            <OwnText textIn={standard.textIn}>{title}</OwnText>
          </h2>
          {lines.map((line) => (
            <Line key={line.criterion.id} line={line} write={may.write ? paths.reportRemark(assessmentId, line.criterion.id) : null} />
          ))}
        </section>
      ))}
      <h2 className="govuk-heading-m">{t("looked")}</h2>
      {looked.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {may.write && <Answering remarks={remarks} maySend={may.send} />}
    </>
  );
}

/** The level of a criterion and why. */
export function LevelAndWhy({ line: { level, reason } }: { line: Pick<ReportLine, "level" | "reason"> }) {
  const { t, language } = useWords(factCheckWords);
  return (
    <>
      <p>
        <strong>{level === null ? t("na") : t("level", { level: askingWords(language)(`level.${levelWords[level]}`) })}</strong>
      </p>
      <p className="wm-lines">{reason}</p>
    </>
  );
}

function Line({ line, write }: { line: ReportLine; write: string | null }) {
  const { t } = useWords(factCheckWords);
  const { criterion, remark } = line;
  return (
    <>
      <h3 className="govuk-heading-s" id={criterion.id}>
        {criterion.id} <OwnText textIn={criterion.textIn}>{criterion.title}</OwnText>
      </h3>
      <LevelAndWhy line={line} />
      {remark !== "" && (
        <>
          <h4 className="govuk-heading-s">{t("yours")}</h4>
          <Box tone="quote">{remark}</Box>
        </>
      )}
      {write !== null && (
        <p>
          <a href={write}>
            {t(remark === "" ? "say" : "change")} <span className="govuk-visually-hidden">{criterion.id}</span>
          </a>
        </p>
      )}
    </>
  );
}

function Answering({ remarks, maySend }: { remarks: number; maySend: boolean }) {
  const { t } = useWords(factCheckWords);
  return (
    <>
      <h2 className="govuk-heading-m" id="answer" tabIndex={-1}>
        {t("finish")}
      </h2>
      {maySend ? (
        <Form>
          {remarks === 0 && <p>{t("right_hint")}</p>}
          {remarks === 0 ? (
            <Button name="move" value="confirm">
              {t("right")}
            </Button>
          ) : (
            <>
              <p>{t("send_hint", { count: remarks })}</p>
              <Button name="move" value="send">
                {t("send")}
              </Button>
            </>
          )}
        </Form>
      ) : (
        <p>{t("admins")}</p>
      )}
    </>
  );
}
