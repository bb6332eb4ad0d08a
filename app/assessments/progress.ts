import type { Criterion, Facts, Standard } from "#standards/format";
import type { Day } from "~/platform/calendar";
import { applicable } from "~/standards/applies";
import type { Answer } from "./answer";
import { type Carried, waits } from "./carried";
import { missingIn } from "./missing";
import { tidy } from "./parts";

/** `check` came from an older version and waits for its people · `still_true` came from last time, and nobody has said yet whether it still is · `read_again` is done, and its words changed · `optional` is advice that nobody has answered. */
export type TaskState = "to_do" | "half_written" | "done" | "check" | "still_true" | "read_again" | "optional";
/** One answer with the day it was last saved. Done is done on that day: a date that has passed since is found when the answers are checked. */
export type DatedAnswer = { answer: Answer; savedOn: Day; carried?: Carried };
export type Task = { id: string; title: string; section: string; mustHave: boolean; state: TaskState };
export type Progress = { questions: number; done: number; tasks: Task[]; next: Task | undefined };

/** How far an assessment has come: one task for each criterion that applies, in reading order. `next` is the first that is not done and has to be. */
export function progressOf(standard: Standard, facts: Facts, answers: ReadonlyMap<string, DatedAnswer>): Progress {
  const tasks = applicable(standard, facts).map((criterion): Task => {
    const state = stateOf(criterion, answers.get(criterion.id));
    return { id: criterion.id, title: criterion.title, section: criterion.section, mustHave: criterion.must_have, state };
  });
  const done = tasks.filter(({ state }) => isDone(state)).length;
  return { questions: tasks.length, done, tasks, next: tasks.find(isLeft) };
}

/** It could be sent as it is. */
const isDone = (state: TaskState) => state === "done" || state === "read_again";

/** Somebody still has to do something about it. */
export const isLeft = ({ state }: Task): boolean => !isDone(state) && state !== "optional";

function stateOf(criterion: Criterion, given: DatedAnswer | undefined): TaskState {
  const need = given?.carried?.needs;
  if (waits(need)) return need === "still" ? "still_true" : "check";
  if (!given || Object.keys(tidy(given.answer)).length === 0) return criterion.weight === 0 ? "optional" : "to_do";
  if (missingIn(criterion, given.answer, given.savedOn).length > 0) return "half_written";
  return need === "reread" ? "read_again" : "done";
}
