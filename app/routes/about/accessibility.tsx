import type { MetaFunction } from "@remix-run/node";
import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { languageAsked } from "~/platform/words";
import { formatDay } from "~/ui/dates";
import { Prose } from "~/ui/layout";
import type { PageHandle } from "~/ui/page-handle";
import { Sentence } from "~/ui/sentence";
import { pageTitle } from "~/ui/title";
import { aboutWords } from "./words/about-words";

export const handle: PageHandle = { translated: true };
export const meta: MetaFunction = ({ location }) => [{ title: pageTitle(aboutWords(languageAsked(location))("accessibility.h1")) }];

const written = "2026-11-22";

export default function Accessibility() {
  const { t, at, language } = useWords(aboutWords);
  return (
    <Prose>
      <h1 className="govuk-heading-l">{t("accessibility.h1")}</h1>
      <p>{t("accessibility.intro")}</p>

      <h2>{t("accessibility.can.heading")}</h2>
      <ul>
        <li>{t("accessibility.can.keyboard")}</li>
        <li>{t("accessibility.can.enlarge")}</li>
        <li>{t("accessibility.can.colours")}</li>
        <li>{t("accessibility.can.scripts")}</li>
        <li>{t("accessibility.can.print")}</li>
      </ul>

      <h2>{t("accessibility.tried.heading")}</h2>
      <ul>
        <li>{t("accessibility.tried.axe")}</li>
        <li>{t("accessibility.tried.keyboard")}</li>
      </ul>

      <h2>{t("accessibility.not_tried.heading")}</h2>
      <ul>
        <li>{t("accessibility.not_tried.readers")}</li>
        <li>{t("accessibility.not_tried.browsers")}</li>
        <li>{t("accessibility.not_tried.words")}</li>
      </ul>

      <h2>{t("accessibility.not_yet.heading")}</h2>
      <ul>
        <li>{t("accessibility.not_yet.pdf")}</li>
        <li>{t("accessibility.not_yet.files")}</li>
        <li>{t("accessibility.not_yet.welsh")}</li>
      </ul>
      <p>
        <Sentence of={t("accessibility.cannot")} parts={{ verify: (words) => <a href={at(paths.verify)}>{words}</a> }} />
      </p>
      <p className="wm-quiet">{t("accessibility.written", { on: formatDay(written, language) })}</p>
    </Prose>
  );
}
