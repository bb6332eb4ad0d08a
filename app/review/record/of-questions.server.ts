import { sql } from "drizzle-orm";
import { z } from "zod";
import { questionRounds, questions } from "#db/schema/questions";
import { formatDay } from "~/ui/dates";
import { questionText } from "../question-words";
import { chapter, place } from "./chapter.server";

const Asked = z.array(z.object({ criterion: z.string(), template: z.string().nullable(), words: z.string() }));

/** The round of questions once it was sent, and how it ended. What was answered stands with what the group sent. */
export const ofQuestions = chapter({
  kind: "questions",
  rows: (caseId) => sql`
    select r.sent_at, ${place.asked}, 0::bigint, r.sent_by, jsonb_build_object('did', 'asked', 'due_on', r.due_on, 'questions',
        (select jsonb_agg(jsonb_build_object('criterion', q.criterion, 'template', q.template, 'words', q.words) order by q.place) from ${questions} q where q.round_id = r.id))
      from ${questionRounds} r where r.case_id = ${caseId} and r.sent_at is not null
    union all select r.ended_at, ${place.answered}, 1, r.answered_by, jsonb_build_object('did', r.state)
      from ${questionRounds} r where r.case_id = ${caseId} and r.ended_at is not null`,
  data: z.discriminatedUnion("did", [
    z.object({ did: z.literal("asked"), due_on: z.string(), questions: Asked }),
    z.object({ did: z.literal("answered") }),
    z.object({ did: z.literal("closed") }),
  ]),
  say: (data) => {
    if (data.did === "answered") return { part: "of the group", what: "sent the answers to the questions" };
    if (data.did === "closed") return { what: "the questions were closed without an answer" };
    const { questions: asked, due_on: until } = data;
    return {
      part: "assessor",
      what: `sent ${asked.length === 1 ? "one question" : `${asked.length} questions`}, to be answered by ${formatDay(until)}`,
      quote: asked.map((each) => `${each.criterion}: ${questionText(each, "en")}`).join("\n"),
    };
  },
});
