import { useWords } from "~/platform/language";
import { formatDay } from "~/ui/dates";
import { Definition, Definitions } from "~/ui/definition";
import { Box, Quiet } from "~/ui/layout";
import { Tag } from "~/ui/tag";
import { pointLevel } from "./letter-words";
import type { Report, ReportPoint } from "./report";
import { markWords } from "./words/mark-words";

type OfText = {
  /** What `lang` says of the standard's own words, where they are in another language than the report. */
  textLang: string | undefined;
};

/** The report behind a decision, as a page: the same words as on paper. */
export function ReportText({ report, textLang }: { report: Report } & OfText) {
  const { t, language } = useWords(markWords);
  const { provider, standard, date, reference, outcome, sections, looked } = report;
  return (
    <>
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">{provider}</span> {t("report.h1")}
      </h1>
      <Definitions>
        <Definition term={t("report.standard")}>{t("report.version", { standard: standard.title, version: standard.version })}</Definition>
        <Definition term={t("report.decided")}>{t(`letter.outcome.${outcome}.headline`)}</Definition>
        <Definition term={t("report.day")}>{formatDay(date, language)}</Definition>
        <Definition term={t("report.reference")}>{reference}</Definition>
      </Definitions>
      <p className="govuk-body">{t("report.lead")}</p>
      <p className="govuk-body">{t("report.letter", { day: formatDay(date, language) })}</p>
      {sections.map(({ id, title, points }) => (
        <section key={id} aria-labelledby={id}>
          <h2 className="govuk-heading-m" id={id} lang={textLang}>
            {title}
          </h2>
          {points.map((point) => (
            <Point key={point.id} point={point} textLang={textLang} />
          ))}
        </section>
      ))}
      {looked.length > 0 && <h2 className="govuk-heading-m">{t("letter.looked")}</h2>}
      {looked.map((sentence) => (
        <p className="govuk-body" key={sentence}>
          {sentence}
        </p>
      ))}
    </>
  );
}

function Point({ point: { id, title, must_have, level, reason, remarks, enough }, textLang }: { point: ReportPoint } & OfText) {
  const { t, language } = useWords(markWords);
  return (
    <>
      <h3 className="govuk-heading-s">
        {id} <span lang={textLang}>{title}</span> {must_have && <Tag tone="quiet">{t("letter.points.must_have")}</Tag>}
      </h3>
      <p className="govuk-body">
        <strong>{level === null ? pointLevel(level, language) : t("report.level", { level: pointLevel(level, language) })}</strong>
      </p>
      {reason !== "" && <p className="govuk-body wm-lines">{reason}</p>}
      {remarks.map(({ words, changed }) => (
        <div key={words}>
          <p className="govuk-body">{t("report.you_said")}</p>
          <Box tone="quote">{words}</Box>
          <p className="govuk-body">{t(changed ? "report.changed" : "report.stayed")}</p>
        </div>
      ))}
      {enough !== null && (
        <p className="govuk-body">
          <Quiet>
            <strong>{t("letter.enough")}</strong> <span lang={textLang}>{enough}</span>
          </Quiet>
        </p>
      )}
    </>
  );
}
