import { type Comparison, textsOf } from "./compare";
import type { NetChange, NetLine } from "./net";

/**
 * A comparison as it leaves the house: the same from the command line and from the web. `changes` are all on the way;
 * `net` is what came of every criterion of either version in the end, and `net_rules` of how a mark is worked out.
 */
export const diffJson = ({ from, to, changes, net }: Comparison, key: string) => ({
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
    ...months(compliance_months),
  })),
  net: net.criteria.map(({ was, is, between, ...line }) => ({ was, is, between, ...cameJson(line) })),
  net_rules: net.rules ? cameJson(net.rules) : null,
});

const cameJson = ({ fate, pieces, what_to_do, compliance_months, changes }: Omit<NetLine, "was" | "is" | "between" | "title" | "textIn">) => ({
  fate,
  old: textsOf(pieces, "old"),
  new: textsOf(pieces, "new"),
  what_to_do,
  ...months(compliance_months),
  changes: changes.map(({ version, type, criteria, successors, what, reason, holds }: NetChange) => ({ version, type, criteria, successors, what, reason, holds })),
});

const months = (compliance_months: number | undefined) => (compliance_months === undefined ? {} : { compliance_months });
