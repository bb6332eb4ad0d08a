import { and, asc, desc, eq, isNotNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { organisations, people } from "#db/schema/accounts";
import { marks } from "#db/schema/marks";
import { organisationChanges } from "#db/schema/organisation-changes";
import type { Actor } from "~/accounts/actor";
import { addDays, type Day } from "~/platform/calendar";
import type { Db } from "~/platform/database.server";
import { normaliseCode } from "../code";
import { standingsTowards } from "../mark-moves";
import { type HolderChangeKind, type HolderHistory, permitHolderChange } from "./holder-change";

/** The names that an organisation had, the oldest first, and what it has become part of: public, for ever. One read. */
export async function holderHistory(db: Db, organisationId: string): Promise<HolderHistory> {
  const into = alias(organisations, "into");
  const rows = await db
    .select({ kind: organisationChanges.kind, before: organisationChanges.nameBefore, since: organisationChanges.since, into: into.name })
    .from(organisationChanges)
    .leftJoin(into, eq(into.id, organisationChanges.intoId))
    .where(and(eq(organisationChanges.organisationId, organisationId), isNotNull(organisationChanges.confirmedAt)))
    .orderBy(asc(organisationChanges.since), asc(organisationChanges.confirmedAt));
  const merged = rows.findLast(({ kind }) => kind === "merged");
  return {
    formerly: rows.flatMap(({ kind, before, since }) => (kind === "renamed" ? [{ name: before, until: addDays(since, -1) }] : [])),
    partOf: merged?.into ? { name: merged.into, since: merged.since } : null,
  };
}

/** One change as those see it who look after marks. */
export type SeenHolderChange = {
  id: string;
  kind: HolderChangeKind;
  before: string;
  after: string;
  identifier: string | null;
  since: Day;
  note: string;
  proposedBy: string;
  state: "proposed" | "confirmed" | "declined";
};
export type HolderView = {
  code: string;
  name: string;
  area: string;
  identifiers: string[];
  changes: SeenHolderChange[];
  open: (SeenHolderChange & { mine: boolean; mayAnswer: boolean }) | null;
  mayPropose: boolean;
};

/** The holder of a mark with everything that was proposed and done about its name; undefined for its own people, and where there is no such mark. Two reads. */
export async function holderOf(db: Db, actor: Actor, typedCode: string): Promise<HolderView | undefined> {
  const read = normaliseCode(typedCode);
  if (!read.ok) return undefined;
  const [own] = await db
    .select({ id: organisations.id, name: organisations.name, area: organisations.area, identifiers: organisations.identifiers })
    .from(marks)
    .innerJoin(organisations, eq(organisations.id, marks.organisationId))
    .where(eq(marks.code, read.code));
  if (!own) return undefined;
  const standings = standingsTowards(actor, own.id);
  if (standings.length === 0 || standings.includes("holder_admin")) return undefined;
  const into = alias(organisations, "into");
  const rows = await db
    .select({ change: organisationChanges, proposer: people.name, into: into.name })
    .from(organisationChanges)
    .innerJoin(people, eq(people.id, organisationChanges.proposedBy))
    .leftJoin(into, eq(into.id, organisationChanges.intoId))
    .where(eq(organisationChanges.organisationId, own.id))
    .orderBy(desc(organisationChanges.proposedAt));
  const seen = rows.map(({ change, proposer, into: part }): SeenHolderChange & { by: string } => ({
    id: change.id,
    kind: change.kind,
    before: change.nameBefore,
    after: change.nameAfter ?? `${part ?? ""} (${change.intoIdentifier ?? ""})`,
    identifier: change.identifier,
    since: change.since,
    note: change.note,
    proposedBy: proposer,
    state: change.confirmedAt ? "confirmed" : change.declinedAt ? "declined" : "proposed",
    by: change.proposedBy,
  }));
  const open = seen.find(({ state }) => state === "proposed");
  const bars = open?.by === actor.personId ? (["own_proposal"] as const) : [];
  const shown = ({ by: _, ...change }: (typeof seen)[number]): SeenHolderChange => change;
  return {
    code: read.code,
    name: own.name,
    area: own.area,
    identifiers: own.identifiers,
    changes: seen.filter(({ state }) => state !== "proposed").map(shown),
    open: open ? { ...shown(open), mine: bars.length > 0, mayAnswer: permitHolderChange("confirm", { state: "proposed", standings, bars }).ok } : null,
    mayPropose: !open && standings.includes("moderator"),
  };
}
