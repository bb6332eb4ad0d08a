import { createContext, useContext } from "react";
import { inLanguage, type Language, type Say, type Words } from "./words";

/** The language of this part of the page. Set once, by the frame. */
export const LanguageContext = createContext<Language>("en");
/** The language of whoever's session this browser has, or had: for a page that says what went wrong, which knows nobody. Undefined where there is none, and in the browser. */
export const ReaderContext = createContext<Language | undefined>(undefined);
export const useLanguage = () => useContext(LanguageContext);

/** For a piece of page: its words, and the same address in the language it is read in. */
export function useWords<Messages>(words: Words<Messages>): { t: Say<Messages>; at: (path: string) => string; language: Language } {
  const language = useLanguage();
  return { t: words(language), at: (path) => inLanguage(path, language), language };
}
