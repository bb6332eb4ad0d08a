import { sql } from "drizzle-orm";
import { z } from "zod";
import { people } from "#db/schema/accounts";
import { appealAnswers, appealSeats, appeals, appealVoices } from "#db/schema/appeals";
import { saysNone } from "../case-file";
import { levelWord } from "../level-word";
import { chapter, place } from "../record/chapter.server";
import { AppealAnswer, AppealContent, appealOutcomes, changedBy, seats } from "./appeal";
import { appealOutcomeWords } from "./appeal-letters";
import { groundWords, seatWords } from "./appeal-words";

const kept = <T>(of: z.ZodType<T>) => z.string().transform((content) => of.parse(JSON.parse(content)));
const answer = z.object({ outcome: z.enum(appealOutcomes), content: kept(AppealAnswer) });

/** The appeal against a decision, from its sending on. What a panel writes down and says is its own until it is final; a conflict of interest is for those whom readers tell theirs. */
export const ofAppeals = chapter({
  kind: "appeals",
  rows: (caseId) => sql`
    select p.sent_at, ${place.settled}, 0::bigint, p.sent_by, jsonb_build_object('did', 'sent', 'content', p.content) from ${appeals} p where p.case_id = ${caseId} and p.sent_at is not null
    union all select p.taken_at, ${place.settled}, 1, p.judge_id, jsonb_build_object('did', 'taken') from ${appeals} p where p.case_id = ${caseId} and p.taken_at is not null
    union all select a.at, ${place.settled}, 2, a.by, jsonb_build_object('did', 'answered', 'outcome', a.outcome, 'content', a.content)
      from ${appealAnswers} a where a.case_id = ${caseId} and a.stage = 1
    union all select p.gone_on_at, ${place.settled}, 3, null, jsonb_build_object('did', 'gone_on', 'why', coalesce(p.gone_on_why, ''))
      from ${appeals} p where p.case_id = ${caseId} and p.gone_on_at is not null
    union all select s.seated_at, ${place.settled}, 4, s.seated_by, jsonb_build_object('did', 'seated', 'seat', s.seat, 'name', n.name)
      from ${appeals} p join ${appealSeats} s on s.appeal_id = p.id join ${people} n on n.id = s.person_id where p.case_id = ${caseId}
    union all select s.declared_at, ${place.settled}, 5, s.person_id, jsonb_build_object('did', 'declared', 'words', coalesce(s.declaration, ''))
      from ${appeals} p join ${appealSeats} s on s.appeal_id = p.id where p.case_id = ${caseId} and s.declared_at is not null
    union all select s.ended_at, ${place.settled}, 6, s.person_id, jsonb_build_object('did', 'left')
      from ${appeals} p join ${appealSeats} s on s.appeal_id = p.id where p.case_id = ${caseId} and s.ended_at is not null
    union all select a.at, ${place.settled}, 7, a.by, jsonb_build_object('did', 'written', 'outcome', a.outcome, 'content', a.content)
      from ${appeals} p join lateral (select * from ${appealAnswers} w where w.appeal_id = p.id and w.stage = 2 order by w.seq desc limit 1) a on true
      where p.case_id = ${caseId} and p.state = 'closed'
    union all select v.at, ${place.settled}, 8, v.person_id, jsonb_build_object('did', 'said', 'agrees', v.agrees, 'words', v.words)
      from ${appeals} p join lateral (select * from ${appealAnswers} w where w.appeal_id = p.id and w.stage = 2 order by w.seq desc limit 1) a on true
      join ${appealVoices} v on v.answer_id = a.id and v.person_id <> a.by where p.case_id = ${caseId} and p.state = 'closed'
    union all select p.ended_at, ${place.settled}, 9, null, jsonb_build_object('did', p.state) from ${appeals} p where p.case_id = ${caseId} and p.ended_at is not null`,
  data: z.discriminatedUnion("did", [
    z.object({ did: z.literal("sent"), content: kept(AppealContent) }),
    z.object({ did: z.literal("gone_on"), why: z.string() }),
    z.object({ did: z.literal("seated"), seat: z.enum(seats), name: z.string() }),
    z.object({ did: z.literal("declared"), words: z.string() }),
    z.object({ did: z.literal("said"), agrees: z.boolean(), words: z.string() }),
    z.object({ did: z.enum(["taken", "left", "closed", "withdrawn"]) }),
    answer.extend({ did: z.enum(["answered", "written"]) }),
  ]),
  say: (data, { readsReasons }) => {
    switch (data.did) {
      case "sent":
        return { part: "of the group", what: "appealed against the decision", quote: data.content.grounds.map(groundOf).join("\n") };
      case "taken":
        return { part: "moderator", what: "took the appeal, to answer it" };
      case "answered":
        return { part: "moderator", what: `answered the appeal: ${appealOutcomeWords[data.outcome].toLowerCase()}${changesOf(data.content)}`, quote: whyOf(data.content) };
      case "gone_on":
        return { what: "the group took its appeal on to a panel", quote: data.why };
      case "seated":
        return { part: "moderator", what: `named ${data.name} for the panel (${seatWords[data.seat].toLowerCase()})` };
      case "declared":
        if (saysNone(data.words)) return { ...panel, what: "declared that they have no conflict of interest", quote: data.words };
        return { ...panel, what: "declared a conflict of interest", quote: readsReasons ? data.words : null };
      case "left":
        return { ...panel, what: "left the panel" };
      case "written":
        return { ...panel, what: `wrote down what the panel came to: ${appealOutcomeWords[data.outcome].toLowerCase()}${changesOf(data.content)}`, quote: whyOf(data.content) };
      case "said":
        return data.agrees ? { ...panel, what: "agreed with what was written down" } : { ...panel, what: "did not agree with what was written down", quote: data.words };
      case "closed":
        return { what: "the appeal was closed" };
      case "withdrawn":
        return { what: "the group took its appeal back" };
    }
  },
});

const panel = { part: "appeal panel" };
const groundOf = ({ ground, criteria, words }: AppealContent["grounds"][number]) =>
  `${groundWords[ground]}${criteria.length > 0 ? ` (${criteria.join(", ")})` : ""}: ${words.trim()}`;

function changesOf(content: AppealAnswer): string {
  const changed = changedBy(content).map(({ criterion, level }) => `${criterion} becomes ${levelWord(level)}`);
  return changed.length > 0 ? `; ${changed.join(", ")}` : "";
}

/** Everything that was written to the group with an answer. */
const whyOf = ({ reason, levels, findings }: AppealAnswer): string =>
  [reason, ...levels.map((each) => `${each.criterion}: ${each.reason}`), ...findings.map((each) => `${groundWords[each.ground]}: ${each.reason}`)].join("\n");
