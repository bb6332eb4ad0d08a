import type { Actor } from "~/accounts/actor";
import { readerOf, versionsAsRead } from "~/assessments/as-read.server";
import { filesAtHand } from "~/evidence/library.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { versionOf } from "~/standards/versions.server";
import { findDecision } from "../find-decision.server";
import { permitMarkAnswer } from "./answer-moves";
import { askedOf } from "./asked";
import { ownMarkOf, type Which } from "./hold-asked.server";
import { answersKept, isAbout } from "./kept-answers.server";
import type { OwnAnswer } from "./own-answer";

/** One condition or top-up of the group's own mark, with all it wrote and what it may do now, in its reader's language. Undefined when it is not theirs, or was never asked. */
export async function ownAnswer(db: Db, clock: Clock, actor: Actor, { criterion: id, ...at }: Which): Promise<OwnAnswer | undefined> {
  const own = await ownMarkOf(db, actor, at);
  if (!own?.mark.decisionId) return undefined;
  const { mark, standings } = own;
  const asked = askedOf(mark, clock.now()).find((each) => each.criterion === id);
  const answers = (await answersKept(db, mark.id)).filter((each) => each.criterion === id && (!asked || isAbout(asked)(each)));
  if (!asked && answers.every(({ state }) => state === "drafting")) return undefined;
  const topUpId = asked ? asked.topUpId : (answers[0]?.topUpId ?? null);
  // Only a condition was said in the decision.
  const decision = topUpId === null ? await findDecision(db, mark.decisionId!) : undefined;
  const version = await versionOf(db, mark.standardKey, asked?.version ?? mark.holder.standard.version);
  const [read] = version ? await versionsAsRead(db, readerOf(actor, mark.organisationId), [version]) : [];
  const criterion = read?.version.standard.criteria.find((each) => each.id === id);
  if (!read || !criterion) return undefined;

  const open = answers.findLast(({ state }) => state === "drafting" || state === "sent");
  const { words, evidence } = open?.state === "drafting" ? open.content : { words: "", evidence: [] };
  const state = open?.state ?? "drafting";
  const may = (move: "write" | "send") => permitMarkAnswer(move, { state, standings, met: asked ? ["still_asked", "something"] : ["something"] }).ok;
  const named = answers.flatMap(({ content }) => content.evidence.flatMap(({ file }) => file ?? []));
  return {
    organisationId: mark.organisationId,
    standard: { title: read.version.standard.title, textIn: read.textIn },
    criterion,
    why: topUpId === null ? "condition" : asked?.version ? "critical_on" : (mark.topUps.find(({ id: each }) => each === topUpId)?.why ?? "facts_changed"),
    missing: decision?.ratings[id]?.reason || null,
    until: asked ? { day: asked.lastDay, late: asked.late } : null,
    sent: answers.flatMap(({ id: answerId, state: now, sentAt, repliedAt, reply, content }) =>
      now === "drafting"
        ? []
        : [{ id: answerId, state: now, at: sentAt!.toISOString(), words: content.words, evidence: content.evidence, reply, repliedAt: repliedAt?.toISOString() ?? null }],
    ),
    draft: { criterion, words, evidence, savedAt: open?.state === "drafting" ? open.savedAt.toISOString() : "" },
    files: (await filesAtHand(db, mark.organisationId, named))
      .filter(({ id: file, locked, removedOn }) => (!locked && !removedOn) || named.includes(file))
      .map(({ id: file, name, bytes }) => ({ id: file, name, bytes })),
    may: { write: may("write"), send: may("send") },
  };
}
