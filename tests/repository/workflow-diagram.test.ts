import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { workflowDiagram, workflowTable } from "~/review/workflow-diagram";
import { workflows } from "~/review/workflows";

test("the workflow in review's README is what the move tables say", () => {
  const [, block] = /<!-- workflow -->([\s\S]*)<!-- \/workflow -->/.exec(readFileSync("app/review/README.md", "utf8")) ?? [];
  const drawn = workflows.filter(({ of }) => of !== "assessment").flatMap((each) => [workflowDiagram(each), workflowTable(each)]);
  expect(block?.trim()).toBe(drawn.join("\n\n"));
});
