import { expect, test } from "vitest";
import { applicable, applies, factsInRule, offered } from "~/standards/applies";
import { standardOf, standards } from "../support/standards";

const allotment = {
  runs_activities: true,
  uses_volunteers: true,
  holds_waiting_list: false,
  receives_electronic_referrals_with_patient_data: false,
  regulated_service_types: [],
  has_link_workers: false,
};
const firsts = standards.filter(({ version }) => version === "1.0.0");
const asked = (facts: Parameters<typeof applicable>[1]) => Object.fromEntries(firsts.map((each) => [each.code, applicable(each, facts).length]));

test("a tiny allotment with volunteers is asked 32 questions, not 54", () => {
  expect(firsts.flatMap((each) => each.criteria)).toHaveLength(54);
  expect(asked(allotment)).toEqual({ RC: 16, AS: 16, LW: 0 });
});

test("a fact that was never stated counts as false, and so nothing is asked because of it", () => {
  expect(asked({})).toEqual({ RC: 16, AS: 0, LW: 0 });
  expect(asked({ has_link_workers: true })).toEqual({ RC: 16, AS: 0, LW: 18 });
});

test("everything is asked of who does everything", () => {
  const all = {
    runs_activities: true,
    has_link_workers: true,
    uses_volunteers: true,
    holds_waiting_list: true,
    home_visits: true,
    receives_electronic_referrals_with_patient_data: true,
    regulated_service_types: ["debt_advice"],
  };
  expect(asked(all)).toEqual({ RC: 18, AS: 17, LW: 19 });
});

test("either home visits or meeting alone asks for lone-working steps", () => {
  const lone = (facts: object) => applicable(standardOf("LW"), { has_link_workers: true, ...facts }).some(({ id }) => id === "LW-3.3");
  expect([lone({}), lone({ home_visits: true }), lone({ meets_alone_in_community: true }), lone({ home_visits: false, meets_alone_in_community: false })]).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test("the gate decides whether a standard is offered", () => {
  expect(standards.filter((each) => offered(each, {})).map(({ code }) => code)).toEqual(["RC"]);
  expect(offered(standardOf("AS"), { runs_activities: true })).toBe(true);
});

test.each([
  ["is true", { fact: "a", is: true } as const, { a: true }, true],
  ["is true, unstated", { fact: "a", is: true } as const, {}, false],
  ["is true, said in words", { fact: "a", is: true } as const, { a: "true" }, false],
  ["is false, unstated", { fact: "a", is: false } as const, {}, true],
  ["is false", { fact: "a", is: false } as const, { a: false }, true],
  ["is false, but true", { fact: "a", is: false } as const, { a: true }, false],
  ["is a word", { fact: "a", is: "yes" } as const, { a: "yes" }, true],
  ["is in a list", { fact: "a", is: "x" } as const, { a: ["w", "x"] }, true],
  ["is not in a list", { fact: "a", is: "x" } as const, { a: ["w"] }, false],
  ["is a number", { fact: "a", is: 0 } as const, { a: 0 }, true],
  ["is a number, unstated", { fact: "a", is: 0 } as const, {}, false],
  ["not empty list", { fact: "a", not_empty: true } as const, { a: ["x"] }, true],
  ["empty list", { fact: "a", not_empty: true } as const, { a: [] }, false],
  ["blank text", { fact: "a", not_empty: true } as const, { a: "  " }, false],
  ["nought is something", { fact: "a", not_empty: true } as const, { a: 0 }, true],
  ["false is nothing", { fact: "a", not_empty: true } as const, { a: false }, false],
  [
    "any",
    {
      any: [
        { fact: "a", is: true },
        { fact: "b", is: true },
      ],
    },
    { b: true },
    true,
  ],
  [
    "all",
    {
      all: [
        { fact: "a", is: true },
        { fact: "b", is: true },
      ],
    },
    { b: true },
    false,
  ],
  ["not", { not: { fact: "a", is: true } }, {}, true],
])("%s", (_name, rule, facts, holds) => {
  expect(applies(rule, facts as never)).toBe(holds);
});

test("a rule names its facts, each once", () => {
  expect(
    factsInRule({
      all: [
        { fact: "a", is: true },
        {
          not: {
            any: [
              { fact: "b", not_empty: true },
              { fact: "a", is: false },
            ],
          },
        },
      ],
    }),
  ).toEqual(["a", "b"]);
  expect(factsInRule("always")).toEqual([]);
});
