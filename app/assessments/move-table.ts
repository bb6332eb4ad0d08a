/** One move of a table: from which states to which, who may make it, what takes somebody out, what must be true. */
export type MoveIn<State extends string = string, Who extends string = string, Stop extends string = string, Need extends string = string> = {
  from: readonly State[];
  to: State;
  by: readonly Who[];
  bars?: readonly Stop[];
  needs?: readonly Need[];
  needsReason?: true;
};

/** The actor and the thing, as a table needs to know them. */
export type SituationIn<State extends string, Who extends string, Stop extends string, Need extends string> = {
  state: State;
  standings: readonly Who[];
  bars: readonly Stop[];
  met: readonly Need[];
  reason?: string;
};
export type RefusalIn<Why extends string> = "wrong_state" | "wrong_role" | Why | "reason_missing";
export type PermissionIn<State extends string, Why extends string> = { ok: true; to: State } | { ok: false; why: RefusalIn<Why> };

type Table<Name extends string, State extends string, Who extends string, Stop extends string, Need extends string> = Readonly<Record<Name, MoveIn<State, Who, Stop, Need>>>;

/** May this move of this table happen? Checks state, role, bars, conditions, reason, in this order; the first that is not so is the answer. Every table of moves is asked through here. */
export function permitIn<Name extends string, State extends string, Who extends string, Stop extends string, Need extends string>(
  table: Table<Name, State, Who, Stop, Need>,
  name: NoInfer<Name>,
  situation: NoInfer<SituationIn<State, Who, Stop, Need>>,
): PermissionIn<State, Stop | Need> {
  const move = table[name];
  const refuse = (why: RefusalIn<Stop | Need>): PermissionIn<State, Stop | Need> => ({ ok: false, why });
  if (!move.from.includes(situation.state)) return refuse("wrong_state");
  if (!move.by.some((who) => situation.standings.includes(who))) return refuse("wrong_role");
  const bar = move.bars?.find((each) => situation.bars.includes(each));
  if (bar) return refuse(bar);
  const missing = move.needs?.find((each) => !situation.met.includes(each));
  if (missing) return refuse(missing);
  if (move.needsReason && !situation.reason?.trim()) return refuse("reason_missing");
  return { ok: true, to: move.to };
}

/** The moves of a table that a page may offer, conditions aside: a button whose condition is not met says what is missing. In the table's order. */
export const movesOpenIn = <Name extends string, State extends string, Who extends string, Stop extends string, Need extends string>(
  table: Table<Name, State, Who, Stop, Need>,
  situation: NoInfer<Omit<SituationIn<State, Who, Stop, Need>, "met" | "reason">>,
): Name[] => namesIn(table).filter((name) => permitIn(table, name, { ...situation, met: table[name].needs ?? [], reason: "any" }).ok);

const namesIn = <Name extends string>(table: Readonly<Record<Name, unknown>>) => Object.keys(table) as Name[];
