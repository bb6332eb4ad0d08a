import type { Facts, Standard } from "#standards/format";
import type { Day } from "~/platform/calendar";
import { applicable } from "~/standards/applies";
import type { Answer } from "./answer";
import { missingIn } from "./missing";
import { tidy } from "./parts";

export type TaskState = "to_do" | "half_written" | "done";
/** One answer with the day it was last saved. Done is done on that day: a date that has passed since is found when the answers are checked. */
export type DatedAnswer = { answer: Answer; savedOn: Day };
export type Task = { id: string; title: string; section: string; mustHave: boolean; state: TaskState };
export type Progress = { questions: number; done: number; tasks: Task[]; next: Task | undefined };

/** How far an assessment has come: one task for each criterion that applies, in reading order. `next` is the first that is not done. */
export function progressOf(standard: Standard, facts: Facts, answers: ReadonlyMap<string, DatedAnswer>): Progress {
  const tasks = applicable(standard, facts).map((criterion): Task => {
    const given = answers.get(criterion.id);
    const state = !given || Object.keys(tidy(given.answer)).length === 0 ? "to_do" : missingIn(criterion, given.answer, given.savedOn).length === 0 ? "done" : "half_written";
    return { id: criterion.id, title: criterion.title, section: criterion.section, mustHave: criterion.must_have, state };
  });
  return { questions: tasks.length, done: tasks.filter(({ state }) => state === "done").length, tasks, next: tasks.find(({ state }) => state !== "done") };
}
