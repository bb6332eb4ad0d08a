import { desc, eq } from "drizzle-orm";
import { createTransport } from "nodemailer";
import { outbox } from "#db/schema/platform";
import type { Clock } from "./clock";
import type { Db } from "./database.server";
import { settings } from "./env.server";
import { enqueue } from "./jobs.server";
import { type Letter, mailBody } from "./mail";

export type Mail = { to: string; subject: string; body: Letter };

/** Puts a mail in the outbox, in the caller's transaction; a job sends it. The same cause twice is one mail. */
export async function post(tx: Db, clock: Clock, cause: string, { to, subject, body }: Mail) {
  const [row] = await tx
    .insert(outbox)
    .values({ cause, at: clock.now(), to, subject: subject.replace(/[\r\n]+/g, " "), ...mailBody(body) })
    .onConflictDoNothing({ target: outbox.cause })
    .returning({ id: outbox.id });
  if (row) await enqueue(tx, "send-mail", { id: row.id }, `mail:${row.id}`);
}

/** Sends one mail of the outbox; without a mail server the outbox is where it stays. Sent once: a second call does nothing. */
export async function sendMail(db: Db, clock: Clock, id: string) {
  const [mail] = await db.select().from(outbox).where(eq(outbox.id, id));
  if (!mail || mail.sentAt) return;
  const { smtpUrl, mailFrom } = settings();
  if (smtpUrl) await createTransport(smtpUrl).sendMail({ from: mailFrom, to: { name: "", address: mail.to }, subject: mail.subject, text: mail.text, html: mail.html });
  await db.update(outbox).set({ sentAt: clock.now() }).where(eq(outbox.id, id));
}

/** Newest first. */
export const mailsSoFar = (db: Db) => db.select().from(outbox).orderBy(desc(outbox.at), desc(outbox.id)).limit(200);
