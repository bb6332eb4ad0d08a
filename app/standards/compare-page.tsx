import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import type { Language } from "~/platform/words";
import { BackLink } from "~/ui/back-link";
import { ChangedWordsKey } from "~/ui/changed-words";
import { Definition, Definitions } from "~/ui/definition";
import { Details } from "~/ui/details";
import { Prose } from "~/ui/layout";
import { Sentence } from "~/ui/sentence";
import { ChangeShown, type ShownChange } from "./change-shown";
import { NetShown, type ShownNet } from "./net-shown";
import { OwnText } from "./own-text";
import { TextNote } from "./text-note";
import { standardsWords } from "./words/standards-words";

type Shown = {
  standard: string;
  title: string;
  titleIn: Language;
  from: string;
  to: string;
  /** What the newer one can be compared with. */
  older: string[];
  /** The language in which the two are compared, and whether both were checked. */
  textIn: Language;
  checked: boolean;
  changes: ShownChange[];
  net: ShownNet;
};

/**
 * What is different between two versions. From one to the next: every change with its reason, what it asks of people, and its text with the words marked that came and went.
 * Over several: what came of each criterion in the end, then the same step by step.
 */
export function ComparePage(shown: Shown) {
  const { standard, title, titleIn, from, to, textIn, checked, changes, net } = shown;
  const { t, at } = useWords(standardsWords);
  const versions = [...new Set(changes.map(({ version }) => version))];
  const steps = versions.map((version) => (
    <section key={version} aria-labelledby={`in-${version}`}>
      <h2 id={`in-${version}`}>{t("compare.changed", { version })}</h2>
      {changes
        .filter((change) => change.version === version)
        .map((change) => (
          <ChangeShown key={`${change.type} ${change.criteria.join(" ")}`} {...change} />
        ))}
    </section>
  ));
  const [between, several] = [versions.slice(0, -1), versions.length > 2];
  return (
    <Prose>
      <BackLink href={at(paths.standard(standard))}>{t("version.all")}</BackLink>
      <h1 className="govuk-heading-l">
        <Sentence of={t("compare.title", { from, to })} parts={{ title: <OwnText textIn={titleIn}>{title}</OwnText> }} />
      </h1>
      <TextNote textIn={textIn} checked={checked} english={paths.standardComparison(standard, from, to)} />
      <p>{changes.length === 0 ? t("compare.same") : <ChangedWordsKey />}</p>
      <About {...shown} />
      {versions.length > 1 ? (
        <>
          <NetShown net={net} from={from} to={to} />
          <h2>{t("compare.steps")}</h2>
          <p>{t(several ? "compare.between.several" : "compare.between.one", { versions: between.join(", ") })}</p>
          <Details summary={t("compare.every", { from, to })}>{steps}</Details>
        </>
      ) : (
        steps
      )}
    </Prose>
  );
}

/** Where the two are read whole, what else the newer one is compared with, and the same for programs. */
function About({ standard, from, to, older }: Shown) {
  const { t, at } = useWords(standardsWords);
  const whole = (version: string) => <a href={at(paths.standardVersion(standard, version))}>{version}</a>;
  return (
    <Definitions>
      <Definition term={t("compare.whole")}>
        <Sentence of={t("compare.both")} parts={{ one: whole(from), other: whole(to) }} />
      </Definition>
      {older.length > 1 && (
        <Definition term={t("compare.with", { to })}>
          {older.map((version, place) => (
            <span key={version}>
              {place > 0 && ", "}
              {version === from ? t("compare.this_page", { version }) : <a href={at(paths.standardComparison(standard, version, to))}>{version}</a>}
            </span>
          ))}
        </Definition>
      )}
      <Definition term={t("version.machines")}>
        <a href={paths.standardComparisonJson(standard, from, to)}>{t("compare.json")}</a>
      </Definition>
    </Definitions>
  );
}
