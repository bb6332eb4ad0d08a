import type { Standard } from "#standards/format";
import type { OtherAward } from "#standards/other-awards-format";

/** Where in the list something is wrong, and what. */
export type AwardFault = { path: (string | number)[]; message: string };

/** What the grammar of the list cannot see: keys that are there twice, criteria that no version has, and must-haves, which no award of others ever covers. */
export function otherAwardFaults(awards: readonly OtherAward[], versions: readonly Standard[]): AwardFault[] {
  return awards.flatMap(({ key, covers }, at) => [
    ...(awards.findIndex((each) => each.key === key) < at ? [{ path: [at, "key"], message: `the award ${key} is there twice; expected one of its own` }] : []),
    ...covers.flatMap(({ standard, criteria }, place) => {
      const of = versions.filter((each) => each.key === standard);
      if (of.length === 0)
        return [
          { path: [at, "covers", place, "standard"], message: `there is no standard ${standard}; expected one of ${[...new Set(versions.map((each) => each.key))].join(", ")}` },
        ];
      return criteria.flatMap((id, index) => {
        const found = of.flatMap((version) => version.criteria.filter((criterion) => criterion.id === id));
        const path = [at, "covers", place, "criteria", index];
        if (found.length === 0) return [{ path, message: `no version of ${standard} has ${id}; expected one of its criteria` }];
        return found.some(({ must_have }) => must_have) ? [{ path, message: `${id} is a must-have, which no other award may cover; expected another criterion` }] : [];
      });
    }),
  ]);
}

/** The awards that count for one criterion, and how. None for a must-have, whatever a list says. */
export function awardsFor(
  awards: readonly OtherAward[],
  standardKey: string,
  criterion: { id: string; must_have: boolean },
): { award: OtherAward; relation: "met_at_least" | "supports" }[] {
  if (criterion.must_have) return [];
  return awards.flatMap((award) => {
    const found = award.covers.find(({ standard, criteria }) => standard === standardKey && criteria.includes(criterion.id));
    return found ? [{ award, relation: found.relation }] : [];
  });
}
