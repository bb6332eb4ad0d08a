import type { FormEvent } from "react";
import { useLanguage } from "~/platform/language";
import { languages, locales, ownNames } from "~/platform/words";
import { Button } from "~/ui/button";
import type { LanguageSwitchProps } from "~/ui/work-bar";

/** The other languages, for a form that saves by itself: goes there once everything is kept, and stays where something could not be. */
export function SaveThenSwitch({ action, here, settled }: LanguageSwitchProps & { settled(): Promise<boolean> }) {
  const language = useLanguage();
  const save = async (event: FormEvent<HTMLFormElement>) => {
    const form = event.currentTarget;
    event.preventDefault();
    if (await settled()) form.submit();
  };
  return languages
    .filter((each) => each !== language)
    .map((each) => (
      <form method="post" action={action} onSubmit={(event) => void save(event)} key={each}>
        <input type="hidden" name="to" value={here} />
        <input type="hidden" name="language" value={each} />
        <Button tone="link" lang={locales[each]}>
          {ownNames[each]}
        </Button>
      </form>
    ));
}
