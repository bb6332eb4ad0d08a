import type { Criterion } from "#standards/format";
import { capital } from "~/ui/capital";
import { Moment } from "~/ui/date";
import { Definition, Definitions } from "~/ui/definition";
import { Posts } from "~/ui/icons";
import { Box, Quiet } from "~/ui/layout";
import type { RatingLine, SettlementLine } from "./desk";
import { levelWord } from "./level-word";
import { partWords } from "./part";
import { overrules } from "./tests-and-level";

/** Ratings as they were given, each with its reader and reason, and how they were settled. */
export const RatingLines = ({ ratings, settlement, levels }: { ratings: RatingLine[]; settlement?: SettlementLine | null; levels: Criterion["levels"] }) => (
  <Definitions layout="stack">
    {ratings.map((rating) => (
      <Definition term={<Given who={`${capital(partWords[rating.part])}, ${rating.by}`} level={rating.level} />} key={rating.part}>
        <Box tone="quote">{rating.reason}</Box>
        <Quiet small>
          {ticked(rating, levels)} {rating.afterReveal && "Changed after seeing how the group rates itself."} <Moment at={rating.at} />
        </Quiet>
      </Definition>
    ))}
    {settlement && (
      <Definition term={<Given who={`Settled by ${settlement.by}`} level={settlement.level} />}>
        <Box tone="quote">{settlement.reason}</Box>
        <Quiet small>
          <Moment at={settlement.at} />
        </Quiet>
      </Definition>
    )}
  </Definitions>
);

const Given = ({ who, level }: { who: string; level: RatingLine["level"] }) => (
  <>
    {level !== null && <Posts standing={level} />} {levelWord(level)} <Quiet small>{who}</Quiet>
  </>
);

function ticked({ ticks, level }: RatingLine, levels: Criterion["levels"]) {
  if (level === null) return "Accepted the claim.";
  const counted = `Ticked ${ticks.met.length} of ${levels.met.tests.length} for Met, ${ticks.leading.length} of ${levels.leading.tests.length} for Leading.`;
  return overrules({ levels }, ticks, level) ? `${counted} The level goes another way than the ticks.` : counted;
}
