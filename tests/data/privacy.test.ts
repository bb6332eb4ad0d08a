import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { submissions } from "#db/schema/assessments";
import { auditEvents } from "#db/schema/audit";
import { evidenceFiles, linkCaptures } from "#db/schema/evidence";
import { outbox } from "#db/schema/platform";
import { privacyLocks, privacyOpenings, purges } from "#db/schema/privacy";
import { cases, supplements } from "#db/schema/review";
import { caseVisits } from "#db/schema/visits";
import type { Actor } from "~/accounts/actor";
import type { EvidenceItem } from "~/assessments/answer";
import { heldAnswers } from "~/assessments/draft.server";
import { saveAnswer } from "~/assessments/save.server";
import { readingStates } from "~/assessments/workflow";
import { readEvidence } from "~/evidence/read.server";
import { storeEvidence } from "~/evidence/store.server";
import { readStored, sha256, storeFile } from "~/platform/files.server";
import { checkInvariants } from "~/platform/invariants.server";
import { addOffer, offersOf } from "~/providers/offers.server";
import { caseFor } from "~/review/case.server";
import { readCase } from "~/review/find-case.server";
import { submitForReview } from "~/review/open.server";
import { decideLock } from "~/review/privacy/decide-lock.server";
import { locksFor } from "~/review/privacy/find-lock.server";
import { lockDetails } from "~/review/privacy/lock-details.server";
import { removedNote } from "~/review/privacy/locks";
import { openLocked } from "~/review/privacy/open-locked.server";
import { ratingDeskFor } from "~/review/rating-desk.server";
import { reviewChapters } from "~/review/record/chapters.server";
import { recordOf } from "~/review/record/record.server";
import { recordVisit } from "~/review/visits/record-visit.server";
import { canonical } from "~/standards/canonical";
import { publishStandards } from "~/standards/publish.server";
import { allStatements, filledDraft } from "../support/answers";
import { assigned, because, begun, must } from "../support/cases";
import { noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import * as files from "../support/files";
import { type Cast, cast } from "../support/people";

const { db, sql, owner } = await freshDatabase();
const url = "https://marshend.example/volunteers";
const criterion = "AS-4.1";
/** In each thing a word that is nowhere else. */
const words = { answer: "Zebediahanswer", title: "Zebediahtitle", file: "zebediahfile.pdf", page: "Zebediahpage", supplement: "Zebediahsupplement" };
let people: Cast;
let caseId: string;
let ids: { file: string; page: string; supplement: string; answer: "answer" };

const keepPage = async (html: string) => {
  const stored = await storeFile("evidence", Buffer.from(html));
  const row = { organisationId: people.organisations.marshEnd.id, url, capturedAt: noon.now(), outcome: "kept", httpStatus: 200, mediaType: "text/html", ...stored };
  return (await db.insert(linkCaptures).values(row).returning({ id: linkCaptures.id }))[0]!.id;
};

/** Marsh End shows a file and a page, and has answered a question since; Sunil and Amara read it. */
beforeAll(async () => {
  await publishStandards(db, noon, { system: "test" });
  people = await cast(db);
  const organisationId = people.organisations.marshEnd.id;
  const file = must(await storeEvidence(db, noon, people.pat, { organisationId, name: words.file, bytes: files.pdf() })).file.id;
  const assessmentId = await filledDraft(db, people.pat, organisationId, "activities-and-services");
  const page = await keepPage(`<p>${words.page}</p>`);
  const [held] = await heldAnswers(db, assessmentId, criterion);
  const evidence: EvidenceItem[] = [
    { kind: "file", file, title: words.title, clean: true },
    { kind: "link", link: url, title: "Our page" },
  ];
  const answer = { ...held!.answer, how: `Our ${words.answer} rings everybody back.`, evidence };
  must(await saveAnswer(db, noon, people.pat, { assessmentId, criterion, answer, basedOn: held!.version }));
  must(await addOffer(db, noon, people.pat, { organisationId, name: "Digging", summary: "Together" }));
  const scope = (await offersOf(db, organisationId)).map(({ name }) => name);
  caseId = must(await submitForReview(db, noon, people.pat, { assessmentId, scope, statements: allStatements })).caseId;
  const content = canonical({ words: `Ask ${words.supplement}.`, evidence: [], files: {} });
  const sent = { sentAt: noon.now(), sentBy: people.pat.personId, sha256: sha256(content) };
  const [added] = await db
    .insert(supplements)
    .values({ caseId, criterion, why: "question", content, savedAt: noon.now(), savedBy: people.pat.personId, ...sent })
    .returning({ id: supplements.id });
  ids = { file, page, supplement: added!.id, answer: "answer" };
});

type Kind = keyof typeof ids;
const kinds: Kind[] = ["file", "page", "answer", "supplement"];
const lock = (who: Actor, what: string) => lockDetails(db, noon, who, { caseId, criterion, what, sorts: ["name"], place: "The first line." });
const lockOf = async (kind: Kind) => (await db.select().from(privacyLocks).where(eq(privacyLocks.kind, kind))).at(-1)!;
const readersSee = async () => JSON.stringify([await readCase(db, caseId), await ratingDeskFor(db, noon, people.sunil, caseId, criterion)]);
const decide = (who: Actor, id: string, move: "unlock" | "purge", reason = because) => decideLock(db, noon, who, id, { move, reason, breach: true, breachReason: because });
const broken = async () => (await checkInvariants(owner, "2026-06-10")).filter(({ ok }) => !ok);

/** Every table of ours, as text. */
async function everything() {
  const tables = await sql<{ name: string }[]>`select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`;
  return (await Promise.all(tables.map(({ name }) => sql.unsafe(`select coalesce(string_agg(t::text, '|'), '') as words from ${name} t`)))).map(([row]) => row!.words).join("\n");
}

describe("saying that something holds personal details", () => {
  test("is for those who may read the case, once they may", async () => {
    for (const stranger of [people.asha, people.ruth, people.pat, people.leila, people.alex]) expect(await lock(stranger, "answer")).toBeUndefined();
    await assigned(db, caseId, { assessor: people.sunil, second: people.amara, moderator: people.moira });
    expect(await lock(people.sunil, "answer")).toEqual({ ok: false, why: "not_declared" });
    await db.update(cases).set({ state: "waiting" }).where(eq(cases.id, caseId));
    await sql`update assignments set ended_at = now(), ended_reason = 'test' where case_id = ${caseId}`;
    await begun(db, caseId, { assessor: people.sunil, second: people.amara, moderator: people.moira });
    for (const what of ["nothing", crypto.randomUUID(), "RC-9.9"]) expect(await lock(people.sunil, what)).toBeUndefined();
    expect(await lockDetails(db, noon, people.sunil, { caseId, criterion: "AS-1.1", what: ids.supplement, sorts: ["name"], place: "x" }), "of another question").toBeUndefined();
    expect(await db.$count(privacyLocks)).toBe(0);
  });

  test.each(kinds)("locks a thing at once, once, whoever is first: %s", async (kind) => {
    expect(await readersSee()).toContain(kind === "page" ? ids.page : words[kind]);
    const both = await Promise.all([lock(people.sunil, ids[kind]), lock(people.devon, ids[kind])]);
    expect(both.map((each) => each?.ok && each.fresh).sort()).toEqual([false, true]);
    if (kind !== "page") expect(await readersSee()).not.toContain(words[kind]);
    expect(await readersSee()).toMatch(/Locked on 1 June 2026 by a (reader|decision-maker) because it may hold somebody’s details\./);
  });

  test("what a file was called is hidden with it, and files and pages are handed out to nobody, readers, the group and privacy leads included", async () => {
    expect(await readersSee()).not.toContain(words.title);
    for (const id of [ids.file, ids.page])
      for (const who of [people.sunil, people.amara, people.moira, people.devon, people.pat, people.leila]) expect(await readEvidence(db, who, id, readingStates)).toBeUndefined();
  });

  test("leaves what was sent as it was, with its hash", async () => {
    const [sent] = await db.select().from(submissions);
    expect(sent!.content).toContain(words.answer);
    expect(sha256(sent!.content)).toBe(sent!.sha256);
    expect(await broken()).toEqual([]);
  });

  test("the group's admins and the privacy leads are written to, without a word of what was seen; the trail has none either", async () => {
    const mails = (await db.select().from(outbox)).filter(({ cause }) => cause.includes("replace") || cause.includes("look at"));
    expect(new Set(mails.filter(({ to }) => to === people.pat.email).map(({ subject }) => subject.split(":")[0]))).toEqual(
      new Set(["Please replace a file", "Please look at what you wrote"]),
    );
    expect(mails.filter(({ to }) => to === people.leila.email).length).toBeGreaterThan(0);
    const told = JSON.stringify([await db.select().from(outbox), await db.select().from(auditEvents)]);
    for (const word of Object.values(words)) expect(told).not.toContain(word);
    expect(told).not.toContain("The first line.");
  });
});

describe("a privacy lead", () => {
  test("alone finds it, oldest first, and nobody who belongs to the group", async () => {
    const { rows } = await locksFor(db, noon, people.leila, 1);
    expect(rows.map(({ kind, state, hoursLeft }) => [kind, state, hoursLeft])).toEqual(expect.arrayContaining(kinds.map((kind) => [kind, "locked", 72])));
    const own: Actor = { ...people.leila, memberships: people.pat.memberships };
    expect((await locksFor(db, noon, own, 1)).rows).toEqual([]);
    const { id } = await lockOf("answer");
    for (const who of [own, people.sunil, people.moira, people.devon, people.alex, people.pat]) {
      expect(await openLocked(db, noon, who, id)).toBeUndefined();
      expect(await decide(who, id, "unlock")).toBeUndefined();
    }
    expect(await db.$count(privacyOpenings)).toBe(0);
  });

  test.each(kinds)("opens it, and that is kept: %s", async (kind) => {
    const { id } = await lockOf(kind);
    const opened = must(await openLocked(db, noon, people.leila, id)).thing;
    if (kind === "file") expect("content" in opened && opened.name).toBe(words.file);
    else expect("words" in opened && opened.words).toContain(words[kind]);
    expect(await db.$count(privacyOpenings, eq(privacyOpenings.lockId, id))).toBe(1);
    const [event] = await db.select().from(auditEvents).where(eq(auditEvents.subject, id));
    expect(event).toMatchObject({ type: "privacy.opened", actor: `person:${people.leila.personId}`, data: {} });
  });

  test("decides with a reason, never about what they locked themselves, and once", async () => {
    const { id, lockedBy } = await lockOf("supplement");
    expect(await decide(people.leila, id, "unlock", " ")).toEqual({ ok: false, why: "reason_missing" });
    const both = lockedBy === people.sunil.personId ? people.sunil : people.devon;
    expect(await decide({ ...both, roles: ["privacy_lead"] }, id, "unlock")).toEqual({ ok: false, why: "locked_it" });
    const two = await Promise.all([decide(people.leila, id, "unlock"), decide({ ...people.hollis, roles: ["privacy_lead"] }, id, "purge")]);
    expect(two.map((each) => each?.ok).sort()).toEqual([false, true]);
    expect(two.find((each) => !each?.ok)).toEqual({ ok: false, why: "wrong_state" });
    expect(await openLocked(db, noon, people.leila, id)).toEqual({ ok: false, why: "not_locked" });
  });

  test("lets it be read again: words, page and file are there as before, and may be locked anew", async () => {
    for (const kind of ["file", "page", "answer"] as const) must(await decide(people.leila, (await lockOf(kind)).id, "unlock"));
    const seen = await readersSee();
    for (const word of [words.answer, words.title, words.file]) expect(seen).toContain(word);
    for (const id of [ids.file, ids.page]) expect(await readEvidence(db, people.sunil, id, readingStates)).toMatchObject({ ok: true });
    for (const kind of ["file", "page", "answer"] as const) expect(await lock(people.amara, ids[kind])).toEqual({ ok: true, fresh: true });
  });
});

describe("removing for good", () => {
  test("takes the words out of everything there is, and keeps what was sent checkable", async () => {
    const [before] = await db.select().from(submissions);
    const keys = [
      (await db.select().from(evidenceFiles).where(eq(evidenceFiles.id, ids.file)))[0]!.storageKey,
      (await db.select().from(linkCaptures).where(eq(linkCaptures.id, ids.page)))[0]!.storageKey!,
    ];
    for (const key of keys) expect(await readStored(key)).toBeDefined();
    expect(await everything()).toContain(words.answer);
    const locks = (await db.select().from(privacyLocks)).filter(({ state }) => state === "locked");
    expect(locks.map(({ kind }) => kind).sort()).toEqual(["answer", "file", "page"]);
    for (const { id } of locks) must(await decide(people.leila, id, "purge"));

    for (const key of keys) expect(await readStored(key)).toBeUndefined();
    const left = await everything();
    for (const word of [words.answer, words.title, words.file, words.page]) expect(left).not.toContain(word);
    const [after] = await db.select().from(submissions);
    expect(after!.sha256).toBe(before!.sha256);
    const record = (await db.select().from(purges).orderBy(purges.seq)).filter(({ sentId }) => sentId === after!.id);
    expect(record).toHaveLength(2);
    expect([record[0]!.sha256Before, record.at(-1)!.sha256After]).toEqual([before!.sha256, sha256(after!.content)]);
    expect(record[1]!.sha256Before).toBe(record[0]!.sha256After);
    expect(await broken()).toEqual([]);
    expect(await readersSee()).toContain("Removed for good: it held somebody’s details.");
    expect((await db.select().from(privacyLocks)).filter(({ state, place }) => state === "purged" && place !== "")).toEqual([]);
    const events = (await db.select().from(auditEvents)).filter(({ type }) => type === "privacy.purged");
    expect(events.map(({ data }) => data)).toEqual(expect.arrayContaining([{ kind: "file", breach: true }]));
    for (const { id } of locks) expect(await openLocked(db, noon, people.leila, id)).toEqual({ ok: false, why: "not_locked" });
  });

  test("of what was added since, too", async () => {
    const { state } = await lockOf("supplement");
    if (state !== "purged") {
      expect(await lock(people.moira, ids.supplement)).toEqual({ ok: true, fresh: true });
      const open = (await db.select().from(privacyLocks)).find(({ kind, state: now }) => kind === "supplement" && now === "locked");
      must(await decide(people.leila, open!.id, "purge"));
    }
    expect(await everything()).not.toContain(words.supplement);
    expect(await broken()).toEqual([]);
  });
});

describe("what was written of a visit", () => {
  const told = { kind: "visit", day: "2026-06-01", willing: true } as const;
  const write = async (words: string, criteria: string[]) => {
    must(await recordVisit(db, noon, people.sunil, { caseId, ...told, words, criteria }));
    return (await db.select().from(caseVisits).where(eq(caseVisits.words, words)))[0]!.id;
  };
  const lockVisit = (who: Actor, what: string, where = criterion) => lockDetails(db, noon, who, { caseId, criterion: where, what, sorts: ["name"], place: "The end." });
  const seen = async () =>
    JSON.stringify([
      await readersSee(),
      await caseFor(db, noon, people.moira, caseId),
      (await recordOf(db, people.moira, caseId, reviewChapters))!.lines.map(({ quote }) => quote),
    ]);
  const secret = "A volunteer called Zebediahvisit showed us round.";

  test("is locked at once for everybody but a privacy lead, who opens it on record and lets it be read again", async () => {
    const id = await write(secret, [criterion]);
    expect((await seen()).split("Zebediahvisit").length, "the desk of the criterion, the case, the record").toBeGreaterThan(3);
    expect(await lockVisit(people.amara, id, "AS-1.1"), "it was not about this").toBeUndefined();
    expect(await lockVisit(people.pat, id)).toBeUndefined();
    const mails = await db.$count(outbox, eq(outbox.to, people.pat.email));
    expect(await lockVisit(people.amara, id)).toEqual({ ok: true, fresh: true });
    expect(await db.$count(outbox, eq(outbox.to, people.pat.email)), "they are our words: the group is told nothing").toBe(mails);
    expect(await seen()).not.toContain("Zebediahvisit");
    expect(await seen()).toContain("Locked on 1 June 2026 by a reader");
    const lock = await lockOf("visit" as Kind);
    expect(must(await openLocked(db, noon, people.leila, lock.id)).thing).toEqual({ words: secret });
    must(await decide(people.leila, lock.id, "unlock"));
    expect(await seen()).toContain("Zebediahvisit");
  });

  test("is removed for good, wherever it stood; of nothing in particular too", async () => {
    const whole = await write("Somebody called Zebediahwhole opened the door for us.", []);
    expect(await lockVisit(people.moira, whole, criterion)).toBeUndefined();
    const about = (await db.select().from(caseVisits).where(eq(caseVisits.words, secret)))[0]!.id;
    for (const [id, where] of [
      [whole, "whole"],
      [about, criterion],
    ] as const) {
      must(await lockVisit(people.moira, id, where));
      const open = (await db.select().from(privacyLocks)).find(({ target, state }) => target === id && state === "locked");
      must(await decide(people.leila, open!.id, "purge"));
    }
    expect(await everything()).not.toMatch(/Zebediah(visit|whole)/);
    expect(await seen()).toContain("Removed for good on 1 June 2026");
    expect(await broken()).toEqual([]);
  });

  test("changes by nothing else", async () => {
    const id = await write("The key is kept behind the counter of the shop.", []);
    const refused = { code: "23001" };
    await expect(owner`update case_visits set words = ${removedNote} where id = ${id}`).rejects.toMatchObject(refused);
    await expect(sql`update case_visits set words = ${removedNote} where id = ${id}`).rejects.toMatchObject({ code: "42501" });
    must(await lockVisit(people.moira, id, "whole"));
    const lock = (await db.select().from(privacyLocks)).find(({ target }) => target === id)!;
    await expect(sql`select purge_visit(${lock.id})`).rejects.toMatchObject(refused);
    must(await decide(people.leila, lock.id, "unlock"));
    await expect(sql`select purge_visit(${lock.id})`).rejects.toMatchObject(refused);
  });
});

describe("nothing else changes what was sent", () => {
  const purge = (lockId: string, sentId: string, became: string) => sql`select purge_words(${lockId}, ${sentId}, ${became}, now())`;

  test("not without a decision, not for another group, and nothing but the one note takes the place of words", async () => {
    const [sent] = await db.select().from(submissions);
    const purged = (await db.select().from(privacyLocks)).find(({ state }) => state === "purged")!;
    const unlocked = (await db.select().from(privacyLocks)).find(({ state }) => state === "unlocked")!;
    const content = JSON.parse(sent!.content);
    const refused = { code: "23001" };
    await expect(purge(unlocked.id, sent!.id, sent!.content)).rejects.toMatchObject(refused);
    await expect(purge(purged.id, crypto.randomUUID(), sent!.content)).rejects.toMatchObject(refused);
    for (const became of [
      { ...content, scope: ["All of it"] },
      { ...content, more: "x" },
      { ...content, answers: {} },
      { ...content, facts: { ...content.facts, x: 1 } },
    ])
      await expect(purge(purged.id, sent!.id, canonical(became))).rejects.toMatchObject(refused);
    for (const from of [sql, owner]) await expect(from`update submissions set content = 'x'`).rejects.toMatchObject({ code: from === sql ? "42501" : "23001" });
    await expect(sql`insert into purges (lock_id, sent_id, sha256_before, sha256_after, at) values (${purged.id}, ${sent!.id}, 'x', 'x', now())`).rejects.toMatchObject({
      code: "42501",
    });
    await expect(sql`update supplements set content = 'x' where sent_at is not null`).rejects.toMatchObject(refused);
    await expect(sql`update answers set content = '{}' where assessment_id = ${sent!.assessmentId}`).rejects.toMatchObject(refused);
    await expect(sql`update privacy_locks set state = 'locked' where id = ${purged.id}`).rejects.toMatchObject(refused);
    await expect(sql`delete from privacy_locks`).rejects.toMatchObject({ code: "42501" });
  });
});
