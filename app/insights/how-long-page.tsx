import { useWords } from "~/platform/language";
import type { Language } from "~/platform/words";
import { clockRules } from "~/review/clocks";
import { OwnText } from "~/standards/own-text";
import { formatDay } from "~/ui/dates";
import { Prose, Quiet } from "~/ui/layout";
import { Table } from "~/ui/table";
import { type Figures, fewestShown, type Measure, type Spread, wholeTarget } from "./figures";
import { sizes } from "./hours";
import { insightsWords } from "./words/insights-words";

type Shown = Omit<Figures, "standards"> & { standards: readonly (Figures["standards"][number] & { textIn: Language })[] };

/** How long we take, and how long groups took, for anybody. */
export function HowLongPage({ figures }: { figures: Shown | null }) {
  const { t } = useWords(insightsWords);
  return (
    <>
      <h1 className="govuk-heading-l">{t("how_long.h1")}</h1>
      <p className="govuk-body">{t("how_long.intro")}</p>
      {figures ? <AllFigures figures={figures} /> : <p className="govuk-body">{t("how_long.none")}</p>}
      <Prose>
        <h2>{t("how_long.count.heading")}</h2>
        <ul>
          <li>{t("how_long.count.days")}</li>
          <li>{t("how_long.count.stops")}</li>
          <li>{t("how_long.count.cases")}</li>
          <li>{t("how_long.count.readers")}</li>
          <li>{t("how_long.count.rank")}</li>
          <li>{t("how_long.count.least", { least: fewestShown })}</li>
          <li>{t("how_long.count.made")}</li>
        </ul>
      </Prose>
    </>
  );
}

function AllFigures({ figures }: { figures: Shown }) {
  const { t, language } = useWords(insightsWords);
  const [half, most, of] = [t("how_long.wait.half"), t("how_long.wait.most"), t("how_long.wait.of")].map((heading) => ({ heading, numeric: true })) as [Head, Head, Head];
  const cells = ({ n, median, p90 }: Spread) =>
    median === null || p90 === null ? [<NotYet key="half" />, <NotYet key="most" />, t("how_long.wait.few", { least: fewestShown })] : [median, p90, n];
  const standards = figures.standards.filter(({ whole }) => whole.median !== null);
  return (
    <>
      <h2 className="govuk-heading-m">{t("how_long.wait.heading")}</h2>
      <p className="govuk-body">{t("how_long.wait.period", { from: formatDay(figures.from, language), to: formatDay(figures.to, language) })}</p>
      <Table
        caption={t("how_long.wait.heading")}
        hideCaption
        columns={[{ heading: t("how_long.wait.stage") }, { heading: t("how_long.wait.aim"), numeric: true }, half, most, of]}
        rows={shown.map((measure) => ({ id: measure, cells: [t(`how_long.stage.${measure}`), <Aim key="aim" of={measure} />, ...cells(figures.stages[measure])] }))}
      />
      {standards.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{t("how_long.standards.heading")}</h2>
          <Table
            caption={t("how_long.standards.heading")}
            hideCaption
            columns={[{ heading: t("how_long.standards.standard") }, half, most, of]}
            rows={standards.map(({ key, title, textIn, whole }) => ({
              id: key,
              cells: [
                <OwnText key="title" textIn={textIn}>
                  {title}
                </OwnText>,
                ...cells(whole),
              ],
            }))}
          />
        </>
      )}
      <h2 className="govuk-heading-m">{t("how_long.hours.heading")}</h2>
      <p className="govuk-body">{t("how_long.hours.text")}</p>
      <Table
        caption={t("how_long.hours.heading")}
        hideCaption
        columns={[{ heading: t("how_long.hours.size") }, half, most, of]}
        rows={sizes.map((size) => ({ id: size, cells: [t(`size.${size}`), ...cells(figures.hours[size])] }))}
      />
      <p className="govuk-body">
        <Quiet small>{t("how_long.hours.least", { least: fewestShown })}</Quiet>
      </p>
    </>
  );
}
type Head = { heading: string; numeric: true };

/** In the order of a case, all of it in our hands before what is not. */
const shown: readonly Measure[] = ["readers", "reading", "settling", "decision", "whole", "provider"];

function Aim({ of }: { of: Measure }) {
  const { t } = useWords(insightsWords);
  if (of === "settling") return t("how_long.wait.with_reading");
  if (of === "provider") return t("how_long.wait.no_aim");
  return of === "whole" ? wholeTarget : clockRules[of].days;
}

function NotYet() {
  const { t } = useWords(insightsWords);
  return <Quiet>{t("how_long.wait.not_yet")}</Quiet>;
}
