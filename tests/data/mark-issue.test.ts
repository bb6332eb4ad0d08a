import { copyFileSync, existsSync, mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq, like } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { organisations } from "#db/schema/accounts";
import { auditEvents } from "#db/schema/audit";
import { certificates, letters, marks } from "#db/schema/marks";
import { outbox } from "#db/schema/platform";
import { issueCertificate } from "~/marks/issue-certificate.server";
import { keyFor } from "~/marks/keys/find-keys.server";
import { makeLetter } from "~/marks/make-letter.server";
import { checkSignature } from "~/marks/signature/check-signature.server";
import { sweep } from "~/marks/sweep.server";
import { keepSettings, settings } from "~/platform/env.server";
import { readStored, sha256, stallFiles } from "~/platform/files.server";
import { sendMail } from "~/platform/mail.server";
import { fingerprintOf } from "~/platform/signing/certify.server";
import { CannotSign } from "~/platform/signing/signer";
import { lookAtPdf } from "~/register/verifying/pdf-codes.server";
import { at, noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { awarded, decided, type Scheme, scheme, statuses } from "../support/marks";
import { pdfPages } from "../support/pdf-text";

const { db, owner } = await freshDatabase();
let world: Scheme;
beforeAll(async () => {
  world = await scheme(db);
});
afterEach(() => stallFiles(0));

const filesOf = (kind: "certificates" | "letters") => {
  const folder = join(settings().files, kind);
  return existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile()).length : 0;
};

describe("the certificate", () => {
  const certificateOf = (markId: string) => db.select().from(certificates).where(eq(certificates.markId, markId));

  test("is made once, however often and by however many", async () => {
    const { id } = await awarded(db, world);
    const before = filesOf("certificates");
    await Promise.all([issueCertificate(db, noon, id), issueCertificate(db, noon, id), issueCertificate(db, noon, id)]);
    await issueCertificate(db, at("2027-01-01T12:00:00Z"), id);
    expect(filesOf("certificates")).toBe(before + 1);
    const [row, ...more] = await certificateOf(id);
    expect(more).toEqual([]);
    const bytes = await readStored(row!.storageKey);
    expect(sha256(bytes!)).toBe(row!.sha256);
    expect(bytes!.length).toBe(row!.bytes);
    expect(bytes!.subarray(0, 5).toString()).toBe("%PDF-");
    expect(row!.issuedAt).toEqual(noon.now());
    expect(
      await db.select({ type: auditEvents.type, actor: auditEvents.actor, data: auditEvents.data }).from(auditEvents).where(eq(auditEvents.type, "mark.certificate_issued")),
    ).toEqual([{ type: "mark.certificate_issued", actor: "system:issue-certificate", data: { sha256: row!.sha256 } }]);
  });

  test("is signed by the key for certificates, and carries the mark's credential", async () => {
    const { id, code } = await awarded(db, world);
    await issueCertificate(db, noon, id);
    const [row] = await certificateOf(id);
    const bytes = (await readStored(row!.storageKey))!;
    const { key } = await keyFor(db, "certificate");
    expect(checkSignature(bytes, [key.certificate])).toEqual({ ok: true, signer: fingerprintOf(key.certificate) });
    expect(bytes.toString("latin1")).toContain("(credential.jwt)");
    expect(lookAtPdf(bytes)).toEqual({ is: "pdf", codes: [code] });
  });

  test("waits while the storage does not answer, and is made when it does", async () => {
    const { id } = await awarded(db, world);
    const before = filesOf("certificates");
    stallFiles(60);
    await expect(issueCertificate(db, noon, id)).rejects.toThrow(/storage/);
    expect(await certificateOf(id)).toEqual([]);
    stallFiles(0);
    await issueCertificate(db, noon, id);
    expect(await certificateOf(id)).toHaveLength(1);
    expect(filesOf("certificates")).toBe(before + 1);
  });

  test("leaves no bytes behind when its row cannot be written", async () => {
    const { id } = await awarded(db, world);
    const before = filesOf("certificates");
    await owner`revoke insert on certificates from waymark_app`;
    await expect(issueCertificate(db, noon, id)).rejects.toThrow();
    await owner`grant insert on certificates to waymark_app`;
    expect(filesOf("certificates")).toBe(before);
  });

  test.each([
    ["wales", 2],
    ["scotland", 1],
  ] as const)("of a provider in %s has %i page(s), one a language", async (nation, count) => {
    const { id } = await awarded(db, world, { home: "harbour" });
    const { id: organisationId } = world.people.organisations.harbour;
    await db.update(organisations).set({ nation }).where(eq(organisations.id, organisationId));
    await issueCertificate(db, noon, id);
    const pages = pdfPages((await readStored((await certificateOf(id))[0]!.storageKey))!);
    expect(pages).toHaveLength(count);
    expect(pages[0]).toContain("What this mark means");
    if (count === 2) expect(pages[1]).toMatch(/Drafft: heb ei wirio gan gyfieithydd.*Beth mae’r marc hwn yn ei olygu/);
  });

  test("of a provider in Wales is made in English alone where what it covers does not fit beside the longer Welsh words", async () => {
    const { id } = await awarded(db, world, { home: "harbour" });
    const scope = Array<string>(20).fill("Gardening together every Tuesday and Thursday morning, all year");
    await owner.begin((tx) => [tx`set local session_replication_role = replica`, tx`update marks set scope = ${scope} where id = ${id}`]);
    await db.update(organisations).set({ nation: "wales" }).where(eq(organisations.id, world.people.organisations.harbour.id));
    await issueCertificate(db, noon, id);
    const pages = pdfPages((await readStored((await certificateOf(id))[0]!.storageKey))!);
    expect([pages.length, pages[0]]).toEqual([1, expect.stringContaining("Gardening together")]);
  });

  test("of no mark is a mistake", async () => {
    await expect(issueCertificate(db, noon, crypto.randomUUID())).rejects.toThrow(/no mark/);
  });
});

describe("whatever breaks between decision and mail, and however often", () => {
  const certificatesOf = (markId: string) => db.select().from(certificates).where(eq(certificates.markId, markId));
  const real = settings();
  const { folder } = real.keys;
  /** Keys without those for this purpose. */
  function withoutKey(purpose: string) {
    const left = mkdtempSync(join(tmpdir(), "wm-keys-"));
    for (const file of readdirSync(folder)) if (!file.startsWith(purpose)) copyFileSync(join(folder, file), join(left, file));
    keepSettings({ ...real, keys: { ...real.keys, folder: left } });
  }
  const mended = async () => {
    keepSettings(real);
    stallFiles(0);
    await owner`grant insert on certificates to waymark_app`;
    await owner`grant insert on audit_events to waymark_app`;
  };
  afterEach(mended);

  test.each<[string, () => unknown, RegExp | typeof CannotSign]>([
    ["the credential's key is away", () => withoutKey("credential"), CannotSign],
    ["the certificate's key is away", () => withoutKey("certificate"), CannotSign],
    ["the time-stamping authority is silent", () => keepSettings({ ...real, tsaUrl: "http://127.0.0.1:9/" }), CannotSign],
    ["the storage is away", () => stallFiles(60), /storage/],
    ["the row cannot be written", () => owner`revoke insert on certificates from waymark_app`, /./],
    ["the record cannot be written", () => owner`revoke insert on audit_events from waymark_app`, /./],
  ])("%s: the award stands, the PDF waits, and comes; one number, one PDF, one mail each", async (_, breaks, expected) => {
    const { decision, mark } = await decided(db, world, { home: "harbour" });
    const before = filesOf("certificates");
    const [{ number, code }] = (await db.select({ number: marks.number, code: marks.code }).from(marks).where(eq(marks.id, mark!.id))) as [{ number: number; code: string }];
    await breaks();
    for (let tries = 0; tries < 2; tries++) await expect(issueCertificate(db, noon, mark!.id)).rejects.toThrow(expected as RegExp);
    expect(await certificatesOf(mark!.id)).toEqual([]);
    expect(filesOf("certificates")).toBe(before);
    expect((await statuses(db))[code]).toBe("live");
    expect((await sweep(db, at("2026-06-01T11:05:00Z"))).certificates).toBeGreaterThan(0);
    const queued = await owner`select key from graphile_worker.jobs where key = ${`certificate:${mark!.id}`}`;
    expect(queued).toHaveLength(1);

    await mended();
    await issueCertificate(db, at("2026-06-02T11:00:00Z"), mark!.id);
    const [row, ...more] = await certificatesOf(mark!.id);
    // The process that did it ended before it could say so: the job runs again.
    await issueCertificate(db, at("2026-06-02T11:05:00Z"), mark!.id);
    expect([more, await certificatesOf(mark!.id)]).toEqual([[], [row]]);
    expect(filesOf("certificates")).toBe(before + 1);
    const { key } = await keyFor(db, "certificate");
    expect(checkSignature((await readStored(row!.storageKey))!, [key.certificate]).ok).toBe(true);
    expect(await db.select({ number: marks.number }).from(marks).where(eq(marks.decisionId, decision.id))).toEqual([{ number }]);
    const told = await db
      .select({ to: outbox.to })
      .from(outbox)
      .where(like(outbox.cause, `decision:${decision.id}:%`));
    expect(told.length).toBeGreaterThan(0);
    expect(new Set(told.map(({ to }) => to)).size).toBe(told.length);
  });
});

describe("the letter", () => {
  test("is made once for every decision, a mark or not", async () => {
    for (const first of [undefined, { "MU-1.1": 0 } as const]) {
      const { decision } = await decided(db, world, { first, second: first });
      const before = filesOf("letters");
      await Promise.all([makeLetter(db, noon, decision.id), makeLetter(db, noon, decision.id)]);
      await makeLetter(db, noon, decision.id);
      const rows = await db.select().from(letters).where(eq(letters.decisionId, decision.id));
      expect(rows).toHaveLength(1);
      expect(filesOf("letters")).toBe(before + 1);
      expect(sha256((await readStored(rows[0]!.storageKey))!)).toBe(rows[0]!.sha256);
    }
  });
});

describe("the sweep", () => {
  const jobs = async () => (await owner`select task_identifier || ' ' || key as job from graphile_worker.jobs order by 1`).map(({ job }) => String(job));
  beforeEach(async () => {
    await owner`select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))`;
    for (const { id } of await db.select({ id: outbox.id }).from(outbox)) await sendMail(db, noon, id);
    await sweepAll();
    await owner`select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))`;
  });

  /** Keeps every promise that is open. */
  async function sweepAll() {
    await sweep(db, at("2026-06-01T12:00:00Z"));
    for (const job of await jobs()) {
      const [task, , id] = job.split(/[ :]/);
      if (task === "issue-certificate") await issueCertificate(db, noon, id!);
      if (task === "make-letter") await makeLetter(db, noon, id!);
    }
  }

  test("queues again what was promised and lost, once each, and nothing that is there", async () => {
    const { decision, mark } = await decided(db, world, { home: "harbour" });
    const [mail] = await db
      .select({ id: outbox.id })
      .from(outbox)
      .orderBy(outbox.id)
      .where(eq(outbox.cause, `decision:${decision.id}:${world.people.ruth.personId}`));
    await owner`select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))`;
    expect(await jobs()).toEqual([]);

    expect(await sweep(db, at("2026-06-01T11:00:59Z"))).toEqual({ certificates: 0, letters: 0, mails: 0 });
    const swept = await sweep(db, at("2026-06-01T11:01:01Z"));
    expect(swept).toMatchObject({ certificates: 1, letters: 1 });
    await sweep(db, at("2026-06-01T11:01:02Z"));
    const queued = await jobs();
    expect(queued).toEqual(expect.arrayContaining([`issue-certificate certificate:${mark!.id}`, `make-letter letter:${decision.id}`, `send-mail mail:${mail!.id}`]));
    expect(queued).toHaveLength(2 + swept.mails);

    await issueCertificate(db, noon, mark!.id);
    await makeLetter(db, noon, decision.id);
    for (const { id } of await db.select({ id: outbox.id }).from(outbox)) await sendMail(db, noon, id);
    expect(await sweep(db, at("2026-06-01T11:01:03Z"))).toEqual({ certificates: 0, letters: 0, mails: 0 });
  });

  test("lets a mail rest that could not be sent for a day", async () => {
    await decided(db, world, { home: "harbour" });
    expect((await sweep(db, at("2026-06-01T12:00:00Z"))).mails).toBeGreaterThan(0);
    expect((await sweep(db, at("2026-06-02T11:01:01Z"))).mails).toBe(0);
  });
});
