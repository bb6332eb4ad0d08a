import { eq } from "drizzle-orm";
import { markAnswers } from "#db/schema/mark-answers";
import type { Actor } from "~/accounts/actor";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { factsOf } from "~/review/case-file";
import type { Reading } from "~/review/desk";
import { readCase } from "~/review/find-case.server";
import { readingOf } from "~/review/reading.server";
import { mayReadIn } from "~/review/standing";
import { versionsOf } from "~/standards/versions.server";
import type { FoundMark } from "../found-mark";
import { permitMarkAnswer } from "./answer-moves";
import { askedOf } from "./asked";
import { isAbout } from "./kept-answers.server";
import type { SeenAnswer, SeenAnswers } from "./seen-answers";

/** What a group sent for its mark, for whoever may read its case: those that wait first, each part oldest first. Nothing of a draft, and nothing to anybody else. One read where nothing was sent. */
export async function answersSeen(db: Db, clock: Clock, actor: Actor, mark: FoundMark, standings: readonly string[]): Promise<SeenAnswers> {
  const rows = (await db.select().from(markAnswers).where(eq(markAnswers.markId, mark.id)).orderBy(markAnswers.sentAt)).filter(({ state }) => state !== "drafting");
  const file = rows[0] && (await readCase(db, rows[0].caseId));
  if (!file || !mayReadIn(actor, factsOf(file))) return { caseId: null, mayLock: false, answers: [] };
  const known = [file.standard, ...(await versionsOf(db, mark.standardKey)).map(({ standard }) => standard)].flatMap(({ criteria }) => criteria);
  const wanted = [...new Set(rows.map(({ criterion }) => criterion))].flatMap((id) => known.find((each) => each.id === id) ?? []);
  const readings = new Map<string, Reading>();
  for (const each of wanted) readings.set(each.id, await readingOf(db, clock, actor, file, each, true));
  const asked = askedOf(mark, clock.now());
  const moderator = standings.includes("moderator") ? (["moderator"] as const) : [];
  const answers = rows.flatMap((row): SeenAnswer[] => {
    const reading = readings.get(row.criterion);
    const added = file.supplements.find(({ sourceId }) => sourceId === row.id);
    const since = reading?.since.find(({ id }) => id === added?.id);
    if (!reading || !since) return [];
    const { words, evidence, pages, locked, at } = since;
    const met = asked.some((each) => isAbout(each)(row)) ? (["still_asked"] as const) : [];
    return [
      {
        ...{ words, evidence, pages, locked, at },
        id: row.id,
        supplementId: since.id,
        criterion: row.criterion,
        title: reading.criterion.title,
        files: reading.files,
        waiting: row.state === "sent" && met.length > 0,
        reply: row.reply === null || row.repliedAt === null ? null : { words: row.reply, at: row.repliedAt.toISOString() },
        accepted: row.state === "accepted",
        mayReturn: permitMarkAnswer("hand_back", { state: row.state, standings: moderator, met, reason: "any" }).ok,
      },
    ];
  });
  return { caseId: file.id, mayLock: mayReadIn(actor, factsOf(file)), answers: answers.sort((one, other) => Number(other.waiting) - Number(one.waiting)) };
}
