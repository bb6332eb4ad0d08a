import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import { createTransport } from "nodemailer";
import { outbox } from "#db/schema/platform";
import type { Clock } from "./clock";
import type { Db } from "./database.server";
import { settings } from "./env.server";
import { enqueue } from "./jobs.server";
import { type Letter, mailBody } from "./mail";
import type { Language } from "./words";

/** `language` is the one its words are in; English where it is left out. */
export type Mail = { to: string; subject: string; body: Letter; language?: Language };

/** Puts a mail in the outbox, in the caller's transaction; a job sends it. The same cause twice is one mail. */
export async function post(tx: Db, clock: Clock, cause: string, { to, subject, body, language }: Mail) {
  const [row] = await tx
    .insert(outbox)
    .values({ cause, at: clock.now(), to, subject: subject.replace(/[\r\n]+/g, " "), ...mailBody(body, language) })
    .onConflictDoNothing({ target: outbox.cause })
    .returning({ id: outbox.id });
  if (row) await enqueue(tx, "send-mail", { id: row.id }, `mail:${row.id}`);
}

/** A mail that is due, written only if it has not been: `cause` as in `post`. */
export type DueMail = { cause: string; mail: () => Mail };

/** Posts those that were never posted, each in a transaction of its own: whoever asks again writes to nobody twice, and need not remember whom they told. Answers how many there were. One read. */
export async function postUntold(db: Db, clock: Clock, due: readonly DueMail[]): Promise<number> {
  if (due.length === 0) return 0;
  const causes = due.map(({ cause }) => cause);
  const told = new Set((await db.select({ cause: outbox.cause }).from(outbox).where(inArray(outbox.cause, causes))).map(({ cause }) => cause));
  const untold = due.filter(({ cause }) => !told.has(cause));
  for (const { cause, mail } of untold) await db.transaction((tx) => post(tx, clock, cause, mail()));
  return untold.length;
}

/**
 * Sends one mail of the outbox; without a mail server the outbox is where it stays. Sent once: a second call does nothing, nor does one at the same moment.
 * Once a mail server has it, its words are forgotten here: the link in a sign-in mail signs somebody in.
 */
export async function sendMail(db: Db, clock: Clock, id: string) {
  await db.transaction(async (tx) => {
    const unsent = and(eq(outbox.id, id), isNull(outbox.sentAt));
    const [mail] = await tx.select().from(outbox).where(unsent).for("update", { skipLocked: true });
    if (!mail) return;
    const { smtpUrl } = settings();
    if (smtpUrl) await handOver(smtpUrl, mail);
    await tx
      .update(outbox)
      .set({ sentAt: clock.now(), ...(smtpUrl ? { text: "", html: "" } : {}) })
      .where(eq(outbox.id, id));
  });
}

/** Should it be handed over twice after all (we were killed in between), both have one Message-ID. */
async function handOver(smtpUrl: string, { id, to, subject, text, html }: typeof outbox.$inferSelect) {
  const { mailFrom, baseUrl } = settings();
  const transport = createTransport({ url: smtpUrl, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 });
  // The address as an object: a string would be read as a list of them.
  await transport.sendMail({ from: mailFrom, to: { name: "", address: to }, subject, text, html, messageId: `<${id}@${new URL(baseUrl).hostname}>` });
}

/** Newest first. */
export const mailsSoFar = (db: Db) => db.select().from(outbox).orderBy(desc(outbox.at), desc(outbox.id)).limit(200);
