import type { Membership } from "~/accounts/actor";
import { assessmentsOf } from "~/assessments/list.server";
import { startableBy } from "~/assessments/startable.server";
import { decisionsOf } from "~/marks/decisions-of.server";
import { marksOf } from "~/marks/marks-of.server";
import { statusWords } from "~/marks/status-words";
import { londonDay } from "~/platform/calendar";
import type { Db } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import type { Language } from "~/platform/words";
import { roomOf } from "~/providers/capacity";
import { roomWords, youLastSaid } from "~/providers/capacity-words";
import { factsAndRoomOf } from "~/providers/facts.server";
import { firstFacts } from "~/providers/public-form";
import { roomPanel } from "~/register/room-panel";

/** A provider's own page in a language: everything on it, and nothing else. Seven reads. */
export async function homeView(db: Db, { organisationId, slug, role }: Membership, now: Date, language: Language) {
  const [there, { facts, said }, held, decided] = await Promise.all([
    assessmentsOf(db, organisationId),
    factsAndRoomOf(db, organisationId),
    marksOf(db, organisationId, now),
    decisionsOf(db, organisationId),
  ]);
  const startable = await startableBy(db, organisationId, there, londonDay(now), facts);
  const room = roomOf(said, now);
  const { tone, icon } = roomPanel({ room, plannedBreak: undefined, referralDetails: "checked", suspended: [] });
  return {
    room: {
      ...roomWords(room, language),
      lastSaid: youLastSaid(room, language),
      tone,
      icon,
      freshness: room.freshness,
      said: said !== undefined,
      note: room.freshness === "unknown" ? "" : room.note,
    },
    drafts: there
      .filter(({ state }) => state === "draft")
      .map(({ id, standard, progress, lastSaved }) => ({
        id,
        title: standard.title,
        version: standard.version,
        questions: progress?.questions,
        done: progress?.done ?? 0,
        next: progress?.next && { id: progress.next.id, title: progress.next.title },
        saved: lastSaved && { at: lastSaved.at.toISOString(), by: lastSaved.by },
      })),
    sent: there.flatMap(({ id, standard, submission, state }) =>
      submission && state === "submitted" ? [{ id, title: standard.title, version: standard.version, on: londonDay(submission.at) }] : [],
    ),
    startable: startable.map(({ key, title, carryFrom }) => ({ key, title, carryFrom })),
    marks: held.map(({ code, holder, facts, certificate, standing }) => ({
      code,
      title: `${holder.standard.title} ${holder.standard.version}`,
      state: statusWords({ holder, facts, standing }, londonDay(now), language).state,
      awardedOn: facts.awardedOn,
      validUntil: facts.validUntil,
      certificate: certificate !== null,
      mayGiveUp: role === "admin" && (standing.inForce || standing.status === "suspended"),
    })),
    decisions: decided.map(({ id, standard, decidedAt }) => ({ id, standard, on: londonDay(decidedAt) })),
    notSaid: firstFacts.filter((key) => facts[key] === undefined).length,
    /** There is a public page from the first mark on. */
    publicPath: held.length > 0 ? paths.provider(slug) : null,
  };
}

export type HomeView = Awaited<ReturnType<typeof homeView>>;
