import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import type { Language } from "~/platform/words";
import { BackLink } from "~/ui/back-link";
import { Day } from "~/ui/date";
import { Definition, Definitions } from "~/ui/definition";
import { Prose } from "~/ui/layout";
import { Sentence } from "~/ui/sentence";
import { CriterionText } from "./criterion-text";
import { OwnText } from "./own-text";
import type { Standing } from "./standing";
import { StandingWords } from "./standing-words";
import { TextNote } from "./text-note";
import type { versionPage } from "./version-page";
import { standardsWords } from "./words/standards-words";

export type VersionTextProps = Omit<ReturnType<typeof versionPage>, "key"> & {
  standardKey: string;
  /** The language of the standard's own words, and whether they were checked. */
  textIn: Language;
  checked: boolean;
  sha256: string;
  stands: Standing;
  from?: string | undefined;
  withdrawn?: { day: string; reason: string } | undefined;
};

/** A published version, whole: what it is, its sections with their criteria, how a mark is worked out. */
export function VersionText(props: VersionTextProps) {
  const { standardKey, title, version, purpose, textIn, checked, scoring, sections } = props;
  const { t, at } = useWords(standardsWords);
  const own = (text: string) => <OwnText textIn={textIn}>{text}</OwnText>;
  return (
    <Prose>
      <BackLink href={at(paths.standard(standardKey))}>{t("version.all")}</BackLink>
      <h1 className="govuk-heading-l">
        {own(title)} {version}
      </h1>
      <TextNote textIn={textIn} checked={checked} english={paths.standardVersion(standardKey, version)} />
      <p>{own(purpose)}</p>
      <About {...props} />
      <nav aria-labelledby="contents">
        <h2 id="contents">{t("version.contents")}</h2>
        <ul className="govuk-list">
          {sections.map(({ id, title, criteria }) => (
            <li key={id}>
              <a href={`#${id}`}>{own(title)}</a> ({criteria.length})
            </li>
          ))}
          <li>
            <a href="#scoring">{t("scoring.title")}</a>
          </li>
        </ul>
      </nav>
      {sections.map(({ id, title, criteria }) => (
        <section key={id} id={id} aria-labelledby={`${id}-title`}>
          <h2 id={`${id}-title`}>{own(title)}</h2>
          {criteria.map((each) => (
            <CriterionText key={each.id} textIn={textIn} {...each} />
          ))}
        </section>
      ))}
      <section id="scoring" aria-labelledby="scoring-title">
        <h2 id="scoring-title">{t("scoring.title")}</h2>
        <Definitions>
          {scoring.map(({ term, words }) => (
            <Definition key={term} term={term}>
              {words}
            </Definition>
          ))}
        </Definitions>
      </section>
    </Prose>
  );
}

/** How it stands, what it is compared with, and the same in other forms. */
function About({ standardKey: key, version, offered, sha256, stands, from, withdrawn }: VersionTextProps) {
  const { t, at } = useWords(standardsWords);
  const to = (path: string) => (words: string) => <a href={path}>{words}</a>;
  return (
    <Definitions>
      {withdrawn && (
        <Definition term={t("version.withdrawn")} heed>
          <Sentence of={t("version.withdrawn_on")} parts={{ day: <Day day={withdrawn.day} />, reason: <OwnText textIn="en">{withdrawn.reason}</OwnText> }} />
        </Definition>
      )}
      <Definition term={t("version.standing")}>
        <StandingWords {...stands} />
        {stands.supersededBy && (
          <>
            {" "}
            <a href={at(paths.standardComparison(key, version, stands.supersededBy))}>{t("version.different_in", { version: stands.supersededBy })}</a>
          </>
        )}
      </Definition>
      {from && (
        <Definition term={t("version.new")}>
          <a href={at(paths.standardComparison(key, from, version))}>{t("versions.compared", { from, to: version })}</a>
        </Definition>
      )}
      <Definition term={t("criterion.applies")}>{offered}</Definition>
      <Definition term={t("version.paper")}>
        <Sentence of={t("version.workbook")} parts={{ pdf: to(at(paths.workbookPdf(key, version))), word: to(at(paths.workbookDocx(key, version))) }} />
      </Definition>
      <Definition term={t("version.machines")}>
        <Sentence of={t("version.data")} parts={{ json: to(at(paths.standardVersionJson(key, version))), oscal: to(paths.oscal(key, version)) }} />
      </Definition>
      <Definition term={t("version.fingerprint")}>
        <code>{sha256}</code>
      </Definition>
    </Definitions>
  );
}
