import { useWords } from "~/platform/language";
import { type Language, languages, locales, ownNames } from "~/platform/words";
import { uiWords } from "./words/ui-words";

export type WorkBarProps = {
  /** Who is signed in. */
  name: string;
  /** What their pages are written in. */
  language: Language;
  links: readonly { href: string; label: string; current?: boolean }[];
  /** Where signing out is posted to. Left out, there is no such button. */
  signOut?: string;
  /** Where another language is chosen, and the address to come back to. */
  switching?: LanguageSwitchProps;
};

/** What someone who is signed in can go to. The frame draws it in the header of every page whose loader returns `bar`. */
export function WorkBar({ name, links, signOut, switching }: WorkBarProps) {
  const { t } = useWords(uiWords);
  return (
    <nav aria-label={t("bar.name")} className="wm-bar">
      {links.map((link) => (
        <a href={link.href} aria-current={link.current ? "page" : undefined} key={link.href}>
          {link.label}
        </a>
      ))}
      <span className="wm-bar__name">
        <span className="govuk-visually-hidden">{t("bar.signed_in_as")} </span>
        {name}
      </span>
      {switching && <LanguageSwitch {...switching} />}
      {signOut && (
        <form method="post" action={signOut}>
          <button type="submit" className="wm-link">
            {t("bar.sign_out")}
          </button>
        </form>
      )}
    </nav>
  );
}

export type LanguageSwitchProps = { action: string; here: string };

/** The other languages, each by its own name: chosen once, for all of a person's own pages. */
export function LanguageSwitch({ action, here }: LanguageSwitchProps) {
  const { language } = useWords(uiWords);
  return (
    <form method="post" action={action}>
      <input type="hidden" name="to" value={here} />
      {languages
        .filter((each) => each !== language)
        .map((each) => (
          <button key={each} type="submit" className="wm-link" name="language" value={each} lang={locales[each]}>
            {ownNames[each]}
          </button>
        ))}
    </form>
  );
}

/** The language a page of a signed-in person is written in, from what its loader returned: for its title. */
export const languageOfBar = (data: unknown): Language => barOf(data)?.language ?? "en";

/** Reads the bar out of whatever a loader returned. */
export function barOf(data: unknown): WorkBarProps | undefined {
  const bar = typeof data === "object" && data !== null && "bar" in data ? data.bar : undefined;
  return typeof bar === "object" && bar !== null && "name" in bar && "links" in bar ? (bar as WorkBarProps) : undefined;
}
