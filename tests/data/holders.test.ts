import { eq } from "drizzle-orm";
import { decodeJwt } from "jose";
import { beforeAll, describe, expect, test } from "vitest";
import { auditEvents } from "#db/schema/audit";
import { credentials } from "#db/schema/credentials";
import { logLeaves } from "#db/schema/log";
import { marks } from "#db/schema/marks";
import { holderChanges, organisationChanges } from "#db/schema/organisation-changes";
import { outbox } from "#db/schema/platform";
import type { Actor } from "~/accounts/actor";
import { confirmChange, proposeChange } from "~/marks/change.server";
import type { MarkCode } from "~/marks/code";
import { listValues, valueAt } from "~/marks/credential/status-list";
import { statusList } from "~/marks/credential/status-list.server";
import { decodeList } from "~/marks/credential/verify-list.server";
import { findMarks } from "~/marks/find-marks.server";
import { answerHolderChange, type HolderProposal, proposeHolderChange } from "~/marks/holders/change-holder.server";
import { holderHistory, holderOf } from "~/marks/holders/holder-history.server";
import { issueCertificate } from "~/marks/issue-certificate.server";
import { readLeaf } from "~/marks/log/leaf";
import { ownMark } from "~/marks/own-mark.server";
import { checkInvariants } from "~/platform/invariants.server";
import { marksToSay } from "~/register/feeds/changed-marks.server";
import { markByCode } from "~/register/mark.server";
import { markAnswer } from "~/register/mark-answer";
import { publicProviderAt } from "~/register/public-providers.server";
import { must, openedCase } from "../support/cases";
import { at, noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { awarded, type Scheme, scheme } from "../support/marks";

/** The holder of a mark changes: what each change does to the mark, its pages, its credential and the log. */
const { db, sql } = await freshDatabase();
const later = at("2026-07-15T10:00:00Z");
const note = "Looked up in the register of charities on 15 July.";
let world: Scheme;
let mark: { id: string; code: string };
beforeAll(async () => {
  world = await scheme(db);
  mark = await awarded(db, world);
  await issueCertificate(db, noon, mark.id);
});

type Typed = Partial<Extract<HolderProposal, { kind: "transferred" | "merged" }>> & { code?: string };
const transfer = (as: Actor, typed: Typed = {}, clock = later) =>
  proposeHolderChange(db, clock, as, { kind: "transferred", code: mark.code, identifier: "", intoIdentifier: "gb-chc: 1999999", since: "2026-07-01", note, ...typed });
const openId = async () => (await db.select().from(organisationChanges)).find(({ confirmedAt, declinedAt }) => !confirmedAt && !declinedAt)!.id;
const answer = async (as: Actor, how: "confirm" | "decline", clock = later) => answerHolderChange(db, clock, as, { code: mark.code, id: await openId(), answer: how });
const found = async () => (await findMarks(db, eq(marks.id, mark.id)))[0]!;
const leaves = async (code: string) => (await db.select().from(logLeaves).where(eq(logLeaves.code, code)).orderBy(logLeaves.seq)).map(({ content }) => readLeaf(content));
const asJson = async () => markAnswer((await markByCode(mark.code as MarkCode))!, later.now(), "https://waymark.example");
/** The same person, with a place in the other organisation. */
const alsoOf = (actor: Actor, other: Actor): Actor => ({ ...actor, memberships: other.memberships });

describe("before a mark goes to another", () => {
  test("the time for an appeal has to be over, and nothing under way, of either of the two", async () => {
    const { moira, ruth, organisations } = world.people;
    expect(await transfer(moira, {}, at("2026-06-29T22:59:00Z"))).toEqual({ ok: false, why: "nothing_runs" });
    await db
      .transaction(async (tx) => {
        await openedCase(tx, ruth, organisations.harbour.id, world.versionId, { clock: later });
        expect(
          await proposeHolderChange(tx, later, moira, { kind: "transferred", code: mark.code, identifier: "", intoIdentifier: "GB-CHC:1999999", since: "2026-07-01", note }),
        ).toEqual({
          ok: false,
          why: "nothing_runs",
        });
        throw new Error("taken back");
      })
      .catch((error: Error) => expect(error.message).toBe("taken back"));
  });

  test("both are told by their numbers; nobody of either may propose it", async () => {
    const { moira, devon, pat, ruth, sunil } = world.people;
    expect(await transfer(moira, { identifier: "GB-CHC:1" })).toEqual({ ok: false, why: "own_number" });
    for (const intoIdentifier of ["GB-CHC:404", "", "Harbour Wellbeing"]) expect(await transfer(moira, { intoIdentifier })).toEqual({ ok: false, why: "their_number" });
    expect(await transfer(moira, { note: "Short." })).toEqual({ ok: false, why: "reason_short" });
    expect(await transfer(alsoOf(moira, ruth))).toEqual({ ok: false, why: "of_the_other" });
    expect(await transfer(devon)).toEqual({ ok: false, why: "wrong_role" });
    for (const stranger of [sunil, alsoOf(moira, pat)]) expect((await transfer(stranger))?.ok ?? false).toBe(false);
    expect(await db.$count(organisationChanges)).toBe(0);
  });

  test("once proposed nothing has changed; a second person who is of neither has to confirm, and it is asked again whether it can be", async () => {
    const { moira, mal, devon, ruth } = world.people;
    must(await transfer(moira));
    expect(await transfer(mal)).toEqual({ ok: false, why: "already_proposed" });
    expect((await found()).transferredSince).toBeNull();
    expect(await holderOf(db, moira, mark.code)).toMatchObject({ open: { kind: "transferred", markCode: mark.code, mine: true, mayAnswer: false } });
    expect(await answer(moira, "confirm")).toEqual({ ok: false, why: "own_proposal" });
    expect(await answer(alsoOf(devon, ruth), "confirm")).toEqual({ ok: false, why: "of_the_other" });
    const { proposalId } = must(await proposeChange(db, later, moira, { code: mark.code, kind: "suspend", reasonClass: "being_looked_into", note }));
    expect(await answer(devon, "confirm")).toEqual({ ok: false, why: "nothing_runs" });
    must(await confirmChange(db, later, mal, { code: mark.code, proposalId }));
    expect(await answer(devon, "confirm"), "nobody gets round a suspension").toEqual({ ok: false, why: "in_force" });
    must(await answer(mal, "decline"));
    expect(await db.$count(holderChanges)).toBe(0);
    const back = must(await proposeChange(db, later, moira, { code: mark.code, kind: "reinstate", note }));
    must(await confirmChange(db, later, mal, { code: mark.code, proposalId: back.proposalId }));
  });
});

describe("a mark that has gone to another", () => {
  let before: Awaited<ReturnType<typeof found>>;
  beforeAll(async () => {
    before = await found();
    must(await transfer(world.people.moira));
    must(await answer(world.people.devon, "confirm"));
  });

  test("is theirs: its code, days, level and certificate are as they were, and who it was given to is said", async () => {
    const { marshEnd, harbour } = world.people.organisations;
    const after = await found();
    expect(after).toMatchObject({
      organisationId: harbour.id,
      slug: harbour.slug,
      transferredSince: "2026-07-01",
      given: before.given,
      facts: before.facts,
      certificate: before.certificate,
    });
    expect(after.holder).toMatchObject({ name: harbour.name, identifiers: [{ scheme: "GB-CHC", id: "1999999" }], standard: before.holder.standard });
    expect(await asJson()).toMatchObject({
      in_force: true,
      holder: { name: harbour.name, slug: harbour.slug },
      transferred: { given_to: { name: marshEnd.name, slug: marshEnd.slug }, since: "2026-07-01" },
      certificate: { sha256: before.certificate!.sha256 },
    });
    await issueCertificate(db, later, mark.id);
    expect((await found()).certificate).toEqual(before.certificate);
  });

  test("is on the page of the one, and the page of the other says where it is", async () => {
    const { marshEnd, harbour } = world.people.organisations;
    expect((await publicProviderAt(db, harbour.slug))!.marks.map(({ code }) => code)).toEqual([mark.code]);
    const old = (await publicProviderAt(db, marshEnd.slug))!;
    expect([old.marks, old.history?.handedOver]).toEqual([[], [expect.objectContaining({ code: mark.code, to: { name: harbour.name, slug: harbour.slug }, since: "2026-07-01" })]]);
    expect((await holderHistory(db, harbour.id)).handedOver).toEqual([]);
    expect((await holderOf(db, world.people.moira, mark.code))!.changes.map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual([
      "transferred confirmed",
      "transferred declined",
    ]);
  });

  test("is its new admin's to give up, and no longer the old one's", async () => {
    const { pat, ruth, organisations } = world.people;
    expect((await ownMark(db, ruth, { slug: organisations.harbour.slug, code: mark.code }, later.now()))?.mayGiveUp).toBe(true);
    expect(await ownMark(db, pat, { slug: organisations.marshEnd.slug, code: mark.code }, later.now())).toBeUndefined();
  });

  test("is a leaf of the log without a name, and comes again in the feed; the list says that its credential is no longer so", async () => {
    expect((await leaves(mark.code)).filter(({ kind }) => kind === "holder_changed")).toEqual([
      { kind: "holder_changed", code: mark.code, at: later.now().toISOString(), change: "transferred", since: "2026-07-01" },
    ]);
    const said: boolean[] = [];
    for await (const page of marksToSay(db, later.now(), at("2026-07-15T10:05:00Z").now())) said.push(...page.map(({ written }) => written));
    expect(said).toEqual([true]);
    const [place] = await db.select().from(credentials).where(eq(credentials.markId, mark.id));
    const { encodedList } = decodeJwt((await statusList(db, later, 1))!).credentialSubject as { encodedList: string };
    expect(valueAt(decodeList(encodedList)!, place!.statusIndex)).toBe(listValues.superseded);
    expect((await checkInvariants(sql, "2026-07-15")).filter(({ ok }) => !ok)).toEqual([]);
  });

  test("the admins of both are told, each in their own words, and the trail says that it went", async () => {
    const { pat, ruth, organisations } = world.people;
    const mails = (await db.select().from(outbox)).filter(({ cause }) => cause.startsWith("transferred:"));
    expect(mails.map(({ to, subject }) => `${to} ${subject}`).sort()).toEqual([
      `${pat.email} Your mark is now held by ${organisations.harbour.name}: Made up`,
      `${ruth.email} You now hold a mark: Made up`,
    ]);
    expect(mails.map(({ text }) => text).join()).not.toContain(note);
    const told = (await db.select().from(auditEvents).where(eq(auditEvents.subject, mark.id))).map(({ type, data }) => `${type} ${(data as { kind?: string }).kind ?? ""}`);
    expect(told).toContain("mark.changed transferred");
  });

  test("one who was given another of the same standard cannot be given this one too, nor can it go back to one without a number", async () => {
    const { moira } = world.people;
    const second = await awarded(db, world, { clock: at("2026-07-20T11:00:00Z") });
    const muchLater = at("2026-09-01T10:00:00Z");
    expect(await transfer(moira, { code: second.code }, muchLater)).toEqual({ ok: false, why: "place_free" });
    expect(await transfer(moira, { identifier: "GB-CHC:1999999", intoIdentifier: "" }, muchLater)).toEqual({ ok: false, why: "their_number" });
  });

  test("a new name and a merger are leaves of every mark that was held then, and of none that had gone", async () => {
    const { moira, devon } = world.people;
    const [theirs] = await findMarks(db, eq(marks.organisationId, world.people.organisations.marshEnd.id));
    must(await proposeHolderChange(db, later, moira, { kind: "renamed", code: theirs!.code, identifier: "", name: "Marsh End Plots", since: "2026-07-10", note }));
    must(await answerHolderChange(db, later, devon, { code: theirs!.code, id: await openId(), answer: "confirm" }));
    expect((await leaves(theirs!.code)).at(-1)).toMatchObject({ kind: "holder_changed", change: "renamed", since: "2026-07-10" });
    expect((await leaves(mark.code)).filter(({ kind }) => kind === "holder_changed")).toHaveLength(1);
    expect((await checkInvariants(sql, "2026-07-15")).filter(({ ok, name }) => !ok && name.includes("public log"))).toEqual([]);
  });
});
