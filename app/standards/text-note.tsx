import { useWords } from "~/platform/language";
import { type Language, locales } from "~/platform/words";
import { Box } from "~/ui/layout";
import { Sentence } from "~/ui/sentence";
import { standardsWords } from "./words/standards-words";

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
