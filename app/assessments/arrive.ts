import type { Change, ChangeType } from "#standards/changes-format";
import type { Criterion } from "#standards/format";
import type { Answer } from "./answer";
import { type Carried, type CarriedAnswer, keepsLevel, lowest, mostAsked, type Need, type Said } from "./carried";
import { joinAnswers } from "./join-answers";
import { claimsNa, mayClaimNa, tidy } from "./parts";

/** A question of the version before, whether it was asked then, and what was answered. */
export type Source = { criterion: Criterion; asked: boolean; answer: CarriedAnswer | undefined };
export type Arrival = { criterion: Criterion; asked: boolean; sources: Source[]; changes: readonly Change[]; from: string; to: string };

/** What one kind of change asks of an answer that was given before it. What is not named asks nothing: the answer is carried silently. */
const asks: Partial<Record<ChangeType, (said: Said | undefined) => Need | undefined>> = {
  descriptor_clarified: () => "reread",
  critical_on: () => "reread",
  meaning_changed: () => "confirm",
  split: () => "confirm",
  merge: () => "confirm",
  descriptor_raised: () => "rate",
  descriptor_top_only: (said) => (said === "leading" ? "rate" : undefined),
  na_claim_removed: (said) => (said === "does-not-apply" ? "rate" : undefined),
};
/** Says why in what is kept with the answer. */
const tells = (type: ChangeType) => type in asks || type === "applicability_widened" || type === "advisory_to_scored";

/** The answer to one question of the new version, made of those given before. Undefined where nothing was. */
export function arrive({ criterion, asked, sources, changes, from, to }: Arrival): CarriedAnswer | undefined {
  const given = counted(sources);
  const answered = given.filter(({ answer }) => answer);
  if (answered.length === 0) return undefined;
  const said = lowest(given.map(saidBy));
  const whole = joined(sources, answered);
  const need = needOf({ criterion, asked, given, changes }, said);
  const before = answered.flatMap(({ answer }) => answer?.carried ?? []);
  if (!need) return { answer: whole.answer, privateNote: whole.privateNote };
  const claimable = said !== "does-not-apply" || mayClaimNa(criterion);
  const suggested = need === "confirm" && claimable ? said : undefined;
  const carried: Carried = {
    from: answered.flatMap((source) => earlier(source) ?? givenFrom(source, from)),
    changes: [...before.flatMap((each) => each.changes), ...changes.filter(({ type }) => tells(type)).map(({ type, what }) => ({ version: to, type, what }))],
    needs: need === "confirm" && !suggested ? "rate" : need,
    suggested,
    now_must_have: before.some((each) => each.now_must_have) || (criterion.must_have && given.some((source) => !source.criterion.must_have)) || undefined,
    left_out: before.some((each) => each.left_out) || whole.leftOut || undefined,
    plans: present(before.flatMap((each) => each.plans ?? [])),
    last_time: sources.find(({ answer }) => answer?.carried?.last_time)?.answer?.carried?.last_time,
    copied: before.find((each) => each.copied)?.copied,
  };
  return { answer: keepsLevel(need) ? whole.answer : withoutLevel(whole.answer), privateNote: whole.privateNote, carried: defined(carried) };
}

/** Where several are merged, those that did not apply are left out, by rule or by claim, unless none did. */
function counted(sources: Source[]): Source[] {
  if (sources.length < 2) return sources;
  const asked = sources.some((source) => source.asked) ? sources.filter((source) => source.asked) : sources;
  const applying = asked.filter((source) => saidBy(source) !== "does-not-apply");
  return applying.length > 0 ? applying : asked;
}

/** Where an answer that has come a longer way was given. One that was copied was given here. */
const earlier = ({ answer }: Source) => (answer?.carried?.needs === "copied" ? undefined : answer?.carried?.from);
/** An answer as one of those that others were made from. */
export const givenFrom = (source: Pick<Source, "criterion" | "answer">, version: string): Carried["from"][number] =>
  defined({ version, criterion: source.criterion.id, title: source.criterion.title, said: saidBy(source) });

function saidBy({ criterion, answer }: Pick<Source, "criterion" | "answer">): Said | undefined {
  if (!answer) return undefined;
  if (claimsNa(criterion, answer.answer)) return "does-not-apply";
  return answer.answer.level ?? answer.carried?.suggested;
}

function joined(sources: Source[], answered: Source[]) {
  const parts = answered.map(({ criterion, answer }) => ({ title: criterion.title, answer: answer!.answer, privateNote: answer!.privateNote }));
  return sources.length > 1 && parts.length > 1 ? joinAnswers(parts) : { ...parts[0]!, leftOut: false };
}

function needOf({ criterion, asked, given, changes }: Pick<Arrival, "criterion" | "asked" | "changes"> & { given: Source[] }, said: Said | undefined): Need | undefined {
  const touching = changes.map(({ type }) => asks[type]?.(said));
  const waiting = given.map(({ answer }) => answer?.carried?.needs);
  const unclaimable: Need | undefined = said === "does-not-apply" && !mayClaimNa(criterion) ? "rate" : undefined;
  const appears: Need | undefined = asked && given.every((source) => !source.asked) ? "answer" : undefined;
  return mostAsked(...touching, ...waiting, unclaimable, appears);
}

const withoutLevel = ({ level: _, na, ...rest }: Answer): Answer => tidy({ ...rest, na: na && { ...na, claimed: false } });
const present = <T>(all: T[]) => (all.length > 0 ? all : undefined);
const defined = <T extends object>(value: T) => Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;
