import { type Actor, membershipIn } from "~/accounts/actor";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { applicable } from "~/standards/applies";
import { inLanguage } from "~/standards/translation/in-language.server";
import { versionById } from "~/standards/versions.server";
import { isReopened } from "../round";
import { appealClock, nothingWritten } from "./appeal";
import { type AppealFile, appealed, appealMovesFor, currentSeats, decidedAnew, firstAnswer, levelsOf, panelAnswer, stepBy } from "./appeal-file";
import { findOwnAppeal } from "./find-appeal.server";
import type { OwnAppeal } from "./own-appeal";
import { shownAnswer } from "./shown-answer";

/** An appeal, or what it could be against, for the provider's own people in their language. Undefined when the assessment is not theirs, or was never decided. Six reads, and one more in another language than English. */
export async function ownAppealFor(db: Db, clock: Clock, actor: Actor, assessmentId: string): Promise<OwnAppeal | undefined> {
  const file = await findOwnAppeal(db, actor, assessmentId);
  const membership = file && membershipIn(actor, file.case.organisationId);
  const decision = file && appealed(file);
  if (!file || !membership || !decision) return undefined;
  const { case: about, appeal } = file;
  const version = await versionById(db, about.standardVersionId);
  if (!version) throw new Error(`case ${about.id} was submitted against a version that was never published`);
  const { standard, textIn } = await inLanguage(db, version, actor.language);
  const now = clock.now();
  const moves = appealMovesFor(actor, file, now);
  const levels = levelsOf(file);
  const anew = decidedAnew(file);
  const clockNow = appeal && appealClock({ ...appeal, nation: about.nation }, londonDay(now));
  const [first, second] = [appeal && firstAnswer(appeal), appeal?.state === "closed" ? panelAnswer(appeal) : undefined];
  return {
    assessmentId,
    slug: membership.slug,
    standard: { title: standard.title, textIn },
    decisionId: decision.id,
    notAwarded: decision.outcome === "not_awarded" || decision.outcome === "too_little_applies",
    until: stepBy(file),
    may: { write: moves.includes("write"), goOn: moves.includes("go_on"), withdraw: moves.includes("withdraw") },
    admin: membership.role === "admin",
    whyNot: whyNot(file, now),
    criteria: applicable(standard, about.submission.content.facts).flatMap(({ id, title }) => (levels[id] === undefined ? [] : [{ id, title, level: levels[id] }])),
    content: appeal?.content ?? nothingWritten,
    appeal: appeal && {
      state: appeal.state,
      sentAt: appeal.sentAt?.toISOString() ?? null,
      endedAt: appeal.endedAt?.toISOString() ?? null,
      due: clockNow?.due ?? null,
      late: (clockNow?.left ?? 0) < 0,
      panel: currentSeats(appeal).map(({ seat, name }) => ({ seat, name })),
      first: first ? shownAnswer(first) : null,
      second: second ? shownAnswer(second) : null,
    },
    anew: anew && anew.outcome !== "deferred" ? { decisionId: anew.id, day: londonDay(anew.at) } : null,
    beingDecided: isReopened(about.rounds) && about.state === "deciding",
  };
}

/** Why nothing can be written against it today, where nothing was sent; null where something can. */
function whyNot(file: AppealFile, now: Date): OwnAppeal["whyNot"] {
  const { case: about, appeal } = file;
  if (appeal && appeal.state !== "drafting") return null;
  if (isReopened(about.rounds)) return "anew";
  if (about.state === "deferred") return "deferred";
  if (about.state !== "decided") return "other";
  const until = stepBy(file);
  return until !== null && londonDay(now) > until ? "closed" : null;
}
