import { createHash } from "node:crypto";
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { people } from "#db/schema/accounts";
import { AuditEvent } from "~/audit/event";
import { record } from "~/audit/record.server";
import { verifyChain } from "~/audit/verify.server";
import { noon } from "../support/clock";
import { freshDatabase } from "../support/database";

const { db, sql, owner } = await freshDatabase();
const by = { system: "test" };
const event = (slug: string): AuditEvent => ({ type: "organisation.created", subject: slug, data: { slug } });
const say = (slug: string) => db.transaction((tx) => record(tx, by, noon.now(), event(slug)));
/** What only the owner of the tables can do, and only on purpose. */
const tamper = (change: string) => owner.unsafe(`alter table audit_events disable trigger user; ${change}; alter table audit_events enable trigger user`);

beforeEach(() => tamper("truncate audit_events"));

describe("the trail only grows", () => {
  test.each(["update audit_events set type = 'x'", "delete from audit_events", "truncate audit_events"])("the application may not %s: it has no right to", async (change) => {
    await say("a");
    await expect(sql.unsafe(change)).rejects.toMatchObject({ code: "42501" });
    expect(await verifyChain(sql)).toMatchObject({ ok: true, events: 1 });
  });

  test.each(["update audit_events set type = 'x'", "delete from audit_events", "truncate audit_events"])("nor may the owner: a trigger refuses to %s", async (change) => {
    await say("a");
    await expect(owner.unsafe(change)).rejects.toMatchObject({ code: "23001" });
    expect(await verifyChain(sql)).toMatchObject({ ok: true, events: 1 });
  });

  test("the application cannot switch the trigger off, nor write its own number or hash", async () => {
    await expect(sql.unsafe("alter table audit_events disable trigger user")).rejects.toMatchObject({ code: "42501" });
    await say("a");
    await sql`insert into audit_events (seq, at, actor, type, subject, data, prev, hash) values (99, now(), 'x', 'y', 'z', '{}', ${Buffer.from("forged")}, ${Buffer.from("forged")})`;
    expect(await verifyChain(sql)).toMatchObject({ ok: true, events: 2 });
  });
});

describe("the chain", () => {
  test("of nothing is whole", async () => expect(await verifyChain(sql)).toEqual({ ok: true, events: 0, head: "" }));

  test("has a head anyone can compute from the rows", async () => {
    await say("a");
    await say("b");
    let head = Buffer.alloc(0);
    for (const each of await sql`select seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, actor, type, subject, data::text as data from audit_events order by seq`) {
      head = createHash("sha256").update(head).update([each.seq, each.at, each.actor, each.type, each.subject, each.data].join("\n")).digest();
    }
    expect(await verifyChain(sql)).toEqual({ ok: true, events: 2, head: head.toString("hex") });
  });

  test("stays one chain when forty write at once", async () => {
    await Promise.all(Array.from({ length: 40 }, (_, n) => say(`s${n}`)));
    expect(await verifyChain(sql)).toMatchObject({ ok: true, events: 40 });
    expect(await sql`select count(distinct prev)::int as n from audit_events`).toEqual([{ n: 40 }]);
  });

  test("longer than one page of reading is walked to its end", async () => {
    await db.transaction(async (tx) => {
      for (let n = 0; n < 1005; n++) await record(tx, by, noon.now(), event(`s${n}`));
    });
    expect(await verifyChain(sql)).toMatchObject({ ok: true, events: 1005 });
    await tamper("update audit_events set subject = 'x' where seq = 1003");
    expect(await verifyChain(sql)).toEqual({ ok: false, seq: 1003, why: "hash" });
  });

  test("holds whatever words are in it", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: "grapheme-composite", minLength: 1 }).filter((text) => !text.includes("\u0000")),
        async (slug) => {
          await say(slug);
          expect(await verifyChain(sql)).toMatchObject({ ok: true });
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe("whoever changes the past is found out", () => {
  beforeEach(async () => {
    for (const slug of ["a", "b", "c", "d"]) await say(slug);
  });

  test.each(["at = at + interval '1 microsecond'", "actor = 'person:other'", "type = 'person.created'", "subject = 'x'", `data = '{"slug":"x"}'`])(
    "by other words: %s",
    async (change) => {
      await tamper(`update audit_events set ${change} where seq = 2`);
      expect(await verifyChain(sql)).toEqual({ ok: false, seq: 2, why: "hash" });
    },
  );

  test("even with a hash that fits them: the next one does not", async () => {
    await tamper(
      `update audit_events set subject = 'x' where seq = 2;
      update audit_events set hash = sha256(prev || convert_to(concat_ws(E'\\n', seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), actor, type, subject, data::text), 'UTF8')) where seq = 2`,
    );
    expect(await verifyChain(sql)).toEqual({ ok: false, seq: 3, why: "link" });
  });

  test.each([
    ["delete from audit_events where seq = 1", 1],
    ["delete from audit_events where seq = 3", 3],
    ["update audit_events set seq = 9 where seq = 4", 4],
  ])("by taking one out: %s", async (change, seq) => {
    await tamper(change);
    expect(await verifyChain(sql)).toEqual({ ok: false, seq, why: "gap" });
  });

  test("by changing places", async () => {
    await tamper("update audit_events set seq = 20 where seq = 2; update audit_events set seq = 2 where seq = 3; update audit_events set seq = 3 where seq = 20");
    expect(await verifyChain(sql)).toMatchObject({ ok: false, seq: 2 });
  });
});

describe("an event belongs to its change", () => {
  test("rolled back with it, it never was, and leaves no gap", async () => {
    await say("a");
    await expect(
      db.transaction(async (tx) => {
        await tx.insert(people).values({ email: "gone@example.org", name: "Gone", createdAt: noon.now() });
        await record(tx, by, noon.now(), event("gone"));
        throw new Error("no");
      }),
    ).rejects.toThrow("no");
    await say("b");
    expect(await sql`select subject from audit_events order by seq`).toEqual([{ subject: "a" }, { subject: "b" }]);
    expect(await sql`select 1 from people where email = 'gone@example.org'`).toHaveLength(0);
    expect(await verifyChain(sql)).toMatchObject({ ok: true, events: 2 });
  });

  test("says who: a person or a part of the system", async () => {
    await db.transaction((tx) => record(tx, { personId: "0d0c" }, noon.now(), event("a")));
    await say("b");
    expect(await sql`select actor from audit_events order by seq`).toEqual([{ actor: "person:0d0c" }, { actor: "system:test" }]);
  });

  test.each([
    { type: "person.deleted", subject: "x", data: {} },
    { type: "person.created", subject: "", data: {} },
    { type: "person.created", subject: "x", data: { name: "Pat" } },
    { type: "case.rated", subject: "x", data: { level: "3" } },
  ])("that is not in the vocabulary is refused: %j", async (odd) => {
    await expect(db.transaction((tx) => record(tx, by, noon.now(), odd as AuditEvent))).rejects.toThrow();
    expect(await verifyChain(sql)).toMatchObject({ events: 0 });
  });
});

test("every kind of event is a thing and what happened to it, in the past", () => {
  const types = AuditEvent.options.map((option) => option.shape.type.value);
  expect(new Set(types).size).toBe(types.length);
  for (const type of types) expect(type).toMatch(/^[a-z]+\.[a-z]+(_[a-z]+)*$/);
});
