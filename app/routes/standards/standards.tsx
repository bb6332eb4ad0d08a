import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { londonDay } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { languageAsked } from "~/platform/words";
import { factLabels } from "~/standards/facts.server";
import { OwnText } from "~/standards/own-text";
import { describeRule } from "~/standards/rule-words";
import { allInLanguage } from "~/standards/translation/in-language.server";
import { latestVersions } from "~/standards/versions.server";
import { standardsWords } from "~/standards/words/standards-words";
import { Day } from "~/ui/date";
import { Definition, Definitions } from "~/ui/definition";
import { Prose } from "~/ui/layout";
import type { PageHandle } from "~/ui/page-handle";
import { Sentence } from "~/ui/sentence";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { translated: true };

export async function loader({ request }: LoaderFunctionArgs) {
  const language = languageAsked(new URL(request.url));
  const labels = factLabels(language);
  const latest = await latestVersions(pool.db, londonDay(clock.now()));
  return (await allInLanguage(pool.db, latest, language)).map(({ textIn, standard: { key, version, title, purpose, gate, effective_from, criteria } }) => ({
    key,
    version,
    title,
    purpose,
    textIn,
    effectiveFrom: effective_from,
    applies: describeRule(gate, labels, language),
    criteria: criteria.length,
    mustHaves: criteria.filter(({ must_have }) => must_have).length,
  }));
}

export const meta: MetaFunction = ({ location }) => [{ title: pageTitle(standardsWords(languageAsked(location))("list.title")) }];

export default function Standards() {
  const { t, at } = useWords(standardsWords);
  const standards = useLoaderData<typeof loader>();
  const paper = <cite lang="en-GB">Connecting communities and healthcare: making social prescribing work for everyone</cite>;
  const licence = <a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>;
  return (
    <Prose>
      <h1 className="govuk-heading-l">{t("list.title")}</h1>
      <p>{t("list.lead")}</p>
      {standards.map((each) => (
        <section key={each.key} aria-labelledby={each.key}>
          <h2 id={each.key}>
            <a href={at(paths.standardVersion(each.key, each.version))}>
              <OwnText textIn={each.textIn}>{each.title}</OwnText>
            </a>
          </h2>
          <p>
            <OwnText textIn={each.textIn}>{each.purpose}</OwnText>
          </p>
          <Definitions>
            <Definition term={t("criterion.applies")}>{each.applies}</Definition>
            <Definition term={t("list.criteria")}>{t("list.counts", { total: each.criteria, must: each.mustHaves })}</Definition>
            <Definition term={t("list.version")}>
              <Sentence
                of={t("list.in_use", { version: each.version })}
                parts={{ day: <Day day={each.effectiveFrom} />, all: <a href={at(paths.standard(each.key))}>{t("list.all_of", { title: each.title })}</a> }}
              />
            </Definition>
          </Definitions>
        </section>
      ))}
      <h2>{t("list.from.title")}</h2>
      <p>
        <Sentence of={t("list.from.text")} parts={{ paper, licence }} />
      </p>
    </Prose>
  );
}
