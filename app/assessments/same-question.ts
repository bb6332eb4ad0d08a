import type { Standard } from "#standards/format";
import { changesBetween } from "~/standards/changes-between";

/**
 * The questions of one version that are a question of another one: itself while it is asked, and where that was split, merged or retired, what took it up.
 * Also from a newer version back to an older one. None where nothing leads from one to the other.
 */
export function sameQuestion(versions: readonly Standard[], { version, criterion }: { version: string; criterion: string }, to: string): string[] {
  const onward = leadsTo(versions, { version, criterion }, to);
  if (onward) return onward;
  const older = versions.find((each) => each.version === to)?.criteria ?? [];
  return older.flatMap(({ id }) => (leadsTo(versions, { version: to, criterion: id }, version)?.includes(criterion) ? [id] : []));
}

function leadsTo(versions: readonly Standard[], { version, criterion }: { version: string; criterion: string }, to: string): string[] | undefined {
  const steps = changesBetween(versions, version, to);
  return steps?.reduce<string[]>(
    (before, step) => {
      const asked = new Set(versions.find((each) => each.version === step.to)?.criteria.map(({ id }) => id));
      const heirs = (id: string) => step.changes.flatMap(({ criteria, successors }) => (criteria.includes(id) ? successors : []));
      return [...new Set(before.flatMap((id) => [id, ...heirs(id)]))].filter((id) => asked.has(id));
    },
    [criterion],
  );
}
