import type { ChangeType } from "#standards/changes-format";
import type { Field } from "./fields";

/** What a type of change says is different about a criterion: one of `core` at least; `also` may differ with it. */
type Explains = { core: readonly Field[]; also?: readonly Field[] };

const levels = ["not_yet", "developing", "met", "leading"] as const;
const around = ["statement", "why", "good", "ask", "facts"] as const;
const nothing: Explains = { core: [] };

/** By type (§D). What comes and goes as a whole, and the rules of the award, have no field of a criterion. */
export const explains: Record<ChangeType, Explains> = {
  editorial: { core: ["title", "statement", "why", "source", "good", "ask", "evidence"] },
  guidance: { core: ["why", "source", "good", "ask", "facts", "core_topic"] },
  evidence_widened: { core: ["evidence"] },
  moved: { core: ["section"] },
  weight: { core: ["weight"] },
  critical_off: { core: ["must_have"], also: ["na_reasons"] },
  critical_on: { core: ["must_have"], also: ["na_reasons"] },
  award_rule: nothing,
  descriptor_clarified: { core: levels, also: ["statement"] },
  applicability_narrowed: { core: ["applies", "na_reasons"], also: around },
  applicability_widened: { core: ["applies"], also: around },
  advisory_to_scored: { core: ["weight"] },
  added_advisory: nothing,
  added: nothing,
  na_claim_removed: { core: ["na_reasons"] },
  meaning_changed: { core: ["statement", ...levels], also: ["title", "source", "evidence", ...around] },
  descriptor_top_only: { core: ["leading"] },
  descriptor_raised: { core: levels, also: ["evidence", ...around] },
  split: nothing,
  merge: nothing,
  retired: nothing,
};

/** The types that may say that a field is different. */
export const typesFor = (field: Field): ChangeType[] =>
  (Object.keys(explains) as ChangeType[]).filter((type) => [...explains[type].core, ...(explains[type].also ?? [])].includes(field));

/** The types whose criteria are those of the version before and are not there any more. */
export const endingTypes: readonly ChangeType[] = ["split", "merge", "retired"];
/** The types whose criteria are new. */
export const addingTypes: readonly ChangeType[] = ["added", "added_advisory"];
/** What a version may hold when only its last number, or its middle one, goes up (§D). */
export const mildTypes = {
  patch: ["editorial"] as readonly ChangeType[],
  minor: ["editorial", "guidance", "evidence_widened", "descriptor_clarified", "added_advisory"] as readonly ChangeType[],
};
