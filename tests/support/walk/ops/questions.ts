import { eq } from "drizzle-orm";
import fc from "fast-check";
import { questionRounds, questions } from "#db/schema/questions";
import type { Actor } from "~/accounts/actor";
import { answerQuestions } from "~/review/answer-questions.server";
import { draftQuestion, dropQuestion, sendQuestions } from "~/review/ask.server";
import { noon } from "../../clock";
import type { Model, Walker } from "../model";
import { anybody, type Ground, op } from "../op";

type Round = { state: "drafting" | "sent" | "answered" | "closed"; places: number[] };
type Input = { by: Walker; move: "ask" | "drop" | "send" | "answer" };

const rounds = new WeakMap<Model, Round>();
function roundOf(model: Model): Round {
  const known = rounds.get(model) ?? { state: "drafting", places: [] };
  rounds.set(model, known);
  return known;
}
const mayDraft = (model: Model, by: Walker) => model.state === "assessing" && model.seatOf(by) === "assessor" && model.declared(by) && roundOf(model).state === "drafting";
const mayAnswer = (model: Model, by: Walker) => by === "pat" && model.state !== "withdrawn" && roundOf(model).state === "sent";

async function answerAll({ db, caseId, assessmentId }: Ground, actor: Actor) {
  const asked = await db.select({ id: questions.id }).from(questions).innerJoin(questionRounds, eq(questionRounds.id, questions.roundId)).where(eq(questionRounds.caseId, caseId));
  return answerQuestions(db, noon, actor, { assessmentId, answers: Object.fromEntries(asked.map(({ id }) => [id, "Every Tuesday."])), send: true });
}

export default op<Input>({
  name: "questions",
  arbitrary: fc.record({ by: anybody, move: fc.constantFrom("ask", "drop", "send", "answer") }),
  near: (model) => {
    const round = roundOf(model);
    if (round.state === "sent") return Array.from({ length: 4 }, (): Input => ({ by: "pat", move: "answer" })).concat({ by: "insider", move: "answer" });
    const assessor = model.readers.assessor?.who;
    return assessor && round.state === "drafting" ? [{ by: assessor, move: round.places.length > 0 ? "send" : "ask" }] : [];
  },
  allows: (model, { by, move }) => {
    const { places } = roundOf(model);
    if (move === "answer") return mayAnswer(model, by);
    return mayDraft(model, by) && (move === "ask" ? places.length < 10 : move === "send" ? places.length > 0 : true);
  },
  apply: (model, { by, move }) => {
    const round = roundOf(model);
    if (move === "ask") round.places.push([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].find((place) => !round.places.includes(place))!);
    if (move === "drop") round.places = round.places.filter((place) => place !== 1);
    if (move === "ask" || move === "drop") return [];
    const count = round.places.length;
    round.state = move === "send" ? "sent" : "answered";
    model.awaited = move === "send";
    return move === "send"
      ? [{ by, type: "case.questions_sent", of: "case", data: { count, due_on: "2026-06-15" } }]
      : [...model.carryOn(), { by, type: "case.questions_answered", of: "case", data: { count } }];
  },
  perform: (ground, { by, move }) => {
    const { db, caseId, actors } = ground;
    const actor = actors[by];
    if (move === "ask") return draftQuestion(db, noon, actor, { caseId, criterion: "MU-1.1", template: "who", words: "" });
    if (move === "drop") return dropQuestion(db, noon, actor, { caseId, place: 1 });
    return move === "send" ? sendQuestions(db, noon, actor, { caseId }) : answerAll(ground, actor);
  },
});
