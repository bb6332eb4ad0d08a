import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { keepSettings, settings } from "~/platform/env.server";
import { type Mail, mailsSoFar, post, postUntold, sendMail } from "~/platform/mail.server";
import { at, noon } from "../support/clock";
import { freshDatabase } from "../support/database";

const { db, sql, owner } = await freshDatabase();
const mail = (more: Partial<Mail> = {}): Mail => ({
  to: "pat@demo.example",
  subject: "Room for new people",
  body: { greeting: "Hello Pat,", paragraphs: ["Is it still right?"], signature: "Waymark" },
  ...more,
});
const put = async (cause: string, more: Partial<Mail> = {}) => {
  await db.transaction((tx) => post(tx, noon, cause, mail(more)));
  return (await sql<{ id: string }[]>`select id from outbox where cause = ${cause}`)[0]!.id;
};
const jobs = () => owner<{ key: string }[]>`select key from graphile_worker.jobs where task_identifier = 'send-mail'`;
beforeEach(async () => {
  await sql`delete from outbox`;
  await owner`delete from graphile_worker._private_jobs`;
});

describe("the outbox", () => {
  test("takes a mail with its job, in the same transaction", async () => {
    const id = await put("a");
    expect(await jobs()).toEqual([{ key: `mail:${id}` }]);
    expect(await mailsSoFar(db)).toMatchObject([{ id, to: "pat@demo.example", subject: "Room for new people", sentAt: null, text: "Hello Pat,\n\nIs it still right?\n\nWaymark" }]);
  });

  test("rolled back, there was neither", async () => {
    await expect(
      db.transaction(async (tx) => {
        await post(tx, noon, "a", mail());
        throw new Error("no");
      }),
    ).rejects.toThrow("no");
    expect(await mailsSoFar(db)).toEqual([]);
    expect(await jobs()).toEqual([]);
  });

  test("takes one mail for one cause, even from ten at once", async () => {
    await Promise.all(Array.from({ length: 10 }, () => put("same")));
    expect(await mailsSoFar(db)).toHaveLength(1);
    expect(await jobs()).toHaveLength(1);
  });

  test("of many that are due, posts those that were never posted, once, and makes no words for the others", async () => {
    await put("told");
    const made: string[] = [];
    const due = ["told", "new", "newer"].map((cause) => ({
      cause,
      mail: () => {
        made.push(cause);
        return mail({ subject: cause });
      },
    }));
    expect([await postUntold(db, noon, due), await postUntold(db, noon, due), await postUntold(db, noon, [])]).toEqual([2, 0, 0]);
    expect([made, (await mailsSoFar(db)).length, (await jobs()).length]).toEqual([["new", "newer"], 3, 3]);
  });

  test("keeps a subject on one line", async () => {
    await put("a", { subject: "Hello\r\nBcc: everyone@example.org\nX: y" });
    expect(await mailsSoFar(db)).toMatchObject([{ subject: "Hello Bcc: everyone@example.org X: y" }]);
  });

  test("is where a mail stays without a mail server, and is read newest first", async () => {
    const id = await put("a");
    await db.transaction((tx) => post(tx, at("2026-06-01T12:00:00Z"), "b", mail({ subject: "Later" })));
    await sendMail(db, noon, id);
    await sendMail(db, at("2026-07-01T12:00:00Z"), id);
    expect((await mailsSoFar(db)).map((each) => [each.subject, each.sentAt])).toEqual([
      ["Later", null],
      ["Room for new people", noon.now()],
    ]);
    expect((await mailsSoFar(db))[1]!.text).toContain("Is it still right?");
  });

  test("has no mail of this id", async () => await sendMail(db, noon, crypto.randomUUID()));
});

describe("with a mail server", async () => {
  const received: { from: string; to: string[]; raw: string }[] = [];
  let refuse = false;
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS", "AUTH"],
    onData(stream, session, done) {
      let raw = "";
      stream.on("data", (chunk: Buffer) => {
        raw += chunk;
      });
      stream.on("end", () => {
        if (refuse) return done(new Error("busy"));
        received.push({ from: (session.envelope.mailFrom as { address: string }).address, to: session.envelope.rcptTo.map((each) => each.address), raw });
        setTimeout(done, 30);
      });
    },
  });
  server.on("error", () => {});
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const plain = settings();
  beforeEach(() => {
    received.length = 0;
    refuse = false;
    keepSettings({ ...plain, smtpUrl: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}` });
    return () => keepSettings(plain);
  });
  afterAll(() => new Promise<void>((done) => server.close(() => done())));

  test("a mail arrives, once, however often and however many at once try; then its words are forgotten here", async () => {
    const id = await put("a");
    await Promise.all(Array.from({ length: 4 }, () => sendMail(db, noon, id)));
    await sendMail(db, noon, id);
    expect(received).toHaveLength(1);
    const { from, to, raw } = received[0]!;
    expect([from, to]).toEqual(["marks@demo.example", ["pat@demo.example"]]);
    expect(raw).toContain("Subject: Room for new people\r\n");
    expect(raw).toContain(`Message-ID: <${id}@localhost>`);
    expect(raw).toContain("text/plain");
    expect(raw).toContain("text/html");
    expect(await sql`select text, html, subject, sent_at is not null as sent from outbox`).toEqual([{ text: "", html: "", subject: "Room for new people", sent: true }]);
  });

  test("one address is one address, whatever it looks like", async () => {
    const odd = ["a@x.example, b@y.example", '"a@x.example b" <c@y.example>', "a@x.example\r\nBcc: b@y.example"];
    for (const [n, to] of odd.entries()) await sendMail(db, noon, await put(`odd ${n}`, { to })).catch(() => {});
    for (const { to, raw } of received) {
      expect(to).toHaveLength(1);
      expect(raw).not.toMatch(/^bcc:/im);
    }
    expect(received.flatMap((each) => each.to)).not.toEqual(expect.arrayContaining(["b@y.example"]));
  });

  test("refused, it is not sent, keeps its words, and goes with the next try", async () => {
    const id = await put("a");
    refuse = true;
    await expect(sendMail(db, noon, id)).rejects.toThrow();
    expect(await mailsSoFar(db)).toMatchObject([{ sentAt: null, text: expect.stringContaining("still right") }]);
    refuse = false;
    await sendMail(db, noon, id);
    expect(received).toHaveLength(1);
  });

  test("nobody answering is an error of the job, not of the page", async () => {
    keepSettings({ ...plain, smtpUrl: "smtp://127.0.0.1:1" });
    await expect(sendMail(db, noon, await put("a"))).rejects.toThrow();
    expect(await mailsSoFar(db)).toMatchObject([{ sentAt: null }]);
  });
});
