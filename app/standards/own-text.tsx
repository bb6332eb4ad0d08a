import type { ReactNode } from "react";
import { useLanguage } from "~/platform/language";
import type { Language } from "~/platform/words";
import { langWithin } from "./translation/lang-within";

/** Words of a standard: marked with their language where that is not the page's, so that they are read out right. Left out, they are in English. */
export function OwnText({ textIn = "en", children }: { textIn?: Language | undefined; children: ReactNode }) {
  const lang = langWithin(textIn, useLanguage());
  return lang === undefined ? children : <span lang={lang}>{children}</span>;
}
