import type { ReactNode } from "react";
import { useWords } from "~/platform/language";
import type { Language } from "~/platform/words";
import { Definition, Definitions } from "~/ui/definition";
import { Posts } from "~/ui/icons";
import { Sentence } from "~/ui/sentence";
import { Tag } from "~/ui/tag";
import { OwnText } from "./own-text";
import type { CriterionText as Text } from "./version-page";
import { standardsWords } from "./words/standards-words";

/** Everything a version says about one criterion, under a heading that can be linked to by its id. `textIn`: the language of the standard's own words. */
export function CriterionText({ textIn = "en", ...criterion }: Text & { textIn?: Language }) {
  const { id, title, statement, mustHave, weight, asked, naReasons, why, source, good, levels, evidence, ask } = criterion;
  const { t } = useWords(standardsWords);
  const own = (text: ReactNode) => <OwnText textIn={textIn}>{text}</OwnText>;
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h3 className="govuk-heading-s" id={`${id}-title`}>
        {id} {own(title)} {mustHave && <Tag>{t("must_have")}</Tag>}
      </h3>
      <p>
        <strong>{own(statement)}</strong>
      </p>
      <Definitions>
        <Definition term={t("criterion.why")}>
          {own(why)}
          <Source {...source} />
        </Definition>
        <Definition term={t("criterion.good")}>{own(good)}</Definition>
        {levels.map((each) => (
          <Definition
            key={each.level}
            term={
              <>
                <Posts standing={each.level} /> {each.name}
              </>
            }
          >
            {each.words === undefined ? <Tests level={each.level} tests={each.tests} own={own} /> : own(each.words)}
          </Definition>
        ))}
        <Definition term={t("criterion.show")}>
          {own(evidence.what)}{" "}
          <p>
            <Sentence of={t("criterion.lightest")} parts={{ text: own(evidence.lightest) }} />
          </p>
          <p>{t("criterion.taken_as", { kinds: evidence.kinds.reduce((one, other) => t("criterion.either", { one, other })) })}</p>
        </Definition>
        <Definition term={t("criterion.ask")}>{own(ask)}</Definition>
        <Definition term={t("criterion.applies")}>{asked}</Definition>
        {naReasons.length > 0 && <Definition term={t("criterion.na")}>{own(naReasons.reduce((one, other) => t("criterion.either_reason", { one, other })))}</Definition>}
        <Definition term={t("criterion.weight")}>{weight}</Definition>
      </Definitions>
    </section>
  );
}

/** Quotes and references stay in the language of the papers they are from. */
function Source({ quote, references }: Text["source"]) {
  const { t } = useWords(standardsWords);
  const english = (text: string) => <OwnText textIn="en">{text}</OwnText>;
  return (
    <>
      {quote && (
        <p>
          <Sentence of={t("criterion.quote")} parts={{ quote: english(quote) }} />
        </p>
      )}
      {references.length > 0 && (
        <p>
          <Sentence of={t("criterion.see_also")} parts={{ references: english(references.join("; ")) }} />
        </p>
      )}
    </>
  );
}

function Tests({ level, tests, own }: { level: 2 | 3; tests: string[]; own: (text: ReactNode) => ReactNode }) {
  const { t } = useWords(standardsWords);
  return (
    <>
      {t(level === 2 ? "criterion.all_of" : "criterion.met_and_all_of")}
      <ul className="govuk-list govuk-list--bullet">
        {tests.map((test) => (
          <li key={test}>{own(test)}</li>
        ))}
      </ul>
    </>
  );
}
