import { type Comparison, textsOf } from "./compare";

/** A comparison as it leaves the house: the same from the command line and from the web. */
export const diffJson = ({ from, to, changes }: Comparison, key: string) => ({
  from: `${key}@${from}`,
  to: `${key}@${to}`,
  changes: changes.map(({ version, type, criteria, successors, pieces, what, reason, what_to_do, compliance_months }) => ({
    type,
    criteria,
    successors,
    what,
    old: textsOf(pieces, "old"),
    new: textsOf(pieces, "new"),
    reason,
    what_to_do,
    version,
    ...(compliance_months !== undefined && { compliance_months }),
  })),
});
