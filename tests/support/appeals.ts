import type { StageClock } from "#db/seed/player";
import { done, type Provider, type World } from "#db/seed/world";
import { answerAppeal, takeAppeal } from "~/review/appeals/first-stage.server";
import { declareOnPanel, goOnToPanel, seatPanel, writeDown } from "~/review/appeals/panel.server";
import { keepAppeal } from "~/review/appeals/send-appeal.server";

const because = "It was said in the answer, and looked at again from the beginning.";
const given = { levels: { "RC-1.1": { level: null, reason: because } }, findings: {}, reason: because };

/** An appeal that a moderator did not uphold and that is with its panel: one of the three has written down what they came to. Over some days before the thirtieth from the real today. */
export async function appealWithPanel({ db, actors }: World, stage: StageClock, passes: (daysAgo: number) => void, { admin }: Provider, assessmentId: string): Promise<string> {
  const { malcolm, moira, hollis, farah, wendy } = actors;
  passes(39);
  done(await keepAppeal(db, stage, admin, { assessmentId, content: { grounds: [{ ground: "evidence_overlooked", words: because, criteria: ["RC-1.1"] }] }, send: true }));
  const [{ id: appealId }] = (await db.execute<{ id: string }>("select id from appeals order by saved_at limit 1")) as unknown as [{ id: string }];
  passes(37);
  done(await takeAppeal(db, stage, malcolm!, { appealId }));
  done(await answerAppeal(db, stage, malcolm!, { appealId, given }));
  passes(35);
  done(await goOnToPanel(db, stage, admin, { assessmentId, why: because }));
  const choice = { voluntary_sector: hollis!.personId, gp_or_link_worker: farah!.personId, lay: wendy!.personId };
  done(await seatPanel(db, stage, moira!, { appealId, choice }));
  for (const each of [hollis!, farah!, wendy!]) done(await declareOnPanel(db, stage, each, { appealId, words: "none" }));
  done(await writeDown(db, stage, farah!, { appealId, given }));
  return appealId;
}
