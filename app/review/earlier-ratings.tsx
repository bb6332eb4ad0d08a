import { Moment } from "~/ui/date";
import { Definition, Definitions } from "~/ui/definition";
import { Details } from "~/ui/details";
import { Posts } from "~/ui/icons";
import { Box, Quiet } from "~/ui/layout";
import type { EarlierRating } from "./desk";
import { levelWord } from "./level-word";

/** What this reader gave the criterion in other cases. Closed at first: what is to be read here comes before it. */
export function EarlierRatings({ earlier }: { earlier: EarlierRating[] }) {
  if (earlier.length === 0) return null;
  return (
    <Details summary={earlier.length === 1 ? "How you rated this in another case" : `How you rated this in ${earlier.length} other cases`}>
      <Definitions layout="stack">
        {earlier.map(({ level, reason, at, version }) => (
          <Definition
            term={
              <>
                {level !== null && <Posts standing={level} />} {levelWord(level)}
              </>
            }
            key={`${at} ${reason}`}
          >
            <Box tone="quote">{reason}</Box>
            <Quiet small>
              Version {version}. <Moment at={at} />
            </Quiet>
          </Definition>
        ))}
      </Definitions>
    </Details>
  );
}
