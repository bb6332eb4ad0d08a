import type { Language } from "~/platform/words";
import { otherAwards } from "~/standards/other-awards.server";
import type { AwardChoice } from "./awards-held";
import { inOneList } from "./finding-words";
import { evidenceWords } from "./words/evidence-words";

/** The awards a group can state, each with what it counts for. Their names are as they are given. */
export const awardChoices = (language: Language): AwardChoice[] =>
  otherAwards().map(({ key, name, covers }) => {
    const criteria = covers.flatMap((each) => each.criteria);
    const t = evidenceWords(language);
    return { key, name, covers: criteria.length > 0 ? t("library.awards.covers", { criteria: inOneList(criteria, language) }) : t("library.awards.covers_nothing") };
  });
