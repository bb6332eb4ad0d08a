import { otherAwards } from "~/standards/other-awards.server";
import type { AwardChoice } from "./awards-held";

/** The awards a group can state, each with what it counts for. */
export const awardChoices = (): AwardChoice[] =>
  otherAwards().map(({ key, name, covers }) => {
    const criteria = covers.flatMap((each) => each.criteria);
    return {
      key,
      name,
      covers: criteria.length > 0 ? `You can show it for ${criteria.join(" and ")}.` : "You can show it like any other evidence; it stands for no question by itself.",
    };
  });
