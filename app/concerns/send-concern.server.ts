import { createHash, randomInt } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { organisations } from "#db/schema/accounts";
import { concerns } from "#db/schema/concerns";
import { record } from "~/audit/record.server";
import type { Day } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { post } from "~/platform/mail.server";
import { paths } from "~/platform/paths";
import type { Nation } from "~/review/bank-holidays";
import { aboutCode } from "./about-code.server";
import { isEmail, newReference, promised } from "./concern";
import type { ConcernSent } from "./concern-form";
import { nobodyMail, receivedMail, toReadMail } from "./concern-mails";
import { tellModerators } from "./tell-moderators.server";

/** What whoever sent it is told. `mailed`: an e-mail with the same is on its way. */
export type ConcernReceived = { reference: string; readBy: Day; hearBy: Day | null; mailed: boolean };

/** Whose name is known by nobody: the bank holidays of England count. */
const usual: Nation = "england";

/**
 * Keeps what somebody tells us, tells the moderators who may know of it, and answers by mail where an address was given. Everything or nothing.
 * The same form sent twice, by a double click or a reload, is one concern: the second time it is only answered.
 */
export function sendConcern(db: Db, clock: Clock, sent: ConcernSent): Promise<ConcernReceived> {
  return db.transaction(async (tx) => {
    const now = clock.now();
    const { code, group, where, words, name, contact, mayName, language, found } = sent;
    const about = await groupMeant(tx, code ?? "", group);
    const values = {
      reference: newReference(Array.from({ length: 10 }, () => randomInt(32))),
      organisationId: about?.organisationId ?? null,
      ...{ code, groupTyped: group, seenAt: where, words, name, contact, mayName, language },
      found: found.map(({ kind }) => kind),
      sentAt: now,
      sha256: createHash("sha256")
        .update(JSON.stringify([sent.once, code, group, where, words, name, contact, mayName]))
        .digest("hex"),
      state: "received" as const,
    };
    const [row] = await tx
      .insert(concerns)
      .values(values)
      .onConflictDoNothing({ target: concerns.sha256 })
      .returning({ id: concerns.id, reference: concerns.reference, sentAt: concerns.sentAt });
    const [kept] = row
      ? [row]
      : await tx.select({ id: concerns.id, reference: concerns.reference, sentAt: concerns.sentAt }).from(concerns).where(eq(concerns.sha256, values.sha256));
    const { readBy, hearBy } = promised(kept!.sentAt, about?.nation ?? usual);
    const received = { reference: kept!.reference, readBy, hearBy: contact === "" ? null : hearBy, mailed: isEmail(contact) };
    if (!row) return received;
    const { baseUrl, contact: ours } = settings();
    const toRead = { reference: row.reference, readBy, page: baseUrl + paths.concern(row.id) };
    await tellModerators(tx, clock, [{ concernId: row.id, cause: `concern:${row.id}`, mail: toReadMail(toRead), nobody: nobodyMail(row.reference) }]);
    if (received.mailed) {
      const mail = receivedMail({ reference: row.reference, readBy, hearBy, phone: ours.phone }, language);
      await post(tx, clock, `concern-received:${row.id}`, { to: contact, ...mail, language });
    }
    await record(tx, { system: "concern-form" }, now, { type: "concern.received", subject: row.id, data: {} });
    return received;
  });
}

/** The group that is meant: the holder of the mark with this code; the holder of the mark whose code was typed for a name; or the only one of exactly this name. */
async function groupMeant(tx: Db, code: string, typed: string): Promise<{ organisationId: string; nation: Nation } | undefined> {
  for (const each of [code, typed]) {
    const about = await aboutCode(tx, each);
    if (about.is === "known") return groupOf(tx, sql`${organisations.id} = ${about.organisationId}`);
  }
  return typed === "" ? undefined : groupOf(tx, sql`lower(${organisations.name}) = lower(${typed})`);
}

async function groupOf(tx: Db, where: ReturnType<typeof sql>) {
  const [first, second] = await tx.select({ organisationId: organisations.id, nation: organisations.nation }).from(organisations).where(where).limit(2);
  return second ? undefined : first;
}
