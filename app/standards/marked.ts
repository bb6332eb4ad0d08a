import type { Comparison } from "./compare";
import { type Piece, wordsChanged } from "./pieces";

/** A comparison with the words of every text marked that came and went. */
export const marked = ({ net: { criteria, rules }, changes, ...rest }: Comparison) => ({
  ...rest,
  changes: changes.map(inWords),
  net: { criteria: criteria.map(inWords), rules: rules && inWords(rules) },
});

const inWords = <T extends { pieces: Piece[] }>(one: T) => ({ ...one, pieces: one.pieces.map((piece) => ({ ...piece, words: wordsChanged(piece) })) });
