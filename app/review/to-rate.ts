import type { Criterion, Facts, Standard } from "#standards/format";
import { applicable } from "~/standards/applies";
import type { Part } from "./part";

/** The criteria this reader rates, in reading order: the assessor all that apply, the second reader the must-haves among them. */
export const toRate = (standard: Standard, facts: Facts, part: Part): Criterion[] => {
  const asked = applicable(standard, facts);
  return part === "assessor" ? asked : asked.filter((criterion) => criterion.must_have);
};
