import { type Move, moveNames, moves } from "~/assessments/workflow";

const movesOf = (of: Move["of"]) => moveNames.filter((name) => moves[name].of === of).map((name): [string, Move] => [name, moves[name]]);
const words = (name: string) => name.replaceAll("_", " ");

/** The move table as a Mermaid state diagram: where a thing begins, every move that changes its state, and where it ends. */
export function workflowDiagram(of: Move["of"] = "case"): string {
  const all = movesOf(of);
  const changing = all.flatMap(([name, move]) => move.from.filter((from) => from !== move.to).map((from) => `  ${from} --> ${move.to}: ${words(name)}`));
  const reached = new Set(all.flatMap(([, { from, to }]) => (from.some((each) => each !== to) ? [to] : [])));
  const left = new Set(all.flatMap(([, { from, to }]) => from.filter((each) => each !== to)));
  const begins = of === "case" ? "waiting" : "draft";
  const ends = [...reached].filter((state) => !left.has(state)).map((state) => `  ${state} --> [*]`);
  return ["```mermaid", "stateDiagram-v2", `  [*] --> ${begins}`, ...changing, ...ends, "```"].join("\n");
}

/** The move table as a Markdown table: who may make each move, from where to where, what takes somebody out, and what must be true. */
export function workflowTable(of: Move["of"] = "case"): string {
  const row = (cells: string[]) => `| ${cells.join(" | ")} |`;
  const list = (all: readonly string[] | undefined) => (all ?? []).map(words).join(", ");
  const rows = movesOf(of).map(([name, { from, to, by, bars, needs, needsReason }]) =>
    row([words(name), list(by), list(from), to, list(bars), [list(needs), needsReason ? "a reason" : ""].filter(Boolean).join(", ")]),
  );
  return [row(["move", "who", "from", "to", "not if", "needs"]), row(["---", "---", "---", "---", "---", "---"]), ...rows].join("\n");
}
