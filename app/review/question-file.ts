import type { Actor } from "~/accounts/actor";
import type { PermissionIn } from "~/assessments/move-table";
import type { Bar } from "~/assessments/workflow";
import { type Day, londonDay } from "~/platform/calendar";
import { type CaseFile, factsOf } from "./case-file";
import { permitQuestion, type QuestionCondition, type QuestionMoveName, questionMovesOpen } from "./question-moves";
import { mostQuestions } from "./questions";
import { barsOn, type CaseFacts, standingsIn } from "./standing";

type Asking = Pick<CaseFile, "state" | "questionRound">;

const situationOf = (by: Actor | "system", { questionRound }: Asking, facts: CaseFacts) => ({
  state: questionRound?.state ?? ("drafting" as const),
  standings: by === "system" ? (["system"] as const) : standingsIn(by, facts),
  bars: by === "system" ? [] : barsOn(by, facts),
});

/** The conditions of the questions' table that this case meets on this day. Whether every question has its answer is known only to whoever sends the answers. */
function metBy({ state, questionRound }: Asking, today: Day): QuestionCondition[] {
  const asked = questionRound?.questions.length ?? 0;
  const dueOn = questionRound?.dueOn ?? null;
  const met: [QuestionCondition, boolean][] = [
    ["being_read", state === "assessing"],
    ["room_for_one", asked < mostQuestions],
    ["some_questions", asked > 0],
    ["in_time", dueOn !== null && today <= dueOn],
    ["time_over", dueOn !== null && today > dueOn],
    ["case_over", state === "withdrawn"],
  ];
  return met.filter(([, holds]) => holds).map(([condition]) => condition);
}

/** May this person, or the system itself, do this with the questions of this case? All rules are in the one table. */
export const permitQuestionOn = (
  name: QuestionMoveName,
  by: Actor | "system",
  file: CaseFile,
  now: Date,
  also: readonly QuestionCondition[] = [],
): PermissionIn<"drafting" | "sent" | "answered" | "closed", Bar | QuestionCondition> =>
  permitQuestion(name, { ...situationOf(by, file, factsOf(file)), met: [...metBy(file, londonDay(now)), ...also] });

/** What a page may offer this person to do with the questions: what the table allows, where the case is being read and the time is not over. */
export const questionMovesFor = (by: Actor, file: CaseFile, now: Date): QuestionMoveName[] => movesOffered(by, file, factsOf(file), now);

/** The same for one of the provider's own people, who know nothing of who reads. */
export const answerMovesFor = (by: Actor, asking: Asking & { organisationId: string }, now: Date): QuestionMoveName[] =>
  movesOffered(by, asking, { state: asking.state, organisationId: asking.organisationId, readers: [], raters: [], settlers: [] }, now);

function movesOffered(by: Actor, asking: Asking, facts: CaseFacts, now: Date): QuestionMoveName[] {
  const met = metBy(asking, londonDay(now));
  const timely = (name: QuestionMoveName) => (name === "answer" || name === "finish" ? met.includes("in_time") : met.includes("being_read"));
  return questionMovesOpen(situationOf(by, asking, facts)).filter(timely);
}
