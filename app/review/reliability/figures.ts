import type { Standard } from "#standards/format";
import { compareVersions } from "~/standards/version-order";
import { type Agreement, agreementOver, type CountedPair } from "../agreement";
import { canBeJudged, reaches, type Scope } from "./aims";
import type { Quarter } from "./quarters";

/** The figures of one criterion of one version. */
export type CriterionFigures = { versionId: string; standard: string; id: string; title: string; scope: Scope; agreement: Agreement };
export type VersionFigures = { versionId: string; key: string; standard: string; overall: Agreement; mustHaves: Agreement; criteria: CriterionFigures[] };
export type ReliabilityFigures = { overall: Agreement; mustHaves: Agreement; versions: VersionFigures[] };

/** `chosen` null: from the start. `quarters`: those in which anything was read by two, and the present one; the newest first. */
export type Reliability = ReliabilityFigures & { chosen: Quarter | null; quarters: Quarter[] };

type Version = { id: string; standard: Pick<Standard, "key" | "version" | "title" | "criteria"> };
type Counted = CountedPair & { versionId: string; criterion: string };

/** Everything there is to say of these pairs: over all, over the must-haves, by version (the newest of each standard first) and by criterion, in the order of the version. */
export function figuresOf(counted: readonly Counted[], versions: readonly Version[]): ReliabilityFigures {
  const known = versions.map((version) =>
    figuresIn(
      version,
      counted.filter(({ versionId }) => versionId === version.id),
    ),
  );
  const order = new Map(versions.map(({ id, standard }) => [id, standard.version]));
  known.sort((one, other) => one.key.localeCompare(other.key) || compareVersions(order.get(other.versionId)!, order.get(one.versionId)!));
  const critical = new Set(versions.flatMap(({ id, standard }) => standard.criteria.filter(({ must_have }) => must_have).map((each) => `${id} ${each.id}`)));
  return {
    overall: agreementOver(counted),
    mustHaves: agreementOver(counted.filter(({ versionId, criterion }) => critical.has(`${versionId} ${criterion}`))),
    versions: known,
  };
}

function figuresIn({ id: versionId, standard }: Version, counted: readonly Counted[]): VersionFigures {
  const name = `${standard.title} ${standard.version}`;
  const rated = standard.criteria.filter(({ id }) => counted.some(({ criterion }) => criterion === id));
  const critical = new Set(rated.filter(({ must_have }) => must_have).map(({ id }) => id));
  return {
    versionId,
    key: standard.key,
    standard: name,
    overall: agreementOver(counted),
    mustHaves: agreementOver(counted.filter(({ criterion }) => critical.has(criterion))),
    criteria: rated.map(({ id, title, must_have }) => ({
      versionId,
      standard: name,
      id,
      title,
      scope: must_have ? "mustHaves" : "everything",
      agreement: agreementOver(counted.filter(({ criterion }) => criterion === id)),
    })),
  };
}

/** What a table of criteria can be put in order by. The worst comes first; by `id` it is the order of the version. */
export const orders = ["met_not_met", "exact", "kappa_linear", "ac1", "n", "id"] as const;
export type Order = (typeof orders)[number];

/** In this order; a figure that is not defined comes after those that are. */
export function inOrder(criteria: readonly CriterionFigures[], order: Order): CriterionFigures[] {
  if (order === "id") return [...criteria];
  const figure = ({ agreement }: CriterionFigures) => agreement[order] ?? Number.POSITIVE_INFINITY;
  return [...criteria].sort((one, other) => compare(figure(one), figure(other)));
}
const compare = (one: number, other: number) => (one === other ? 0 : one < other ? -1 : 1);

/** How many lead to a look at their guidance each quarter (Standard rules §C.5). */
export const worstAtMost = 3;

/** The criteria on which readers differ most about Met: below their aim, with enough pairs to say so, the worst first and at most three. */
export function worstOf({ versions }: Pick<ReliabilityFigures, "versions">): CriterionFigures[] {
  const below = versions.flatMap(({ criteria }) => criteria).filter(({ agreement, scope }) => canBeJudged(agreement) && reaches(agreement, scope).met_not_met === false);
  return inOrder(inOrder(below, "kappa_linear"), "met_not_met").slice(0, worstAtMost);
}
