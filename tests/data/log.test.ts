import { readdirSync, readFileSync } from "node:fs";
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { logLeaves } from "#db/schema/log";
import { certificates, conditionClearings, markEvents } from "#db/schema/marks";
import { record } from "~/audit/record.server";
import { verifyChain } from "~/audit/verify.server";
import { confirmChange, proposeChange, reviewMark } from "~/marks/change.server";
import type { MarkCode } from "~/marks/code";
import { issueCertificate } from "~/marks/issue-certificate.server";
import { keyFor } from "~/marks/keys/find-keys.server";
import { markCompromised } from "~/marks/keys/mark-compromised.server";
import { keepLog, latestCheckpoint } from "~/marks/log/checkpoints.server";
import { continues, growTree, includes, leafHash } from "~/marks/log/hashes.server";
import { type Leaf, readLeaf } from "~/marks/log/leaf";
import { consistencyBetween, proofOf } from "~/marks/log/proofs.server";
import { verifyLog } from "~/marks/log/verify-log.server";
import { open, pool } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { checkInvariants } from "~/platform/invariants.server";
import { CannotSign } from "~/platform/signing/signer";
import { must } from "../support/cases";
import { at, noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { makeTestKeys } from "../support/keys";
import { awarded, awardedWithConditions, type Scheme, scheme } from "../support/marks";

const { db, sql, owner, target } = await freshDatabase();
const secret = "The secretary's brother rang us: private words, for us alone.";
let world: Scheme;
let mark: { id: string; code: string };

const leaves = async () => (await db.select().from(logLeaves).orderBy(logLeaves.seq)).map(({ content, ...row }) => ({ ...row, content, leaf: readLeaf(content) }));
const ofCode = async (code: string) => (await leaves()).filter((each) => each.code === code).map(({ leaf }) => leaf);
const broken = async () => (await checkInvariants(sql, "2026-06-01")).filter(({ ok, name }) => !ok && name.includes("public log"));
/** What only a superuser can do, and only on purpose. */
const tamper = (change: string) => owner.begin((tx) => [tx`set local session_replication_role = replica`, tx.unsafe(change)]);
const review = { kind: "review" as const, note: secret, proposedAt: noon.now(), confirmedAt: noon.now() };

beforeAll(async () => {
  world = await scheme(db);
  mark = await awarded(db, world);
});

describe("what is in the log", () => {
  test("an award, its certificate, and each change from the moment it is confirmed: once, in order, without a name or a note", async () => {
    const { moira, devon, mal } = world.people;
    await issueCertificate(db, noon, mark.id);
    must(await reviewMark(db, noon, mal, { code: mark.code, kind: "review", note: secret }));
    const { proposalId } = must(await proposeChange(db, noon, moira, { code: mark.code, kind: "suspend", reasonClass: "cannot_be_reached", note: secret }));
    expect((await ofCode(mark.code)).map(({ kind }) => kind)).toEqual(["awarded", "certificate_issued", "changed"]);
    must(await confirmChange(db, at("2026-06-02T10:00:00Z"), devon, { code: mark.code, proposalId }));
    const [{ sha256 } = { sha256: "" }] = await db.select({ sha256: certificates.sha256 }).from(certificates).where(eq(certificates.markId, mark.id));
    const about = { code: mark.code as MarkCode, at: "2026-06-01T11:00:00.000Z" };
    expect(await ofCode(mark.code)).toEqual<Leaf[]>([
      { kind: "awarded", ...about, level: "assured", standard: "made-up@1.0.0", awarded_on: "2026-06-01", valid_until: "2028-05-31" },
      { kind: "certificate_issued", ...about, sha256 },
      { kind: "changed", ...about, change: "review" },
      { kind: "changed", code: about.code, at: "2026-06-02T10:00:00.000Z", change: "suspend", reason_class: "cannot_be_reached" },
    ]);
    const words = (await leaves()).map(({ content }) => content).join();
    for (const hidden of [secret, "secretary", moira.personId, devon.personId, moira.email, world.people.organisations.marshEnd.name, mark.id]) expect(words).not.toContain(hidden);
    expect(await broken()).toEqual([]);
  });

  test("conditions: how many and until when, and each one that is put right", async () => {
    const { id, code } = await awardedWithConditions(db, world, { criteria: ["MU-1.1", "MU-2.1"], by: "2026-08-30", home: "harbour" });
    await db.insert(conditionClearings).values({ markId: id, criterion: "MU-2.1", clearedAt: noon.now(), clearedBy: world.people.moira.personId, note: secret });
    expect(await ofCode(code)).toEqual([
      expect.objectContaining({ kind: "awarded", level: "assured_with_conditions", conditions: 2, conditions_by: "2026-08-30" }),
      { kind: "condition_cleared", code, at: noon.now().toISOString() },
    ]);
  });

  test("one mark in place of another: the new one names it, and its own end follows", async () => {
    const older = (await leaves()).at(-1)!.code!;
    const newer = await awarded(db, world, { home: "harbour" });
    expect(await ofCode(newer.code)).toEqual([expect.objectContaining({ kind: "awarded", supersedes: older })]);
    expect((await ofCode(older)).at(-1)).toMatchObject({ kind: "changed", change: "supersede" });
    expect(await broken()).toEqual([]);
  });

  test("a leaf is canonical: names in order, no spaces, nothing that is not known, whatever letters are in it", async () => {
    for (const { content, leaf } of await leaves()) {
      const sorted = Object.fromEntries(Object.entries(leaf).sort(([a], [b]) => (a < b ? -1 : 1)));
      expect(content).toBe(JSON.stringify(sorted));
    }
    const odd = { standard: 'a"b\\c\n\t\u0001/é€🌱', level: "x" };
    const [{ content } = { content: "" }] = await owner<{ content: string }[]>`select leaf_content('awarded', 'X', '2026-06-01T11:00:00.123Z', ${owner.json(odd)}) as content`;
    expect(content).toBe(JSON.stringify({ at: "2026-06-01T11:00:00.123Z", code: "X", kind: "awarded", level: "x", standard: odd.standard }));
  });

  test("what is taken back never was in it", async () => {
    const before = await leaves();
    await expect(
      db.transaction(async (tx) => {
        await tx.insert(markEvents).values({ markId: mark.id, ...review });
        throw new Error("no");
      }),
    ).rejects.toThrow("no");
    expect(await leaves()).toEqual(before);
  });

  test("the application can put nothing into it: neither a leaf nor a head of its own making", async () => {
    await expect(sql`insert into log_leaves (seq, kind, source, code, content, hash) values (999, 'changed', gen_random_uuid(), 'X', '{}', '')`).rejects.toMatchObject({
      code: "42501",
    });
    await expect(sql`select append_leaf('changed', gen_random_uuid(), null, 'X', '{}')`).rejects.toMatchObject({ code: "42501" });
  });
});

test("fifty changes at the same time, some of which say so to the audit trail first and some last, are fifty leaves in a row and one tree", async () => {
  const before = (await leaves()).length;
  const audit = (tx: Parameters<typeof record>[0]) => record(tx, { system: "test" }, noon.now(), { type: "mark.changed", subject: mark.id, data: { kind: "review" } });
  await Promise.all(
    Array.from({ length: 50 }, (_, n) =>
      db.transaction(async (tx) => {
        if (n % 2 === 0) await audit(tx);
        await tx.insert(markEvents).values({ markId: mark.id, ...review });
        if (n % 2 === 1) await audit(tx);
        if (n % 5 === 0) await tx.insert(markEvents).values({ markId: mark.id, ...review, kind: "end_review" });
      }),
    ),
  );
  const after = await leaves();
  expect(after.map(({ seq }) => seq)).toEqual(after.map((_, place) => place));
  expect(after.length).toBe(before + 60);
  expect(await verifyLog(sql)).toMatchObject({ ok: true, leaves: after.length });
  expect(await verifyChain(sql)).toMatchObject({ ok: true });
  expect(await owner`select count(*)::int as waiting from graphile_worker._private_jobs where key = 'keep-log'`).toEqual([{ waiting: 1 }]);
  const tree = growTree();
  for (const { content } of after) tree.append(leafHash(Buffer.from(content)));
  const root = tree.root();
  for (const { seq, hash } of after) expect(includes({ index: seq, size: after.length, leaf: hash, proof: tree.inclusion(seq), root })).toBe(true);
  expect(await broken()).toEqual([]);
});

describe("what we sign of it", () => {
  test("everything there is, with the audit trail's head once a London day", async () => {
    await keepLog(db, at("2026-06-03T22:30:00Z"));
    const first = (await latestCheckpoint(db))!;
    expect(first.size).toBe((await leaves()).length);
    const chain = await verifyChain(sql);
    expect((await leaves()).at(-1)!.leaf).toEqual({ kind: "audit_head", at: "2026-06-03T22:30:00.000Z", events: chain.ok && chain.events, head: chain.ok && chain.head });
    await Promise.all([keepLog(db, at("2026-06-03T22:40:00Z")), keepLog(db, at("2026-06-03T22:41:00Z"))]);
    expect(await latestCheckpoint(db)).toEqual(first);
    // A new day in London, and still the old one in Greenwich.
    await Promise.all([keepLog(db, at("2026-06-03T23:10:00Z")), keepLog(db, at("2026-06-03T23:11:00Z"))]);
    const next = (await latestCheckpoint(db))!;
    expect(next.size).toBe(first.size + 1);
    const { from, to, proof } = await consistencyBetween(first.size, next.size);
    expect([Buffer.from(from.root), Buffer.from(to.root)]).toEqual([first.root, next.root]);
    expect(continues({ from, to, proof })).toBe(true);
    expect(await verifyLog(sql)).toMatchObject({ ok: true, checkpoints: 2, anchors: [{ leaf: first.size - 1 }, { leaf: next.size - 1 }] });
  });

  test("proves every leaf of a mark, and says how many wait for the next checkpoint", async () => {
    await db.insert(markEvents).values({ markId: mark.id, ...review });
    const found = await proofOf(db, mark.code as MarkCode);
    if (typeof found === "string") throw new Error(found);
    const { checkpoint, leaves: proven, waiting } = found;
    expect([proven.length > 50, waiting]).toEqual([true, 1]);
    for (const { seq, content, proof } of proven)
      expect(includes({ index: seq, size: checkpoint.size, leaf: leafHash(Buffer.from(content)), proof, root: checkpoint.root })).toBe(true);
    await keepLog(db, at("2026-06-04T10:00:00Z"));
    expect(await proofOf(db, mark.code as MarkCode)).toMatchObject({ waiting: 0 });
    expect(await proofOf(db, "0000-0000-0000" as MarkCode)).toBe("unknown");
  });

  test("waits while there is no key, and goes on with the next one", async () => {
    const { key } = await keyFor(db, "log");
    must(await markCompromised(db, noon, { system: "test" }, { kid: key.kid, after: noon.now() }));
    await db.insert(markEvents).values({ markId: mark.id, ...review });
    const before = await latestCheckpoint(db);
    await expect(keepLog(db, at("2026-06-04T10:05:00Z"))).rejects.toThrow(CannotSign);
    expect(await latestCheckpoint(db)).toEqual(before);
    await makeTestKeys(db, settings().keys.folder);
    await keepLog(db, at("2026-06-04T10:06:00Z"));
    expect((await latestCheckpoint(db))!.kid).not.toBe(key.kid);
    expect(await verifyLog(sql)).toMatchObject({ ok: true });
  });
});

test("a database with marks from before the log gets its leaves in order of time", async () => {
  const before = (await leaves()).filter(({ kind }) => kind !== "audit_head");
  const kept = await owner`select * from log_leaves order by seq`;
  const signed = await owner`select * from log_checkpoints`;
  await tamper("delete from log_leaves");
  expect((await broken()).map(({ ids }) => ids.length)).toEqual([before.length]);
  const file = readdirSync("db/migrations").find((name) => name.endsWith("_guards_of_transparency_log.sql"))!;
  const migration = readFileSync(`db/migrations/${file}`, "utf8").split("--> statement-breakpoint");
  await owner.unsafe(migration.find((part) => part.includes("The marks there are already"))!);
  const after = await leaves();
  expect(after.map(({ content }) => content).sort()).toEqual(before.map(({ content }) => content).sort());
  expect(after.map(({ leaf }) => leaf.at)).toEqual(after.map(({ leaf }) => leaf.at).sort());
  expect(await broken()).toEqual([]);
  await tamper("delete from log_leaves");
  await owner.begin((tx) => [tx`set local session_replication_role = replica`, ...kept.map((row) => tx`insert into log_leaves ${tx(row)}`)]);
  expect(signed.length).toBeGreaterThan(0);
  expect(await verifyLog(sql)).toMatchObject({ ok: true });
});

describe("whoever changes the past is found out", () => {
  const anchors = async () => {
    const log = await verifyLog(sql);
    return log.ok ? log.anchors : [];
  };
  const again = "update audit_events set subject = 'x' where seq = 3";
  const rehash = `do $$ declare e record; before bytea := '\\x'; begin
    for e in select * from audit_events order by seq loop
      update audit_events set prev = before, hash = sha256(before || convert_to(concat_ws(E'\\n', seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), actor, type, subject, data::text), 'UTF8'))
        where seq = e.seq returning hash into before;
    end loop; end $$`;

  test("one event of the audit trail: by the chain itself", async () => {
    const [{ subject } = { subject: "" }] = await owner<{ subject: string }[]>`select subject from audit_events where seq = 3`;
    await tamper(again);
    expect(await verifyChain(sql, await anchors())).toEqual({ ok: false, seq: 3, why: "hash" });
    await tamper(`update audit_events set subject = '${subject}' where seq = 3`);
    expect(await verifyChain(sql, await anchors())).toMatchObject({ ok: true });
  });

  test("the whole audit trail, computed anew: by its head in the log", async () => {
    const kept = await owner`select seq, subject from audit_events where seq = 3`;
    await tamper(`${again}; ${rehash}`);
    expect(await verifyChain(sql)).toMatchObject({ ok: true });
    const [first] = await anchors();
    expect(await verifyChain(sql, await anchors())).toEqual({ ok: false, seq: first!.events, why: "anchor" });
    await tamper(`update audit_events set subject = '${kept[0]!.subject}' where seq = 3; ${rehash}`);
    expect(await verifyChain(sql, await anchors())).toMatchObject({ ok: true });
  });

  test("events cut off at the end: by a head that is further on", async () => {
    const heads = await anchors();
    const [{ n } = { n: 0 }] = await owner<{ n: number }[]>`select max(seq)::int as n from audit_events`;
    await tamper(`create table cut as select * from audit_events where seq >= ${heads.at(-1)!.events}; delete from audit_events where seq >= ${heads.at(-1)!.events}`);
    expect(await verifyChain(sql)).toMatchObject({ ok: true });
    expect(await verifyChain(sql, heads)).toEqual({ ok: false, seq: heads.at(-1)!.events, why: "gap" });
    await tamper("insert into audit_events select * from cut; drop table cut");
    expect(await verifyChain(sql, heads)).toMatchObject({ ok: true, events: n });
  });

  test("a mark behind its leaf's back: by the invariants", async () => {
    await tamper(`update marks set valid_until = '2038-05-31' where id = '${mark.id}'`);
    expect(await broken()).toEqual([expect.objectContaining({ ids: [`awarded ${mark.id}`] })]);
    await tamper(`update marks set valid_until = '2028-05-31' where id = '${mark.id}'`);
  });

  test("a leaf: by its hash; with its hash, by what we signed, and nothing more is signed", async () => {
    const [row] = await db
      .select()
      .from(logLeaves)
      .where(and(eq(logLeaves.kind, "awarded"), eq(logLeaves.code, mark.code)));
    const forged = row!.content.replace("2028", "2038");
    await tamper(`update log_leaves set content = '${forged}' where seq = ${row!.seq}`);
    expect(await verifyLog(sql)).toEqual({ ok: false, why: "hash", at: row!.seq });
    await tamper(`update log_leaves set hash = '\\x${Buffer.from(leafHash(Buffer.from(forged))).toString("hex")}' where seq = ${row!.seq}`);
    const [{ size } = { size: 0 }] = await owner<{ size: number }[]>`select min(size)::int as size from log_checkpoints`;
    expect(await verifyLog(sql)).toEqual({ ok: false, why: "root", at: size });
    await tamper(`update log_checkpoints set note = replace(note, 'log', 'lag') where size = ${size}`);
    expect(await verifyLog(sql)).toEqual({ ok: false, why: "note", at: size });
    await tamper("delete from log_leaves where seq = 2");
    expect(await verifyLog(sql)).toEqual({ ok: false, why: "gap", at: 2 });
  });

  test("and nothing more is signed by a server that reads the log then", async () => {
    await db.insert(markEvents).values({ markId: mark.id, ...review });
    await tamper("update log_leaves set seq = 2 where seq = (select max(seq) from log_leaves)");
    await sql.end();
    const before = await latestCheckpoint(open(target).db);
    await expect(keepLog(pool.db, at("2026-06-05T10:00:00Z"))).rejects.toThrow("The log is not the one we signed");
    expect(await latestCheckpoint(pool.db)).toEqual(before);
  });
});
