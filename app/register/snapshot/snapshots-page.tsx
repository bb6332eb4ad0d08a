import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { formatDay } from "~/ui/dates";
import { Prose, Quiet } from "~/ui/layout";
import { Sentence } from "~/ui/sentence";
import { Table } from "~/ui/table";
import { logWords } from "../log/words/log-words";
import { daysKept, type SnapshotsAnswer } from "./snapshot";

/** The register's daily copies, to take away. */
export function SnapshotsPage({ snapshots }: Pick<SnapshotsAnswer, "snapshots">) {
  const { t, at, language } = useWords(logWords);
  const rows = snapshots.map(({ day, marks, file }) => {
    const said = formatDay(day, language);
    return {
      id: day,
      cells: [
        said,
        marks,
        file ? (
          <a key="file" href={paths.snapshotFile(day)}>
            {t("snapshots.download", { day: said })}
          </a>
        ) : (
          <Quiet key="file">{t("snapshots.gone")}</Quiet>
        ),
        <a key="manifest" href={paths.snapshotManifest(day)}>
          {t("snapshots.get_manifest", { day: said })}
        </a>,
      ],
    };
  });
  return (
    <>
      <h1 className="govuk-heading-l">{t("snapshots.h1")}</h1>
      <p className="govuk-body">{t("snapshots.intro")}</p>
      <p className="govuk-body">{t("snapshots.kept", { days: daysKept })}</p>
      <Table
        caption={t("snapshots.caption")}
        columns={[{ heading: t("snapshots.day") }, { heading: t("snapshots.marks"), numeric: true }, { heading: t("snapshots.file") }, { heading: t("snapshots.manifest") }]}
        rows={rows}
        empty={t("snapshots.none")}
      />
      <Prose>
        <h2>{t("snapshots.check.heading")}</h2>
        <ul>
          <li>{t("snapshots.check.hash")}</li>
          <li>
            <Sentence of={t("snapshots.check.signature")} parts={{ keys: (words: string) => <a href={paths.jwks}>{words}</a> }} />
          </li>
          <li>{t("snapshots.check.old")}</li>
        </ul>
        <p>
          <Sentence of={t("snapshots.log")} parts={{ log: (words: string) => <a href={at(paths.log)}>{words}</a> }} />
        </p>
      </Prose>
    </>
  );
}
