import { useWords } from "~/platform/language";
import { Definition, Definitions } from "~/ui/definition";
import { Prose } from "~/ui/layout";
import { Table } from "~/ui/table";
import { leastToPublish } from "../agreement";
import { aims } from "./aims";
import { quarterWords } from "./quarters";
import type { PublicLine } from "./report";
import { reliabilityWords } from "./words/reliability-words";

export type PublicReliability = { quarter: string; inQuarter: PublicLine[]; soFar: PublicLine[] };

/** For anybody: how far assessors agree, over everything and by standard, or how many pairs there are while they are too few. */
export function PublicReliabilityPage({ report }: { report: PublicReliability | null }) {
  const { t, language } = useWords(reliabilityWords);
  const quarter = report && quarterWords(report.quarter, language);
  return (
    <>
      <Prose>
        <h1 className="govuk-heading-l">{t("h1")}</h1>
        <p>{t("intro")}</p>
        <p>{t("why")}</p>
        <p>{quarter ? t("when", { quarter }) : t("none_yet")}</p>
      </Prose>
      {report && quarter && (
        <>
          <Lines caption={t("so_far")} lines={report.soFar} />
          <Lines caption={t("quarter", { quarter })} lines={report.inQuarter} />
        </>
      )}
      <Prose>
        <p>{t("why_not", { needed: String(leastToPublish) })}</p>
        <h2>{t("means.heading")}</h2>
        <Definitions layout="stack">
          <Definition term={t("exact")}>{t("means.exact")}</Definition>
          <Definition term={t("met")}>{t("means.met", { everything: String(aims.everything * 100), must_haves: String(aims.mustHaves * 100) })}</Definition>
          <Definition term={t("kappa")}>{t("means.kappa", { kappa: aims.kappa.toFixed(2) })}</Definition>
          <Definition term={t("ac1")}>{t("means.ac1")}</Definition>
        </Definitions>
        <h2>{t("then.heading")}</h2>
        <p>{t("then.text")}</p>
        <p>{t("not")}</p>
      </Prose>
    </>
  );
}

function Lines({ caption, lines }: { caption: string; lines: readonly PublicLine[] }) {
  const { t } = useWords(reliabilityWords);
  const inHundred = (figure: number | null) => (figure === null ? t("not_defined") : `${(figure * 100).toFixed(0)} %`);
  const decimal = (figure: number | null) => (figure === null ? t("not_defined") : figure.toFixed(2));
  return (
    <Table
      caption={caption}
      columns={[{ heading: t("over") }, { heading: t("pairs") }, { heading: t("exact") }, { heading: t("met") }, { heading: t("kappa") }, { heading: t("ac1") }]}
      rows={lines.map(({ title, n, figures }) => ({
        id: title ?? "all",
        cells: [
          title ?? t("everything"),
          figures ? n : t("not_enough", { n: String(n), needed: String(leastToPublish) }),
          ...(figures ? [inHundred(figures.exact), inHundred(figures.met_not_met), decimal(figures.kappa_linear), decimal(figures.ac1)] : ["–", "–", "–", "–"]),
        ],
      }))}
    />
  );
}
