import { drizzle } from "drizzle-orm/postgres-js";
import { beforeEach, describe, expect, test } from "vitest";
import { askForLink } from "~/accounts/ask-for-link.server";
import { followLink, lookAtLink, tryCode } from "~/accounts/follow-link.server";
import { forgetOldSignIns } from "~/accounts/forget.server";
import { createPerson } from "~/accounts/people.server";
import { startSession } from "~/accounts/session.server";
import { connect } from "~/platform/database.server";
import { at, noon } from "../support/clock";
import { freshDatabase } from "../support/database";

const { db, sql, target } = await freshDatabase();
let email = "";
let personId = "";
beforeEach(async () => {
  email = `p${crypto.randomUUID()}@example.org`;
  personId = await createPerson(db, noon, { system: "test" }, { email, name: "Pat" });
});

/** Asks, and reads the mail. */
async function mailed(clock = noon) {
  expect(await askForLink(db, clock, { email, goTo: "/cases" })).toEqual({ ok: true });
  const [mail] = await sql<{ text: string; to: string; cause: string }[]>`select text, "to", cause from outbox where "to" = ${email} order by at desc, cause desc limit 1`;
  const all = await sql<{ text: string }[]>`select text from outbox where "to" = ${email}`;
  return { token: /link\/([\w-]+)/.exec(mail!.text)![1]!, code: /asked: (\d{6})/.exec(mail!.text)![1]!, texts: all.map((each) => each.text) };
}
const wrongOf = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

describe("asking for a link", () => {
  test("mails the address we hold, with a link to the configured site, and keeps no secret of it", async () => {
    expect(await askForLink(db, noon, { email: email.toUpperCase(), goTo: "/cases" })).toEqual({ ok: true });
    const mails = await sql`select "to", text from outbox where "to" = ${email}`;
    expect(mails).toHaveLength(1);
    const token = /http:\/\/localhost\/sign-in\/link\/([\w-]+)/.exec(mails[0]!.text)![1]!;
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    const code = /asked: (\d{6})/.exec(mails[0]!.text)![1]!;
    const row = JSON.stringify(await sql`select * from sign_in_links where email = ${email}`);
    expect(row).not.toContain(token);
    expect(row).not.toContain(`"${code}"`);
  });

  test("for an address nobody has: the same answer, the same row, the same work, and no mail", async () => {
    const unknown = `nobody${crypto.randomUUID()}@example.org`;
    const said: string[] = [];
    const listened = connect(target, { max: 1, debug: (_connection, statement) => said.push(statement) });
    const statements = async (address: string) => {
      said.length = 0;
      expect(await askForLink(drizzle(listened, { casing: "snake_case" }), noon, { email: address, goTo: "/cases" })).toEqual({ ok: true });
      return said.map((each) => each.split(" ")[0]);
    };
    await statements(email); // the first on a connection also reads types
    const [before] = await sql`select count(*) from outbox`;
    const ofUnknown = await statements(unknown);
    expect((await sql`select count(*) from outbox`)[0]).toEqual(before);
    expect(await sql`select 1 from sign_in_links where email = ${unknown}`).toHaveLength(1);
    const ofKnown = await statements(email);
    expect(ofUnknown.filter((each) => each !== "rollback")).toEqual(ofKnown);
    expect(ofKnown.length).toBeGreaterThan(6);
    await listened.end();
  });

  test("the sixth in an hour is refused, known or not, even when all come at once; a minute after the hour there is room", async () => {
    for (const address of [email, `nobody${crypto.randomUUID()}@example.org`]) {
      const answers = await Promise.all(Array.from({ length: 9 }, () => askForLink(db, noon, { email: address, goTo: "/cases" })));
      expect(answers.filter((each) => each.ok)).toHaveLength(5);
      expect(await askForLink(db, at("2026-06-01T11:59:59Z"), { email: address.toUpperCase(), goTo: "/cases" })).toEqual({ ok: false, why: "too_many" });
      expect(await askForLink(db, at("2026-06-01T12:00:01Z"), { email: address, goTo: "/cases" })).toEqual({ ok: true });
    }
    expect(await sql`select 1 from outbox where "to" = ${email}`).toHaveLength(6);
  });
});

describe("a link", () => {
  test("signs in once; looking at it changes nothing", async () => {
    const { token } = await mailed();
    for (let i = 0; i < 5; i++) expect(await lookAtLink(db, noon, token)).toBe("good");
    expect(await followLink(db, noon, token)).toMatchObject({ ok: true, goTo: "/cases" });
    expect(await followLink(db, noon, token)).toEqual({ ok: false, why: "used" });
    expect(await lookAtLink(db, noon, token)).toBe("used");
    expect(await sql`select 1 from sessions where person_id = ${personId}`).toHaveLength(1);
  });

  test("of ten presses at the same moment, one signs in", async () => {
    const { token } = await mailed();
    const answers = await Promise.all(Array.from({ length: 10 }, () => followLink(db, noon, token)));
    expect(answers.filter((each) => each.ok)).toHaveLength(1);
    expect(answers.filter((each) => !each.ok && each.why === "used")).toHaveLength(9);
    expect(await sql`select 1 from sessions where person_id = ${personId}`).toHaveLength(1);
    expect(await sql`select 1 from audit_events where type = 'person.signed_in' and subject = ${personId}`).toHaveLength(1);
  });

  test("is good for twenty minutes, and an older one still after a newer was asked for", async () => {
    const { token } = await mailed();
    await mailed(at("2026-06-01T11:05:00Z"));
    expect(await lookAtLink(db, at("2026-06-01T11:19:59Z"), token)).toBe("good");
    expect(await followLink(db, at("2026-06-01T11:20:00Z"), token)).toEqual({ ok: false, why: "expired" });
    expect(await followLink(db, at("2026-06-01T11:19:59Z"), token)).toMatchObject({ ok: true });
  });

  test("changed by one sign is unknown; so is its own hash", async () => {
    const { token } = await mailed();
    expect(await followLink(db, noon, `${token.slice(0, -2)}xx`)).toEqual({ ok: false, why: "unknown" });
    const [row] = await sql`select token_hash from sign_in_links where email = ${email}`;
    expect(await followLink(db, noon, row!.token_hash)).toEqual({ ok: false, why: "unknown" });
  });
});

describe("a code", () => {
  test("signs in the address it was sent to, once, and uses up its link too", async () => {
    const { token, code } = await mailed();
    expect(await tryCode(db, noon, { email: email.toUpperCase(), code })).toMatchObject({ ok: true, goTo: "/cases" });
    expect(await tryCode(db, noon, { email, code })).toEqual({ ok: false, why: "used" });
    expect(await followLink(db, noon, token)).toEqual({ ok: false, why: "used" });
  });

  test("of another address is worth nothing", async () => {
    const { code } = await mailed();
    expect(await tryCode(db, noon, { email: "other@example.org", code })).toEqual({ ok: false, why: "wrong_code" });
  });

  test("is too old after twenty minutes", async () => {
    const { code } = await mailed();
    expect(await tryCode(db, at("2026-06-01T11:20:00Z"), { email, code })).toEqual({ ok: false, why: "expired" });
  });

  test("ends after five wrong ones, even sent at once; the link still works", async () => {
    const { token, code } = await mailed();
    const answers = await Promise.all(Array.from({ length: 12 }, () => tryCode(db, noon, { email, code: wrongOf(code) })));
    expect(answers.filter((each) => !each.ok && each.why === "wrong_code")).toHaveLength(5);
    expect(answers.filter((each) => !each.ok && each.why === "code_ended")).toHaveLength(7);
    expect(await tryCode(db, noon, { email, code })).toEqual({ ok: false, why: "code_ended" });
    expect(await followLink(db, noon, token)).toMatchObject({ ok: true });
  });

  test("four wrong ones are forgiven", async () => {
    const { code } = await mailed();
    for (let i = 0; i < 4; i++) await tryCode(db, noon, { email, code: wrongOf(code) });
    expect(await tryCode(db, noon, { email, code })).toMatchObject({ ok: true });
  });

  test("a wrong one counts against every code that is good now", async () => {
    const first = await mailed();
    await mailed(at("2026-06-01T11:01:00Z"));
    for (let i = 0; i < 5; i++) await tryCode(db, at("2026-06-01T11:02:00Z"), { email, code: "not it" });
    expect(await tryCode(db, at("2026-06-01T11:02:00Z"), { email, code: first.code })).toEqual({ ok: false, why: "code_ended" });
  });
});

test("what has been over for thirty days is forgotten, and nothing sooner", async () => {
  await mailed();
  await startSession(db, noon, personId);
  const left = async () => [(await sql`select 1 from sign_in_links where email = ${email}`).length, (await sql`select 1 from sessions where person_id = ${personId}`).length];
  await forgetOldSignIns(db, at("2026-07-01T11:19:59Z"));
  expect(await left()).toEqual([1, 1]);
  await forgetOldSignIns(db, at("2026-07-01T11:20:01Z"));
  expect(await left()).toEqual([0, 1]);
  await forgetOldSignIns(db, at("2026-07-01T23:00:01Z"));
  expect(await left()).toEqual([0, 0]);
});
