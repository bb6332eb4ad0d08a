import type { Facts } from "#standards/format";
import type { Membership } from "~/accounts/actor";
import { titlesAsRead } from "~/assessments/as-read.server";
import { assessmentsOf } from "~/assessments/list.server";
import { startableBy } from "~/assessments/startable.server";
import { newestHeld } from "~/marks/circumstances/tell-circumstance.server";
import { openConditions } from "~/marks/conditions";
import { markClocksOf } from "~/marks/deadlines/mark-deadlines.server";
import { marksOf, type StandingMark } from "~/marks/marks-of.server";
import { insuranceFact, suspendedFrom, uncoveredSince } from "~/marks/paperwork/insurance";
import { hasEnded } from "~/marks/status";
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
import { awaitedFrom } from "~/review/awaited.server";

/** A provider's own page in a language: everything on it, and nothing else. Seven reads in English, one more in another language. */
export async function homeView(db: Db, { organisationId, slug, role, linkWorkerTerm }: Membership, now: Date, language: Language) {
  const [there, { facts, said }, held, awaited] = await Promise.all([
    assessmentsOf(db, organisationId),
    factsAndRoomOf(db, organisationId),
    marksOf(db, organisationId, now),
    awaitedFrom(db, organisationId, now),
  ]);
  const startable = await startableBy(db, organisationId, there, londonDay(now), facts);
  const titles = await titlesAsRead(
    db,
    { language, linkWorkerTerm },
    [...there, ...startable].map(({ versionId }) => versionId),
  );
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
      .map(({ id, versionId, standard, progress, lastSaved }) => {
        const { title, textIn, questions } = titles(versionId);
        return {
          id,
          title,
          textIn,
          version: standard.version,
          questions: progress?.questions,
          done: progress?.done ?? 0,
          next: progress?.next && { id: progress.next.id, title: questions[progress.next.id] ?? progress.next.title },
          saved: lastSaved && { at: lastSaved.at.toISOString(), by: lastSaved.by },
        };
      }),
    sent: there.flatMap(({ id, versionId, standard, submission, state }) => {
      const { title, textIn } = titles(versionId);
      return submission && state === "submitted" ? [{ id, title, textIn, version: standard.version, on: londonDay(submission.at) }] : [];
    }),
    awaited: awaited.flatMap(({ assessmentId: id, versionId, ...one }) => {
      const sent = there.find((each) => each.id === id);
      const { title, textIn } = titles(versionId);
      return sent ? [{ ...one, id, title, textIn, version: sent.standard.version }] : [];
    }),
    markClocks: markClocksOf(held, now),
    uninsured: uninsuredView(facts, held, now),
    /** The entries in registers that they have lost, while a mark stands on it. */
    lostEntries: newestHeld(held, now) ? (held[0]?.upkeep.lost.map(({ entry }) => entry) ?? []) : [],
    holdsMark: newestHeld(held, now) !== undefined,
    startable: startable.map(({ key, versionId, carryFrom }) => {
      const { title, textIn } = titles(versionId);
      return { key, title, textIn, carryFrom };
    }),
    marks: held.map(({ code, holder, facts, certificate, topUps, standing }) => ({
      code,
      title: `${holder.standard.title} ${holder.standard.version}`,
      state: statusWords({ holder, facts, standing }, londonDay(now), language).state,
      awardedOn: facts.awardedOn,
      validUntil: facts.validUntil,
      certificate: certificate !== null,
      toShow: (hasEnded(standing.status) ? [] : topUps).map(({ criterion, version, activity, lastDay, state }) => ({
        criterion,
        activity: activity?.name ?? null,
        asks: `${paths.standardVersion(holder.standard.key, version ?? holder.standard.version)}#${criterion}`,
        lastDay,
        state,
      })),
      toPutRight:
        standing.level === "assured_with_conditions" && !hasEnded(standing.status) && facts.conditions ? { criteria: openConditions(facts, now), by: facts.conditions.by } : null,
      inForce: standing.inForce,
      mayGiveUp: role === "admin" && (standing.inForce || standing.status === "suspended"),
    })),
    decisions: there
      .flatMap(({ decisions, standard }) => decisions.map(({ id, at }) => ({ id, at, standard: standard.title })))
      .sort((one, other) => other.at.getTime() - one.at.getTime())
      .map(({ id, at, standard }) => ({ id, standard, on: londonDay(at) })),
    notSaid: firstFacts.filter((key) => facts[key] === undefined).length,
    /** Whether what they call link workers can be said anywhere: they have some, or answer the standard about them. */
    hasLinkWorkers: facts.has_link_workers === true || there.some(({ standard }) => standard.key === "link-worker-practice"),
    /** There is a public page from the first mark on. */
    publicPath: held.length > 0 ? paths.provider(slug) : null,
  };
}

/** What a group is told while its insurance has run out and no new date has come. Null where all is well, and where no mark stands on it. */
function uninsuredView(facts: Facts, held: readonly StandingMark[], now: Date) {
  const until = facts[insuranceFact];
  const since = typeof until === "string" ? uncoveredSince(until, londonDay(now)) : undefined;
  if (!since || typeof until !== "string" || newestHeld(held, now) === undefined) return null;
  return { until, suspendedFrom: suspendedFrom(since), suspended: londonDay(now) >= suspendedFrom(since) };
}

export type HomeView = Awaited<ReturnType<typeof homeView>>;
