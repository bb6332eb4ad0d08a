import { and, asc, desc, eq, isNotNull, or } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { organisations, people } from "#db/schema/accounts";
import { marks } from "#db/schema/marks";
import { organisationChanges } from "#db/schema/organisation-changes";
import { type Actor, membershipIn } from "~/accounts/actor";
import { addDays, type Day } from "~/platform/calendar";
import type { Db } from "~/platform/database.server";
import { normaliseCode } from "../code";
import { transferredSince } from "../find-marks.server";
import { Holder } from "../mark";
import { standingsTowards } from "../mark-moves";
import { type HandedOver, type HolderChangeKind, type HolderHistory, permitHolderChange } from "./holder-change";

/** The names that an organisation had, the oldest first, what it has become part of, and the marks it had that another has since: public, for ever. One read. */
export async function holderHistory(db: Db, organisationId: string): Promise<HolderHistory> {
  const [into, heldBy] = [alias(organisations, "into"), alias(organisations, "held_by")];
  const rows = await db
    .select({
      kind: organisationChanges.kind,
      before: organisationChanges.nameBefore,
      since: organisationChanges.since,
      into: into.name,
      mark: { id: marks.id, code: marks.code, holder: marks.holder },
      to: { id: heldBy.id, name: heldBy.name, slug: heldBy.slug },
      goneSince: transferredSince,
    })
    .from(organisationChanges)
    .leftJoin(into, eq(into.id, organisationChanges.intoId))
    .leftJoin(marks, eq(marks.id, organisationChanges.markId))
    .leftJoin(heldBy, eq(heldBy.id, marks.organisationId))
    .where(and(eq(organisationChanges.organisationId, organisationId), isNotNull(organisationChanges.confirmedAt)))
    .orderBy(asc(organisationChanges.since), asc(organisationChanges.confirmedAt));
  const merged = rows.findLast(({ kind }) => kind === "merged");
  return {
    formerly: rows.flatMap(({ kind, before, since }) => (kind === "renamed" ? [{ name: before, until: addDays(since, -1) }] : [])),
    partOf: merged?.into ? { name: merged.into, since: merged.since } : null,
    // Each mark once, with who holds it today; not one that has come back.
    handedOver: rows.flatMap(({ mark, to, goneSince }, at): HandedOver[] =>
      mark && to && goneSince && to.id !== organisationId && !rows.slice(at + 1).some((later) => later.mark?.id === mark.id)
        ? [{ code: mark.code, standard: Holder.parse(mark.holder).standard, to: { name: to.name, slug: to.slug }, since: goneSince }]
        : [],
    ),
  };
}

/** One change as those see it who look after marks. */
export type SeenHolderChange = {
  id: string;
  kind: HolderChangeKind;
  before: string;
  after: string;
  identifier: string | null;
  /** Of a mark that goes to another: which. */
  markCode: string | null;
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
    .select({ id: organisations.id, markId: marks.id, name: organisations.name, area: organisations.area, identifiers: organisations.identifiers })
    .from(marks)
    .innerJoin(organisations, eq(organisations.id, marks.organisationId))
    .where(eq(marks.code, read.code));
  if (!own) return undefined;
  const standings = standingsTowards(actor, own.id);
  if (standings.length === 0 || standings.includes("holder_admin")) return undefined;
  const into = alias(organisations, "into");
  const rows = await db
    .select({ change: organisationChanges, proposer: people.name, into: into.name, code: marks.code })
    .from(organisationChanges)
    .innerJoin(people, eq(people.id, organisationChanges.proposedBy))
    .leftJoin(into, eq(into.id, organisationChanges.intoId))
    .leftJoin(marks, eq(marks.id, organisationChanges.markId))
    .where(or(eq(organisationChanges.organisationId, own.id), eq(organisationChanges.markId, own.markId)))
    .orderBy(desc(organisationChanges.proposedAt));
  const seen = rows.map(({ change, proposer, into: part, code }): SeenHolderChange & { by: string; of: string } => ({
    id: change.id,
    kind: change.kind,
    before: change.nameBefore,
    after: change.nameAfter ?? `${part ?? ""} (${change.intoIdentifier ?? ""})`,
    identifier: change.identifier,
    markCode: code,
    since: change.since,
    note: change.note,
    proposedBy: proposer,
    state: change.confirmedAt ? "confirmed" : change.declinedAt ? "declined" : "proposed",
    by: change.proposedBy,
    of: change.organisationId,
  }));
  const open = seen.find(({ state, of }) => state === "proposed" && of === own.id);
  const bars = [
    ...(open?.by === actor.personId ? (["own_proposal"] as const) : []),
    ...(rows.some(({ change }) => change.id === open?.id && change.intoId && membershipIn(actor, change.intoId)) ? (["of_the_other"] as const) : []),
  ];
  const shown = ({ by: _, of: __, ...change }: (typeof seen)[number]): SeenHolderChange => change;
  return {
    code: read.code,
    name: own.name,
    area: own.area,
    identifiers: own.identifiers,
    changes: seen.filter(({ state }) => state !== "proposed").map(shown),
    open: open ? { ...shown(open), mine: open.by === actor.personId, mayAnswer: permitHolderChange("confirm", { state: "proposed", standings, bars }).ok } : null,
    mayPropose: !open && standings.includes("moderator"),
  };
}
