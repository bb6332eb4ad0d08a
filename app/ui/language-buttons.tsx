import { useLanguage } from "~/platform/language";
import { type Language, languages, locales, ownNames } from "~/platform/words";
import { Button } from "./button";

/** The other languages, each a button of the form it stands in, so that what is typed goes along. Stands last: the first button of a form is pressed by Enter. */
export function LanguageButtons({ name }: { name: string }) {
  const language = useLanguage();
  return languages
    .filter((each) => each !== language)
    .map((each) => (
      <Button tone="link" name={name} value={each} lang={locales[each]} key={each}>
        {ownNames[each]}
      </Button>
    ));
}

/** The language of the button that was pressed, if it was one of them. */
export const languageChosen = (form: FormData, name: string): Language | undefined => languages.find((each) => each === form.get(name));
