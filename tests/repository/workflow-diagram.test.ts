import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { workflowDiagram, workflowTable } from "~/review/workflow-diagram";

test("the workflow in review's README is what the move table says", () => {
  const [, block] = /<!-- workflow -->([\s\S]*)<!-- \/workflow -->/.exec(readFileSync("app/review/README.md", "utf8")) ?? [];
  expect(block?.trim()).toBe([workflowDiagram(), workflowTable()].join("\n\n"));
});
