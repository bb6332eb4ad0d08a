import type { ChangeType } from "#standards/changes-format";
import type { Language } from "~/platform/words";
import { standardsWords } from "./words/standards-words";

/** What a type of change is called on a page. */
export const changeWord = (type: ChangeType, language: Language = "en"): string => standardsWords(language)(`change.type.${type}`);

/** Ids in a row: "AS-1.1 and AS-1.2". */
export const idsInWords = (ids: readonly string[], language: Language): string =>
  ids.length === 0 ? "" : ids.reduce((one, other) => standardsWords(language)("change.and", { one, other }));
