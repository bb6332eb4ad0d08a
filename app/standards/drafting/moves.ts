/**
 * Everything that can be done to a version in the making, in one table. A move that is not in this table cannot happen;
 * pages take their buttons from it, and its printed form is the specification (tests/core/standards-drafting-moves.test.ts).
 */
export const draftStates = ["draft", "consultation", "published", "discarded"] as const;
export type DraftState = (typeof draftStates)[number];

/** Four eyes: nobody who wrote any of it. */
export type DraftBar = "wrote";
/** What must be true of the draft. `heard`: its consultation is over; typing errors need none. `newest_base`: it begins from the newest version there is. */
export type DraftCondition = "faultless" | "day_ahead" | "heard" | "newest_base";

export type DraftMove = { from: readonly DraftState[]; to: DraftState; bars?: readonly DraftBar[]; needs?: readonly DraftCondition[] };

/** All of them by standards editors alone. */
export const draftMoves = {
  write: { from: ["draft"], to: "draft" },
  consult: { from: ["draft"], to: "consultation", needs: ["faultless", "day_ahead"] },
  /** What readers said asks for other words: the text can be written again, and is consulted on again. */
  reopen: { from: ["consultation"], to: "draft" },
  publish: { from: ["draft", "consultation"], to: "published", bars: ["wrote"], needs: ["faultless", "heard", "newest_base"] },
  discard: { from: ["draft", "consultation"], to: "discarded" },
} as const satisfies Record<string, DraftMove>;

export type DraftMoveName = keyof typeof draftMoves;
export const draftMoveNames = Object.keys(draftMoves) as DraftMoveName[];

export type DraftSituation = { state: DraftState; bars: readonly DraftBar[]; met: readonly DraftCondition[] };
export type DraftRefusal = "wrong_state" | DraftBar | DraftCondition;
export type DraftPermission = { ok: true; to: DraftState } | { ok: false; why: DraftRefusal };

/** May this move happen? Checks state, bars, conditions, in this order; the first that is not so is the answer. */
export function permitDraft(name: DraftMoveName, { state, bars, met }: DraftSituation): DraftPermission {
  const move: DraftMove = draftMoves[name];
  if (!move.from.includes(state)) return { ok: false, why: "wrong_state" };
  const why = move.bars?.find((each) => bars.includes(each)) ?? move.needs?.find((each) => !met.includes(each));
  return why ? { ok: false, why } : { ok: true, to: move.to };
}

/** The moves a page may offer, conditions aside: a button whose condition is not met says what is missing. */
export const draftMovesOpen = (situation: Omit<DraftSituation, "met">): DraftMoveName[] =>
  draftMoveNames.filter((name) => permitDraft(name, { ...situation, met: (draftMoves[name] as DraftMove).needs ?? [] }).ok);
