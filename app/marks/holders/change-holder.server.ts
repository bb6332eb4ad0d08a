import { and, eq, isNull, sql } from "drizzle-orm";
import { organisations } from "#db/schema/accounts";
import { organisationChanges } from "#db/schema/organisation-changes";
import type { Actor } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import type { Day } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { paths } from "~/platform/paths";
import { reasonFault } from "~/review/rating";
import { holdMark } from "../hold-mark.server";
import { tellSecondPeople } from "../tell.server";
import { type HolderRefusal, permitHolderChange, tidyIdentifier } from "./holder-change";

/** `identifier` is the registered number of the organisation itself, `intoIdentifier` of the one it has become part of. `note` is private. */
export type HolderProposal = { code: string; identifier: string; since: Day; note: string } & ({ kind: "renamed"; name: string } | { kind: "merged"; intoIdentifier: string });
export type HolderAnswered = { ok: true } | { ok: false; why: HolderRefusal };

/** A moderator proposes that the holder of a mark has a new name, or has become part of another organisation. Nothing changes until a second person confirms. Undefined when the mark is out of reach. */
export function proposeHolderChange(db: Db, clock: Clock, actor: Actor, proposal: HolderProposal): Promise<HolderAnswered | undefined> {
  return db.transaction(async (tx): Promise<HolderAnswered | undefined> => {
    const held = await holdMark(tx, actor, proposal.code);
    if (!held) return undefined;
    const { mark, standings } = held;
    const [own] = await tx.select().from(organisations).where(eq(organisations.id, mark.organisationId));
    if (!own) return undefined;
    const typed = tidyIdentifier(proposal.identifier);
    const into = proposal.kind === "merged" ? await withNumber(tx, tidyIdentifier(proposal.intoIdentifier)) : undefined;
    const numbers = own.identifiers.map(tidyIdentifier);
    const known = numbers.includes(typed) || (proposal.kind === "renamed" && numbers.length === 0 && typed === "");
    const met = [
      ...(known ? (["own_number"] as const) : []),
      ...(into && into.id !== own.id ? (["their_number"] as const) : []),
      ...(proposal.kind === "renamed" && proposal.name.trim() !== "" && proposal.name.trim() !== own.name ? (["other_name"] as const) : []),
    ];
    const state = (await openChangeOf(tx, own.id)) ? "proposed" : "none";
    const permission = permitHolderChange(proposal.kind === "renamed" ? "rename" : "merge", { state, standings, met, reason: proposal.note });
    if (!permission.ok) return { ok: false, why: refusals[permission.why] };
    const fault = reasonFault(proposal.note);
    if (fault) return { ok: false, why: fault };
    const { kind, since } = proposal;
    const now = clock.now();
    const [row] = await tx
      .insert(organisationChanges)
      .values({
        organisationId: own.id,
        kind,
        since,
        identifier: typed || null,
        nameBefore: own.name,
        nameAfter: proposal.kind === "renamed" ? proposal.name.trim() : null,
        intoId: into?.id ?? null,
        intoIdentifier: proposal.kind === "merged" ? tidyIdentifier(proposal.intoIdentifier) : null,
        note: proposal.note.trim(),
        proposedBy: actor.personId,
        proposedAt: now,
      })
      .returning({ id: organisationChanges.id });
    await tellSecondPeople(tx, clock, { organisationId: own.id, proposedBy: actor.personId }, `holder-change:${row!.id}`, {
      subject: `A second person is needed: ${own.name}`,
      body: {
        paragraphs: [
          kind === "renamed" ? `Somebody proposes that ${own.name} has a new name.` : `Somebody proposes that ${own.name} has become part of another organisation.`,
          "It takes effect when a second person confirms it.",
        ],
        action: { words: "Look it up, then confirm or decline", url: settings().baseUrl + paths.holder(mark.code) },
      },
    });
    await record(tx, { personId: actor.personId }, now, { type: "organisation.change_proposed", subject: own.id, data: { kind } });
    return { ok: true };
  });
}

/** A second person confirms, and it takes effect in this moment, or declines. Undefined when nothing of this mark's holder waits for them. */
export function answerHolderChange(
  db: Db,
  clock: Clock,
  actor: Actor,
  { code, id, answer }: { code: string; id: string; answer: "confirm" | "decline" },
): Promise<HolderAnswered | undefined> {
  return db.transaction(async (tx): Promise<HolderAnswered | undefined> => {
    const held = await holdMark(tx, actor, code);
    const open = held && (await openChangeOf(tx, held.mark.organisationId));
    if (!held || open?.id !== id) return undefined;
    const permission = permitHolderChange(answer, { state: "proposed", standings: held.standings, bars: open.proposedBy === actor.personId ? ["own_proposal"] : [] });
    if (!permission.ok) return { ok: false, why: refusals[permission.why] };
    const now = clock.now();
    const by = actor.personId;
    await tx
      .update(organisationChanges)
      .set(answer === "confirm" ? { confirmedBy: by, confirmedAt: now } : { declinedBy: by, declinedAt: now })
      .where(eq(organisationChanges.id, id));
    if (answer === "confirm" && open.nameAfter !== null) await tx.update(organisations).set({ name: open.nameAfter }).where(eq(organisations.id, open.organisationId));
    await record(tx, { personId: by }, now, {
      type: answer === "confirm" ? "organisation.changed" : "organisation.change_declined",
      subject: open.organisationId,
      data: { kind: open.kind },
    });
    return { ok: true };
  });
}

const openChangeOf = async (tx: Db, organisationId: string) =>
  (
    await tx
      .select()
      .from(organisationChanges)
      .where(and(eq(organisationChanges.organisationId, organisationId), isNull(organisationChanges.confirmedAt), isNull(organisationChanges.declinedAt)))
  )[0];

/** The one organisation with this number; undefined where there is none, or more than one says it has it. */
async function withNumber(tx: Db, identifier: string) {
  const found = await tx.select({ id: organisations.id }).from(organisations).where(sql`${identifier} = any (${organisations.identifiers})`).limit(2);
  return found.length === 1 ? found[0] : undefined;
}

const refusals = {
  wrong_state: "already_proposed",
  wrong_role: "wrong_role",
  own_proposal: "own_proposal",
  own_number: "own_number",
  their_number: "their_number",
  other_name: "other_name",
  reason_missing: "reason_missing",
} as const satisfies Record<string, HolderRefusal>;
