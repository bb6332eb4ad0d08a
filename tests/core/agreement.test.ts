import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Level } from "#standards/format";
import { type Agreement, agreementBetween, agreementIn, type Matrix, matrixOf, type Pair } from "~/review/agreement";
import { waymark } from "../support/terminal";

const worked = [
  [3, 1, 0, 0],
  [2, 9, 3, 0],
  [0, 4, 22, 2],
  [0, 0, 2, 2],
];
const paradox = [
  [0, 0, 0, 0],
  [0, 0, 1, 0],
  [0, 2, 47, 0],
  [0, 0, 0, 0],
];
const allMet = matrixOf(Array.from({ length: 50 }, (): Pair => [2, 2]));
const round = (figures: Agreement) => Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, figure === null ? null : Number(figure.toFixed(4))]));
const nothing = { exact: null, met_not_met: null, kappa: null, kappa_linear: null, kappa_quadratic: null, ac1: null };

describe("the worked numbers of the Standard rules, §C.5", () => {
  test("fifty pairs of every kind", () => {
    const figures = agreementIn(worked);
    expect(round(figures)).toEqual({ n: 50, exact: 0.72, met_not_met: 0.86, kappa: 0.537, kappa_linear: 0.6399, kappa_quadratic: 0.7569, ac1: 0.6493 });
    expect([figures.kappa, figures.kappa_linear, figures.kappa_quadratic].map((each) => each?.toFixed(3))).toEqual(["0.537", "0.640", "0.757"]);
  });

  test("nearly everyone at Met: kappa looks terrible, Gwet's figure does not", () => {
    const figures = agreementIn(paradox);
    expect(round(figures)).toEqual({ n: 50, exact: 0.94, met_not_met: 0.94, kappa: -0.0274, kappa_linear: -0.0274, kappa_quadratic: -0.0274, ac1: 0.9388 });
    expect(figures.kappa_linear?.toFixed(3)).toBe("-0.027");
  });

  test("all fifty at Met: no kappa is defined", () => {
    expect(agreementIn(allMet)).toEqual({ n: 50, exact: 1, met_not_met: 1, kappa: null, kappa_linear: null, kappa_quadratic: null, ac1: 1 });
  });

  test("no pair at all: nothing is defined", () => {
    expect(agreementBetween([])).toEqual({ n: 0, ...nothing });
  });
});

test("each always at a level of their own: as good as chance, which is defined", () => {
  expect(agreementBetween([[2, 3]])).toMatchObject({ exact: 0, met_not_met: 1, kappa: 0, kappa_linear: 0, kappa_quadratic: 0 });
});

describe("for any pairs", () => {
  const level = fc.constantFrom<Level>(0, 1, 2, 3);
  const anyPairs = fc.array(fc.tuple(level, level), { maxLength: 120 });
  const figuresOf = ({ n: _n, ...figures }: Agreement) => Object.values(figures);

  test("never NaN or infinite, never above 1; shares never below 0", () => {
    fc.assert(
      fc.property(anyPairs, (pairs) => {
        const figures = agreementBetween(pairs);
        for (const figure of figuresOf(figures)) expect(figure === null || (Number.isFinite(figure) && figure <= 1 + 1e-12)).toBe(true);
        if (figures.n > 0) expect(figures.exact! >= 0 && figures.exact! <= figures.met_not_met! && figures.met_not_met! <= 1).toBe(true);
      }),
    );
  });

  test("which reader was first makes no difference, nor in which order the pairs come, nor that all come twice", () => {
    fc.assert(
      fc.property(anyPairs, (pairs) => {
        const figures = agreementBetween(pairs);
        expect(agreementBetween(pairs.map(([first, second]) => [second, first]))).toEqual(figures);
        expect(agreementBetween([...pairs].reverse())).toEqual(figures);
        expect(agreementBetween([...pairs, ...pairs])).toEqual({ ...figures, n: 2 * figures.n });
      }),
    );
  });

  test("a kappa is missing exactly where all pairs are in one cell; full agreement is 1 everywhere", () => {
    fc.assert(
      fc.property(anyPairs, (pairs) => {
        const { kappa, kappa_linear, kappa_quadratic } = agreementBetween(pairs);
        const oneCell = new Set(pairs.map(String)).size <= 1 && pairs.every(([first, second]) => first === second);
        for (const each of [kappa, kappa_linear, kappa_quadratic]) expect(each === null).toBe(oneCell);
        const same = agreementBetween(pairs.map(([first]) => [first, first]));
        for (const figure of figuresOf(same)) expect(figure === null || Math.abs(figure - 1) < 1e-9).toBe(true);
      }),
    );
  });
});

describe("waymark agreement", () => {
  const ask = (matrix: unknown, ...flags: string[]) => waymark(["agreement", ...flags], JSON.stringify({ matrix }));

  test("with --json answers the figures of the matrix on standard input, null where one is not defined, and nothing else", async () => {
    expect(await ask(worked, "--json")).toEqual({ exit: 0, err: "", out: `${JSON.stringify(agreementIn(worked))}\n` });
    const none: Matrix = worked.map((row) => row.map(() => 0));
    expect(JSON.parse((await ask(none, "--json")).out)).toEqual({ n: 0, ...nothing });
  });

  test("without it says them in words, kappa never alone", async () => {
    expect((await ask(worked)).out).toBe("50 pairs: same level 72.0 %, same side of Met 86.0 %, kappa 0.537, linear 0.640, quadratic 0.757, AC1 0.649\n");
    expect((await ask(allMet)).out).toBe("50 pairs: same level 100.0 %, same side of Met 100.0 %, kappa not defined, linear not defined, quadratic not defined, AC1 1.000\n");
    expect((await ask(matrixOf([[1, 2]]))).out).toMatch(/^1 pair: .*; published only from 50 pairs\n$/);
  });

  test.each([
    ["no JSON", "four rows", "standard input is not JSON"],
    ["no matrix", "{}", "matrix: expected four rows"],
    ["three rows", JSON.stringify({ matrix: worked.slice(1) }), "matrix: expected four rows, for the levels 0 to 3"],
    ["five columns", JSON.stringify({ matrix: worked.map((row) => [...row, 1]) }), "matrix.0: expected four counts, for the levels 0 to 3"],
    ["half a pair", JSON.stringify({ matrix: [[0.5, 0, 0, 0], ...worked.slice(1)] }), "matrix.0.0: expected a whole number"],
    ["less than none", JSON.stringify({ matrix: [[0, 0, 0, -1], ...worked.slice(1)] }), "matrix.0.3: expected 0 or more"],
    ["a word as a count", JSON.stringify({ matrix: [["1", 0, 0, 0], ...worked.slice(1)] }), "matrix.0.0: expected a whole number"],
  ])("called wrongly: %s is said, and exits with 2", async (_name, input, expected) => {
    const { exit, out, err } = await waymark(["agreement", "--json"], input);
    expect({ exit, out }).toEqual({ exit: 2, out: "" });
    expect(err).toContain(expected);
  });
});
