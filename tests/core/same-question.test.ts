import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { migrateThrough } from "~/assessments/migrate";
import { sameQuestion } from "~/assessments/same-question";
import { moving } from "../support/migrations";
import { standards } from "../support/standards";

const lw = standards.filter(({ code }) => code === "LW");

describe("a question under another version", () => {
  test.each([
    ["stays itself", "LW-1.2", ["LW-1.2"]],
    ["that was split is both", "LW-4.1", ["LW-4.5", "LW-4.6"]],
    ["that was merged is the one", "LW-2.3", ["LW-2.5"]],
    ["that was retired is none", "LW-1.1", []],
  ])("%s: %s", (_, criterion, expected) => expect(sameQuestion(lw, { version: "1.0.0", criterion }, "2.0.0")).toEqual(expected));

  test("is found going back too", () => {
    expect(sameQuestion(lw, { version: "2.0.0", criterion: "LW-2.5" }, "1.0.0")).toEqual(["LW-2.1", "LW-2.3"]);
    expect(sameQuestion(lw, { version: "2.0.0", criterion: "LW-4.6" }, "1.0.0")).toEqual(["LW-4.1"]);
    expect(sameQuestion(lw, { version: "2.0.0", criterion: "LW-3.6" }, "1.0.0")).toEqual([]);
    expect(sameQuestion(lw, { version: "1.0.0", criterion: "LW-1.1" }, "1.0.0")).toEqual(["LW-1.1"]);
  });

  test("is every one that its answer goes to when a draft is moved, and going back leads to where it came from", () => {
    fc.assert(
      fc.property(moving, ({ draft, versions }) => {
        const [first, second, third] = versions;
        const { origins } = migrateThrough(draft, first, [second, third]);
        return Object.entries(origins).every(([id, { sources }]) =>
          sources.every(
            (source) =>
              sameQuestion(versions, { version: first.version, criterion: source }, third.version).includes(id) &&
              sameQuestion(versions, { version: third.version, criterion: id }, first.version).includes(source),
          ),
        );
      }),
      { numRuns: 1000 },
    );
  });
});
