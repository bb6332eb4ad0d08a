import { circumstancesWords } from "~/marks/circumstances/words/circumstances-words";
import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { providerWords } from "~/providers/words/provider-words";
import { Sentence } from "~/ui/sentence";
import type { HomeView } from "./home-view.server";
import { ownWords } from "./words/own-words";

/** Where they say what others read of them. */
export function YourPage({ view: { notSaid, hasLinkWorkers, holdsMark, publicPath }, slug }: { view: HomeView; slug: string }) {
  const { t, at, language } = useWords(ownWords);
  const says = (words: string) => <a href={paths.organisationFacts(slug)}>{words}</a>;
  return (
    <>
      <h2 className="wm-h wm-h--ruled">{t("page.title")}</h2>
      <ul className="wm-tidy">
        <li>{notSaid === 0 ? says(t("page.says")) : <Sentence of={t("page.not_said", { count: notSaid })} parts={{ says }} />}</li>
        <li>
          <a href={paths.offers(slug)}>{t("page.offers")}</a>
        </li>
        <li>
          <a href={paths.people(slug)}>{t("page.people")}</a>
        </li>
        {hasLinkWorkers && (
          <li>
            <a href={paths.organisationTerm(slug)}>{providerWords(language)("term.title")}</a>
          </li>
        )}
        {holdsMark && (
          <li>
            <a href={paths.changes(slug)}>{circumstancesWords(language)("home")}</a>
          </li>
        )}
        <li>{publicPath ? <a href={at(publicPath)}>{t("page.see")}</a> : t("page.not_yet")}</li>
      </ul>
    </>
  );
}
