import { type Language, locales } from "~/platform/words";

/** What `lang` says of a text in this language on a page in that one; nothing where they are the same. */
export const langWithin = (textIn: Language, page: Language): string | undefined => (textIn === page ? undefined : locales[textIn]);
