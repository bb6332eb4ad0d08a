/** Words by language: whole sentences with places to fill, kept in files beside the code that says them. */
import { createInstance } from "i18next";

export const languages = ["en", "cy"] as const;
export type Language = (typeof languages)[number];

/** What `lang` says of each. */
export const locales: Record<Language, string> = { en: "en-GB", cy: "cy" };

/** The languages' own names: a reader looks for their own. */
export const ownNames: Record<Language, string> = { en: "English", cy: "Cymraeg" };

/** The language an address asks for: `?lang=cy`. English otherwise: a browser's settings are not asked, so one address has one answer. */
export const languageAsked = ({ search }: { search: string }): Language => (new URLSearchParams(search).get("lang") === "cy" ? "cy" : "en");

/** The same address, asking for this language. English is not asked for. */
export function inLanguage(path: string, language: Language): string {
  const [, way = "", query = "", place = ""] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/.exec(path) ?? [];
  const asked = new URLSearchParams(query);
  if (language === "en" && !asked.has("lang")) return path;
  asked.delete("lang");
  if (language !== "en") asked.set("lang", language);
  return asked.size > 0 ? `${way}?${asked}${place}` : way + place;
}

/** Makes something once for each language: a form whose faults are said in it. */
export function perLanguage<T>(make: (language: Language) => T): (language: Language) => T {
  const made = { en: make("en"), cy: make("cy") };
  return (language) => made[language];
}

type PluralForm = "zero" | "one" | "two" | "few" | "many" | "other";
type WithoutForm<Name extends string> = Name extends `${infer Key}_${PluralForm}` ? Key : Name;
/** Every message of a file by its path: "found.none". The forms of a plural are one message. */
export type MessageKey<Messages> = {
  [Name in keyof Messages & string]: Messages[Name] extends string ? WithoutForm<Name> : `${Name}.${MessageKey<Messages[Name]>}`;
}[keyof Messages & string];

/** What stands in the places. `count` chooses the form of a plural. */
export type Values = Readonly<Record<string, string | number>>;
/** Says one message. A message that is not there does not compile; a place without a value throws. */
export type Say<Messages> = (key: MessageKey<Messages>, values?: Values) => string;
/** The words of one capability, in every language. */
export type Words<Messages> = (language: Language) => Say<Messages>;

/**
 * Makes the words of a capability out of its files. The English file says which messages there are; a test holds the others to it.
 * i18next finds a message and its plural form, once each; the places are filled here: the busiest address of all says one on every request.
 * Nothing is escaped, because React does that, and what is put in a place is never read as a message.
 */
export function wordsFrom<English extends object>(files: { en: English; cy: object }): Words<English> {
  const book = createInstance({
    lng: "en",
    fallbackLng: false,
    resources: { en: { translation: files.en }, cy: { translation: files.cy } },
    initAsync: false,
    nsSeparator: false,
    returnNull: false,
    parseMissingKeyHandler: (key) => fault(`There is no message ${key}`),
  });
  void book.init();
  const says = (language: Language): Say<English> => {
    const find = book.getFixedT(language);
    const form = new Intl.PluralRules(language);
    const found = new Map<string, string>();
    return (key, values = {}) => {
      const count = values.count === undefined ? undefined : Number(values.count);
      const place = count === undefined ? key : `${key}_${form.select(count)}`;
      const message = found.get(place) ?? String(find(key, { ...(count === undefined ? {} : { count }), skipInterpolation: true }));
      found.set(place, message);
      return fill(message, values);
    };
  };
  return perLanguage(says);
}

const fill = (message: string, values: Values) =>
  message.replace(/\{\{(\w+)\}\}/g, (place, name: string) => String(values[name] ?? fault(`Nothing to put in the place ${place} of “${message}”`)));

function fault(words: string): never {
  throw new Error(words);
}
