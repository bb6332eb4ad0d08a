import type { Criterion, Standard } from "#standards/format";
import type { Day } from "~/platform/calendar";
import { isDay } from "~/ui/dates";
import type { Answer } from "./answer";
import { givenFrom } from "./arrive";
import { type CarriedAnswers, mostAsked } from "./carried";
import { sentParts, tidy, wantsPlan } from "./parts";

/**
 * Answers that were sent on a day, as a new draft begins with them (Standard rules §C.4): every one that says anything asks whether it is still true.
 * Nothing that was typed is different, and what they asked before they still ask. `standard` is the version they were given under.
 */
export const fromLastTime = (answers: CarriedAnswers, standard: Standard, sentOn: Day): CarriedAnswers =>
  Object.fromEntries(
    Object.entries(answers).map(([id, given]) => {
      const criterion = standard.criteria.find((each) => each.id === id);
      if (!criterion || Object.keys(tidy(given.answer)).length === 0) return [id, given];
      const { copied: _, ...before } = given.carried ?? { changes: [], from: [], needs: "still" as const };
      const from = before.from.length > 0 ? before.from : [givenFrom({ criterion, answer: given }, standard.version)];
      return [id, { ...given, carried: { ...before, from, needs: mostAsked("still", before.needs) ?? "still", last_time: { sent_on: sentOn } } }];
    }),
  );

/** A date in an answer that has passed: of a plan, of a file that is shown, of an award. */
export type Passed = { what: "plan" | "file" | "award"; title: string; on: Day };
type Until = { id: string; expiresOn: Day | null };

/** The dates in an answer from last time that have passed since. A plan counts where one is wanted. */
export function passedIn(criterion: Criterion, answer: Answer, today: Day, { files, awards }: { files: readonly Until[]; awards: readonly Until[] }): Passed[] {
  const { plan } = answer;
  const over = (all: readonly Until[], id: string | undefined) => all.find((each) => each.id === id && each.expiresOn !== null && each.expiresOn < today)?.expiresOn;
  const shown = (sentParts(criterion, answer).evidence ?? []).flatMap(({ kind, file, award, title = "" }): Passed[] => {
    const on = kind === "file" ? over(files, file) : kind === "award" ? over(awards, award) : undefined;
    return on && (kind === "file" || kind === "award") ? [{ what: kind, title, on }] : [];
  });
  return [...(plan?.when && wantsPlan(criterion, answer) && isDay(plan.when) && plan.when < today ? [{ what: "plan" as const, title: "", on: plan.when }] : []), ...shown];
}
