/** A key of the rating page: what it does, by the name that `public/rating-keys.js` knows it by, and in words. */
export type RatingKey = { does: string; keys: readonly string[]; words: string };

/** Accepts the claim that a criterion does not apply: only where it was made. */
const claim: RatingKey = { does: "claim", keys: ["0"], words: "accept that it does not apply" };

/** Every key of the rating page, in the order of the work. The page shows this list and the script reads it from there, so what is shown is what works. */
export const ratingKeys = ({ claimed, last }: { claimed: boolean; last: boolean }): RatingKey[] => [
  { does: "test", keys: ["t"], words: "tick the next test; Space takes a tick off" },
  { does: "level", keys: ["1", "2", "3", "4"], words: "the level, from Not yet to Leading" },
  ...(claimed ? [claim] : []),
  { does: "reason", keys: ["r"], words: "write the reason; Esc ends that" },
  { does: "save", keys: ["s"], words: last ? "save and finish" : "save and go on" },
  { does: "shown", keys: ["e"], words: "the next thing they show; Enter opens it" },
  { does: "next", keys: ["n"], words: "to the next criterion, without saving" },
  { does: "previous", keys: ["p"], words: "to the one before, without saving" },
  { does: "map", keys: ["?"], words: "to this list" },
];
