import type { Change, ChangeSet, ChangeType } from "#standards/changes-format";
import type { Criterion, Standard } from "#standards/format";
import { canonical } from "./canonical";
import { addingTypes, endingTypes, explains, mildTypes, typesFor } from "./explains";
import { differing, type Field, pathOf } from "./fields";

/** Something that does not agree with the other versions of the standard: in which version, in which of its files, under which keys. */
export type HistoryFault = { version: string; in: "standard" | "changes" | { criterion: string }; path: (string | number)[]; message: string; unsaid?: Unsaid };
/** What is so and not said: of which criterion (none: of the award's rules), which part of it or that it came or went, and the types of change that would say it. */
export type Unsaid = { criterion?: string; what: Field | "came" | "went" | "rules"; types: readonly ChangeType[] };
type Found = Omit<HistoryFault, "version">;
const inChanges = (path: (string | number)[], message: string): Found => ({ in: "changes", path, message });

/** Where what a version says it changes is not what is different between it and the version before: said and not so, or so and not said. While a change cannot be read (it has no `what`), nothing is called unsaid. */
export function changesDisagree(before: Standard, after: Standard, set: ChangeSet): Found[] {
  const was = new Map(before.criteria.map((each) => [each.id, each]));
  const is = new Map(after.criteria.map((each) => [each.id, each]));
  const whole = set.changes.every(({ what }) => what !== "");
  const each = [
    ...ofTheNumber(before.version, after.version, set),
    ...set.changes.flatMap((change, at) => ofOne(change, was, is).map(({ path, message }) => inChanges(["changes", at, ...path], message))),
  ];
  if (!whole) return each;
  return [...each, ...cameAndWent(before, was, is, set), ...unsaid(before.version, was, is, set), ...rulesOfTheAward(before, after, set)];
}

function ofTheNumber(from: string, to: string, { sunset_days, changes }: ChangeSet): Found[] {
  const [a, b] = [from.split("."), to.split(".")];
  if (a[0] !== b[0])
    return sunset_days === undefined ? [inChanges([], `"sunset_days" is missing; expected how long ${from} may still be sent in, because the first number goes up`)] : [];
  const allowed = a[1] === b[1] ? mildTypes.patch : mildTypes.minor;
  const tooMuch = changes.flatMap(({ type }, at) =>
    allowed.includes(type) || changes[at]?.what === "" ? [] : [inChanges(["changes", at, "type"], `${type} needs a higher number than ${to}; expected only ${allowed.join(", ")}`)],
  );
  return sunset_days === undefined ? tooMuch : [inChanges(["sunset_days"], `expected none: ${to} does not end ${from}, because the first number stays`), ...tooMuch];
}

type Here = Map<string, Criterion>;
type In = { path: (string | number)[]; message: string };

function ofOne(change: Change, was: Here, is: Here): In[] {
  const { type, criteria, successors } = change;
  const there = addingTypes.includes(type) ? is : was;
  return [
    ...shape(change),
    ...criteria.flatMap((id, at) =>
      (there.has(id) ? ofCriterion(type, was.get(id), is.get(id), id) : [`there is no criterion ${id} ${there === is ? "in this version" : "in the version before"}`]).map(
        (message) => ({ path: ["criteria", at], message }),
      ),
    ),
    ...successors.flatMap((id, at) =>
      is.has(id) ? [] : [{ path: ["successors", at], message: `there is no criterion ${id} in this version; expected one that takes the place` }],
    ),
  ];
}

/** How many of each a type names. */
function shape({ type, criteria, successors, compliance_months }: Change): In[] {
  const found: In[] = [];
  const say = (path: string, message: string) => found.push({ path: [path], message });
  const [least, most] = type === "award_rule" ? [0, 0] : type === "editorial" ? [0, 99] : type === "merge" ? [2, 99] : type === "split" ? [1, 1] : [1, 99];
  if (criteria.length < least || criteria.length > most) say("criteria", `${type} names ${least === most ? least : `at least ${least}`}; found ${criteria.length}`);
  if (type === "split" && successors.length < 2) say("successors", `expected two or more that take its place, found ${successors.length}`);
  if (type === "merge" && successors.length !== 1) say("successors", `expected the one that takes their place, found ${successors.length}`);
  if (!endingTypes.includes(type) && successors.length > 0) say("successors", `expected none: ${type} ends no criterion`);
  if (type !== "critical_on" && compliance_months !== undefined) say("compliance_months", `expected none: only critical_on gives a live mark time`);
  return found;
}

function ofCriterion(type: Change["type"], before: Criterion | undefined, after: Criterion | undefined, id: string): string[] {
  if (endingTypes.includes(type)) return after ? [`${id} is still there; expected it to be gone, as ${type} says`] : [];
  if (addingTypes.includes(type)) {
    if (before) return [`${id} was there before; expected one that is new`];
    return (after?.weight === 0) === (type === "added_advisory") ? [] : [`${id} has weight ${after?.weight}; expected ${type === "added" ? "1, 2 or 3" : "0, for advice"}`];
  }
  if (!before || !after) return [`${id} is gone; expected it to be there, as ${type} says`];
  if (!differing(before, after).some((field) => explains[type].core.includes(field))) return [`nothing of ${id} is different that ${type} would explain`];
  return wrongWay(type, before, after, id);
}

function wrongWay(type: Change["type"], before: Criterion, after: Criterion, id: string): string[] {
  if (type === "critical_on" && before.must_have) return [`${id} was a must-have before; expected critical_off`];
  if (type === "critical_off" && after.must_have) return [`${id} is a must-have now; expected critical_on`];
  if (type === "advisory_to_scored" && before.weight > 0) return [`${id} counted before; expected weight`];
  if (type === "weight" && before.weight === 0) return [`${id} was advice before; expected advisory_to_scored`];
  const lost = before.evidence.kinds.filter((kind) => !after.evidence.kinds.includes(kind));
  if (type === "evidence_widened" && lost.length > 0) return [`${id} no longer takes ${lost.join(", ")}; expected every kind there was`];
  return [];
}

function cameAndWent(before: Standard, was: Here, is: Here, { changes }: ChangeSet): Found[] {
  const ended = new Set(changes.filter(({ type }) => endingTypes.includes(type)).flatMap(({ criteria }) => criteria));
  const began = new Set(changes.flatMap(({ type, criteria, successors }) => (addingTypes.includes(type) ? criteria : endingTypes.includes(type) ? successors : [])));
  return [
    ...[...was.keys()]
      .filter((id) => !is.has(id) && !ended.has(id))
      .map(
        (id): Found => ({
          ...inChanges(["changes"], `${id} was in ${before.version} and is gone; expected a change that retires, splits or merges it`),
          unsaid: { criterion: id, what: "went", types: endingTypes },
        }),
      ),
    ...[...is.keys()]
      .filter((id) => !was.has(id) && !began.has(id))
      .map(
        (id): Found => ({
          in: { criterion: id },
          path: ["id"],
          message: `${id} was not in ${before.version}; expected changes.yaml to add it, or to name it a successor`,
          unsaid: { criterion: id, what: "came", types: is.get(id)?.weight === 0 ? ["added_advisory"] : ["added"] },
        }),
      ),
  ];
}

function unsaid(from: string, was: Here, is: Here, { changes }: ChangeSet): Found[] {
  return [...is.values()].flatMap((after) => {
    const before = was.get(after.id);
    if (!before) return [];
    const said = new Set(changes.filter(({ criteria }) => criteria.includes(after.id)).flatMap(({ type }) => [...explains[type].core, ...(explains[type].also ?? [])]));
    return differing(before, after)
      .filter((field) => !said.has(field))
      .map(
        (field): Found => ({
          in: { criterion: after.id },
          path: pathOf(field),
          message: `${field} is different from ${from}, and changes.yaml does not say so; expected a change of type ${typesFor(field).join(" or ")}`,
          unsaid: { criterion: after.id, what: field, types: typesFor(field).filter((type) => wrongWay(type, before, after, after.id).length === 0) },
        }),
      );
  });
}

function rulesOfTheAward(before: Standard, after: Standard, { changes }: ChangeSet): Found[] {
  const at = changes.findIndex(({ type }) => type === "award_rule");
  const differs = (["scoring", "gate"] as const).filter((name) => canonical(before[name]) !== canonical(after[name]));
  if (at >= 0 && differs.length === 0) return [inChanges(["changes", at, "type"], "neither the scoring nor the gate is different; expected no award_rule")];
  if (at >= 0) return [];
  return differs.map(
    (name): Found => ({
      in: "standard",
      path: [name],
      message: `${name} is different from ${before.version}, and changes.yaml does not say so; expected a change of type award_rule`,
      unsaid: { what: "rules", types: ["award_rule"] },
    }),
  );
}
