import type { Workflow } from "./workflows";

const words = (name: string) => name.replaceAll("_", " ");

/** A move table as a Mermaid state diagram: where a thing begins, every move that changes its state, and where it ends. */
export function workflowDiagram({ states, moves }: Workflow): string {
  const all = Object.entries(moves);
  const changing = all.flatMap(([name, move]) => move.from.filter((from) => from !== move.to).map((from) => `  ${from} --> ${move.to}: ${words(name)}`));
  const reached = new Set(all.flatMap(([, { from, to }]) => (from.some((each) => each !== to) ? [to] : [])));
  const left = new Set(all.flatMap(([, { from, to }]) => from.filter((each) => each !== to)));
  const ends = [...reached].filter((state) => !left.has(state)).map((state) => `  ${state} --> [*]`);
  return ["```mermaid", "stateDiagram-v2", `  [*] --> ${states[0]}`, ...changing, ...ends, "```"].join("\n");
}

/** A move table as a Markdown table: who may make each move, from where to where, what takes somebody out, and what must be true. */
export function workflowTable({ moves }: Workflow): string {
  const row = (cells: string[]) => `| ${cells.join(" | ")} |`;
  const list = (all: readonly string[] | undefined) => (all ?? []).map(words).join(", ");
  const rows = Object.entries(moves).map(([name, { from, to, by, bars, needs, needsReason }]) =>
    row([words(name), list(by), list(from), to, list(bars), [list(needs), needsReason ? "a reason" : ""].filter(Boolean).join(", ")]),
  );
  return [row(["move", "who", "from", "to", "not if", "needs"]), row(["---", "---", "---", "---", "---", "---"]), ...rows].join("\n");
}
