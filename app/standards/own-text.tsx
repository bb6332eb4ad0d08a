import type { ReactNode } from "react";
import { useWords } from "~/platform/language";
import { type Language, locales } from "~/platform/words";
import { Box } from "~/ui/layout";
import { Sentence } from "~/ui/sentence";
import { langWithin } from "./translation/lang-within";
import { standardsWords } from "./words/standards-words";

/** Words of a standard: marked with their language where that is not the page's, so that they are read out right. */
export function OwnText({ textIn, children }: { textIn: Language; children: ReactNode }) {
  const { language } = useWords(standardsWords);
  const lang = langWithin(textIn, language);
  return lang === undefined ? children : <span lang={lang}>{children}</span>;
}

/** Says that a standard's text is not translated, or that nobody who translates for a living has read it. Nothing where it is as it should be. `english`: the same page in English. */
export function TextNote({ textIn, checked, english }: { textIn: Language; checked: boolean; english: string }) {
  const { t, language } = useWords(standardsWords);
  if (textIn === language && checked) return null;
  const link = (
    <a href={english} lang={locales.en} hrefLang={locales.en}>
      <span lang={locales[language]}>{t("text.english")}</span>
    </a>
  );
  return (
    <Box>
      <p>{textIn === language ? <Sentence of={t("text.unchecked")} parts={{ english: link }} /> : t("text.only_english")}</p>
    </Box>
  );
}
