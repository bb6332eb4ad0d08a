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

/** A move table in words, a row each: the move, who may make it, from where to where, what takes somebody out, and what must be true. */
export function moveRows({ moves }: Pick<Workflow, "moves">): string[][] {
  const list = (all: readonly string[] | undefined) => (all ?? []).map(words).join(", ");
  return Object.entries(moves).map(([name, { from, to, by, bars, needs, needsReason }]) => [
    words(name),
    list(by),
    list(from),
    words(to),
    list(bars),
    [list(needs), needsReason ? "a reason" : ""].filter(Boolean).join(", "),
  ]);
}
export const moveColumns = ["move", "who", "from", "to", "not if", "needs"];

/** The same as a Markdown table. */
export function workflowTable(workflow: Workflow): string {
  const row = (cells: string[]) => `| ${cells.join(" | ")} |`;
  return [row(moveColumns), row(moveColumns.map(() => "---")), ...moveRows(workflow).map(row)].join("\n");
}
