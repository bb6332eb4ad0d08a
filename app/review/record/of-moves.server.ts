import { sql } from "drizzle-orm";
import { z } from "zod";
import { caseMoves, caseRounds } from "#db/schema/review";
import { moves } from "~/assessments/workflow";
import type { CaseMoveName } from "../standing";
import { historyWords } from "../state-words";
import { chapter, place } from "./chapter.server";
import type { steps } from "./line";

/** Where each move stands among what happened in one instant; null where another chapter tells it in more words. */
const told: Record<CaseMoveName, keyof typeof steps | null> = {
  assign: null,
  declare: null,
  lose_reader: "begun",
  let_go: "begun",
  begin: "begun",
  step_aside: "begun",
  rate: null,
  recommend: "compared",
  differ: "compared",
  agree: "compared",
  talk_level: null,
  end_talk: "talked",
  settle: null,
  rate_third: null,
  settled: "agreed",
  confirm_claims: "agreed",
  refuse_claims: "agreed",
  send_report: "agreed",
  note: null,
  confirm: "agreed",
  remark: null,
  let_stand: "agreed",
  send_back: "agreed",
  decide: null,
  defer: null,
  add: null,
  resume: null,
  lapse: "answered",
  reopen: "agreed",
  close: "after",
};
const toldHere = Object.entries(told).flatMap(([move, step]) => (step ? [sql`(${move}::text, ${place[step]})`] : []));

const isOfGroup = (move: string) => (moves[move as CaseMoveName].by as readonly string[]).includes("submitter");

/** How the case moved, as its history says it, and what is looked at again because of it. Why somebody left is for those whom readers tell it. */
export const ofMoves = chapter({
  kind: "moves",
  rows: (caseId) => sql`
    select m.at, told.step, m.seq, m.by, jsonb_build_object('move', m.name, 'reason', m.reason,
        'again', (select to_jsonb(r.criteria) from ${caseRounds} r where r.case_id = m.case_id and r.opened_at = m.at and m.to_state = 'assessing'))
    from ${caseMoves} m join (values ${sql.join(toldHere, sql`, `)}) told (move, step) on told.move = m.name where m.case_id = ${caseId}`,
  data: z.object({ move: z.string(), reason: z.string().nullable(), again: z.array(z.string()).nullable() }),
  say: ({ move, reason, again }, { readsReasons }) => ({
    ...(isOfGroup(move) && { part: "of the group" }),
    what: [historyWords[move as CaseMoveName], again?.join(", ")].filter(Boolean).join(": "),
    quote: move === "step_aside" && !readsReasons ? null : reason,
  }),
});
