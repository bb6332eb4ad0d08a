import type { ChangeSet } from "#standards/changes-format";
import type { Standard } from "#standards/format";

/** One step from a version to the one after it. */
export type Step = ChangeSet & { to: string };

/**
 * The change sets that lead from one version of a standard to another, the earliest first: none when they are the same.
 * Follows what each version says it comes `from`. Undefined where that never leads to `from`: it is newer, on another line, or one between is not among `versions`.
 */
export function changesBetween(versions: readonly Pick<Standard, "version" | "changes">[], from: string, to: string): Step[] | undefined {
  const steps: Step[] = [];
  let at = to;
  while (at !== from) {
    const { changes } = versions.find(({ version }) => version === at) ?? {};
    if (!changes || steps.some((step) => step.to === at)) return undefined;
    steps.unshift({ ...changes, to: at });
    at = changes.from;
  }
  return versions.some(({ version }) => version === from) ? steps : undefined;
}
