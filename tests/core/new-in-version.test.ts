import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fatesOf } from "~/assessments/fates";
import { migrateThrough } from "~/assessments/migrate";
import { newSince } from "~/assessments/new-in-version";
import { moving } from "../support/migrations";
import { standards } from "../support/standards";

const [lw10, lw11, lw20] = ["1.0.0", "1.1.0", "2.0.0"].map((version) => standards.find((each) => each.code === "LW" && each.version === version)!);
const facts = { has_link_workers: true, home_visits: false, uses_ai_tools: true };

describe("what is new in a version", () => {
  test("is a question that was added, and one that is asked of more groups, in the words of the change list", () => {
    const found = newSince(facts, lw10!, [lw11!, lw20!]);
    expect(Object.keys(found).sort()).toEqual(["LW-3.3", "LW-3.6", "LW-5.4"]);
    expect(found["LW-3.6"]).toEqual({ version: "2.0.0", what: expect.stringMatching(/^A new criterion asks about AI/), later: [] });
    expect(found["LW-5.4"]).toMatchObject({ version: "1.1.0", later: [{ version: "2.0.0", what: expect.stringContaining("now counts once") }] });
    expect(found["LW-3.3"]?.what).toMatch(/^Lone working is asked of everyone/);
  });

  test("is not what a group had before, what its own question was made of, or what it is not asked", () => {
    expect(Object.keys(newSince({ ...facts, home_visits: true, uses_ai_tools: false }, lw11!, [lw20!]))).toEqual([]);
    expect(newSince(facts, lw20!, [])).toEqual({});
  });

  test("is never a question that an answer came to, whatever happens between three versions", () => {
    fc.assert(
      fc.property(moving, ({ draft, versions: [first, second, third] }) => {
        const steps = [second, third];
        const found = newSince(draft.facts, first, steps);
        const fates = fatesOf(draft.facts, first, third, steps, migrateThrough({ facts: draft.facts, answers: {} }, first, steps));
        return Object.entries(found).every(
          ([id, { version }]) => fates.some(({ criterion, fate }) => criterion === id && fate === "new") && steps.some((step) => step.version === version),
        );
      }),
      { numRuns: 500 },
    );
  });
});
