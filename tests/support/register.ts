import { stageClock } from "#db/seed/player";
import { type Levels, type Provider, World } from "#db/seed/world";
import type { Actor } from "~/accounts/actor";
import type { FoundMark } from "~/marks/found-mark";
import type { MarkEventKind } from "~/marks/status";
import { clock } from "~/platform/clock.server";
import { type Db, pool } from "~/platform/database.server";
import type { CapacityStatement } from "~/providers/capacity";
import type { Candidate } from "~/register/search";
import { publishStandards } from "~/standards/publish.server";

export const titles = { "referral-capacity": "Referral capacity", "activities-and-services": "Activities and services", "link-worker-practice": "Link worker practice" } as const;

type Given = {
  key?: keyof typeof titles;
  code?: string;
  level?: FoundMark["facts"]["level"];
  awardedOn?: string;
  validUntil?: string;
  events?: { kind: MarkEventKind; at: string }[];
};

/** A mark as a query finds it, in force on 22 November 2026 unless told otherwise. */
export function aMark({
  key = "referral-capacity",
  code = "0000-0000-0000",
  level = "assured",
  awardedOn = "2026-03-10",
  validUntil = "2028-03-09",
  events = [],
}: Given = {}): FoundMark {
  const holder = { name: "Marsh End Allotment", slug: "marsh-end", area: "Marsh End", identifiers: [], standard: { key, title: titles[key], version: "1.0.0" } };
  return {
    id: `mark ${code}`,
    number: 1,
    code,
    decisionId: "decision",
    organisationId: "organisation",
    slug: "marsh-end",
    standardKey: key,
    scope: ["Digging"],
    holder,
    given: { holder, scope: ["Digging"] },
    transferredSince: null,
    facts: {
      level,
      conditions: null,
      awardedOn,
      validUntil,
      events: events.map(({ kind, at }) => ({ kind, reasonClass: null, at: new Date(at) })),
      renewalSubmittedOn: null,
      supersededBy: null,
    },
    certificate: null,
    credential: false,
    topUps: [],
    openProposal: false,
  };
}

/** Somebody to be found in the register: a Referral capacity mark in force and an opening confirmed six days before 22 November 2026, unless told otherwise. */
export function aCandidate(name: string, given: Partial<Candidate> & { said?: Partial<CapacityStatement> | null } = {}): Candidate {
  const { said = {}, ...rest } = given;
  const statement = said === null ? undefined : { accepting: "open" as const, waitWeeks: 2, note: "", confirmedAt: new Date("2026-11-16T12:00:00Z"), ...said };
  return { id: name, slug: name.toLowerCase().replaceAll(" ", "-"), name, area: "Saltby", nation: "england", identifiers: [], marks: [aMark()], facts: {}, statement, ...rest };
}

const agreed = "Every must-have was met, and what people told us matched what we saw.";
export const RC = "referral-capacity";
export const AS = "activities-and-services";

/** The scheme with its standards, and a stage clock that is at work until now: providers join, are assessed and hold marks. */
export async function publicWorld(db: Db) {
  const today = clock.now();
  const stage = stageClock(World.day(today, 60));
  const published = await publishStandards(db, stage, { system: "test" });
  if (!published.ok) throw new Error("The standards of the repository are refused.");
  const world = new World(db, stage);
  await world.introduceScheme();

  /** Answers, sends, reads and decides one standard; the levels are the assessor's. Answers the mark, where there is one. */
  const assessed = async (provider: Provider, standard: string, { daysAgo = 40, levels = {} as Levels } = {}) => {
    const { sunil, amara } = world.actors as Record<string, Actor>;
    stage.set(World.day(today, daysAgo));
    const id = await world.start(provider, standard);
    await world.answer(provider, id, standard);
    const caseId = await world.send(provider, id, standard);
    await world.assign(caseId, sunil!, amara!);
    await world.declareNone(caseId, sunil!, amara!);
    await world.rate(provider, caseId, standard, sunil!, { levels });
    await world.rate(provider, caseId, standard, amara!, { levels, mustHavesOnly: true });
    await world.findRight(provider, id);
    return world.decide(caseId, agreed);
  };
  const holds = async (provider: Provider, standard: string, given: Parameters<typeof assessed>[2] = {}) => {
    const { mark } = await assessed(provider, standard, given);
    if (!mark) throw new Error("No mark was awarded.");
    return mark;
  };
  const passes = (daysAgo: number) => stage.set(World.day(today, daysAgo));
  return { world, stage, today, assessed, holds, passes };
}

/** What the process asked the database while this ran, session and everything else included. */
export async function asked(action: () => Promise<unknown>): Promise<string[]> {
  const said: string[] = [];
  const options = pool.sql.options as { debug?: unknown };
  // A connection that is opened meanwhile asks for types of its own, once.
  options.debug = (_connection: number, statement: string) => statement.includes("pg_catalog.pg_type") || said.push(statement);
  try {
    await action();
  } finally {
    options.debug = undefined;
  }
  return said;
}
