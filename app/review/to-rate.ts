import type { Criterion, Facts, Standard } from "#standards/format";
import { applicable } from "~/standards/applies";
import type { Part } from "./part";

/** How much the second reader reads: the must-haves, or everything that the assessor does. */
export type Depth = "must_haves" | "whole";

/** The criteria this reader rates, in reading order: the assessor all that apply, the second reader the must-haves among them, or, where a case is read twice as a whole, all too. */
export const toRate = (standard: Standard, facts: Facts, part: Part, reading: Depth = "must_haves"): Criterion[] => {
  const asked = applicable(standard, facts);
  return part === "assessor" || reading === "whole" ? asked : asked.filter((criterion) => criterion.must_have);
};
