import type { ReactNode } from "react";
import { useLanguage } from "~/platform/language";
import { type Language, locales } from "~/platform/words";

/** A standard's own words, marked with their language where the page has another. */
export function StandardText({ textIn = "en", children }: { textIn?: Language | undefined; children: ReactNode }) {
  const language = useLanguage();
  return textIn === language ? children : <span lang={locales[textIn]}>{children}</span>;
}
