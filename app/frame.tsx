import { useLocation } from "@remix-run/react";
import { useLanguage, useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { inLanguage, languages, locales, ownNames } from "~/platform/words";
import { Sentence } from "~/ui/sentence";
import { uiWords, welshChecked } from "~/ui/words/ui-words";

/** Where anybody can go. */
export function PublicNav() {
  const { t, at } = useWords(uiWords);
  return (
    <nav className="wm-nav" aria-label="Waymark">
      <a href={at(paths.verify)}>{t("nav.check")}</a>
      <a href={at(paths.register)}>{t("nav.find")}</a>
      <a href={at(paths.start)}>{t("nav.sign_in")}</a>
    </nav>
  );
}

/** The same page in the other languages. */
export function OtherLanguages() {
  const language = useLanguage();
  const here = useHere();
  return languages
    .filter((each) => each !== language)
    .map((each) => (
      <a key={each} className="wm-noprint" href={inLanguage(here, each)} lang={locales[each]} hrefLang={locales[each]}>
        {ownNames[each]}
      </a>
    ));
}

/** Tells programs where the same page is in each language. */
export function Alternates() {
  const here = useHere();
  return languages.map((each) => <link key={each} rel="alternate" hrefLang={locales[each]} href={inLanguage(here, each)} />);
}

/** The foot of every page. Here alone it says that a translation is still to be checked, or that a page is not translated. */
export function Footer({ cookies, translated }: { cookies: boolean; translated: boolean }) {
  const { t, at, language } = useWords(uiWords);
  const draft = translated ? !welshChecked && t("note.draft") : t("note.only_english");
  return (
    <footer className="wm-foot">
      <div className="wm-w">
        {language !== "en" && draft && <strong>{draft}</strong>}
        <span>{t("foot.not_nhs")}</span>
        <a href={at(paths.standards)}>{t("foot.standards")}</a>
        <a href={at(paths.whatAMarkMeans)}>{t("foot.meaning")}</a>
        <a href={at(paths.howLong)}>{t("foot.how_long")}</a>
        <a href={at(paths.tellConcern())}>{t("foot.concern")}</a>
        <a href={at(paths.accessibility)}>{t("foot.accessibility")}</a>
        <a href={at(paths.privacy)}>{t("foot.privacy")}</a>
        {!cookies && <span>{t("foot.no_cookies")}</span>}
      </div>
    </footer>
  );
}

/** Where to go from a page that could not be shown. */
export function WaysOn() {
  const { t, at } = useWords(uiWords);
  const to = (path: string) => (words: string) => <a href={at(path)}>{words}</a>;
  return <Sentence of={t("error.ways_on")} parts={{ home: to(paths.home), verify: to(paths.verify), register: to(paths.register) }} />;
}

const useHere = () => {
  const { pathname, search } = useLocation();
  return pathname + search;
};
