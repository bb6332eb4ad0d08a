import { useWords } from "~/platform/language";
import { Prose } from "~/ui/layout";
import { Table } from "~/ui/table";
import { appealWords } from "../words/appeal-words";
import type { LearntYear } from "./learning";

/** For anybody: how many appeals there were in each year, what became of them, and what was learnt. Nobody is named. */
export function LearntPage({ years }: { years: readonly LearntYear[] }) {
  const { t } = useWords(appealWords);
  const heads = (["year", "sent", "upheld", "partly", "not_upheld", "taken_back", "open"] as const).map((name) => ({ heading: t(`learnt.${name}`), numeric: name !== "year" }));
  return (
    <>
      <Prose>
        <h1 className="govuk-heading-l">{t("learnt.h1")}</h1>
        <p>{t("learnt.intro")}</p>
        <p>{t("learnt.who")}</p>
        {years.length === 0 && <p>{t("learnt.none")}</p>}
      </Prose>
      {years.length > 0 && (
        <Table
          caption={t("learnt.caption")}
          columns={heads}
          rows={years.map(({ year, sent, upheld, partly, notUpheld, takenBack }) => ({
            id: String(year),
            cells: [year, sent, upheld, partly, notUpheld, takenBack, sent - upheld - partly - notUpheld - takenBack],
          }))}
        />
      )}
      {years.map(({ year, words }) => (
        <Prose key={year}>
          <h2>{t("learnt.heading", { year: String(year) })}</h2>
          {words.split(/\n\s*\n/).map((paragraph) => (
            <p key={paragraph} lang="en">
              {paragraph}
            </p>
          ))}
        </Prose>
      ))}
    </>
  );
}
