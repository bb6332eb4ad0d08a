import type { MetaFunction } from "@remix-run/node";
import { type AwardLevel, awardLevels } from "~/marks/mark";
import { levelMeaningsIn, levelNamesIn } from "~/marks/status-words";
import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { languageAsked } from "~/platform/words";
import { Definition, Definitions } from "~/ui/definition";
import { Box, Prose } from "~/ui/layout";
import type { PageHandle } from "~/ui/page-handle";
import { Sentence } from "~/ui/sentence";
import { pageTitle } from "~/ui/title";
import { aboutWords } from "./words/about-words";

export const handle: PageHandle = { translated: true };
export const meta: MetaFunction = ({ location }) => [{ title: pageTitle(aboutWords(languageAsked(location))("meaning.h1")) }];

export default function WhatAMarkMeans() {
  const { t, at, language } = useWords(aboutWords);
  const more: Partial<Record<AwardLevel, string>> = {
    essentials: t("meaning.levels.essentials"),
    assured_commended: t("meaning.levels.assured_commended"),
    assured_with_conditions: t("meaning.levels.assured_with_conditions"),
  };
  return (
    <Prose>
      <h1 className="govuk-heading-l">{t("meaning.h1")}</h1>
      <p>
        <Sentence of={t("meaning.intro")} parts={{ standard: (words) => <a href={at(paths.standards)}>{words}</a> }} />
      </p>

      <h2>{t("meaning.not.heading")}</h2>
      <ul>
        <li>{t("meaning.not.health")}</li>
        <li>{t("meaning.not.clinical")}</li>
        <li>{t("meaning.not.licence")}</li>
        <li>{t("meaning.not.nhs")}</li>
        <li>{t("meaning.not.named")}</li>
        <li>{t("meaning.not.change")}</li>
      </ul>

      <h2>{t("meaning.judgement.heading")}</h2>
      <p>{t("meaning.judgement.decide")}</p>
      <Box tone="warn">
        <p>
          <Sentence of={t("meaning.judgement.crisis")} parts={{ strong: (words) => <strong>{words}</strong> }} />
        </p>
      </Box>

      <h2>{t("meaning.levels.heading")}</h2>
      <Definitions layout="stack">
        {awardLevels.map((level) => (
          <Definition key={level} term={levelNamesIn(language)[level]}>
            {levelMeaningsIn(language)[level]} {more[level]}
          </Definition>
        ))}
      </Definitions>

      <h2>{t("meaning.fresh.heading")}</h2>
      <p>{t("meaning.fresh.room")}</p>
      <p>{t("meaning.fresh.told")}</p>

      <h2>{t("meaning.log.heading")}</h2>
      <p>
        <Sentence of={t("meaning.log.text")} parts={{ log: (words) => <a href={at(paths.log)}>{words}</a>, copies: (words) => <a href={at(paths.snapshots)}>{words}</a> }} />
      </p>

      <h2>{t("meaning.without.heading")}</h2>
      <p>{t("meaning.without.text")}</p>

      <h2>{t("meaning.known.heading")}</h2>
      <p>{t("meaning.known.text")}</p>
      <ul>
        <li>{t("meaning.known.bickerdike")}</li>
        <li>{t("meaning.known.kiely")}</li>
        <li>{t("meaning.known.community")}</li>
      </ul>

      <h2>{t("meaning.from.heading")}</h2>
      <p>{t("meaning.from.text")}</p>
      <p>
        <Sentence of={t("meaning.agree")} parts={{ reliability: (words) => <a href={at(paths.aboutReliability)}>{words}</a> }} />
      </p>
      <p>
        <Sentence of={t("meaning.code")} parts={{ verify: (words) => <a href={at(paths.verify)}>{words}</a> }} />
      </p>
    </Prose>
  );
}
