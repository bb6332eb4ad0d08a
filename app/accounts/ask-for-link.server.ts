import { and, count, eq, gt, sql, TransactionRollbackError } from "drizzle-orm";
import { people, signInLinks } from "#db/schema/accounts";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { type Mail, post } from "~/platform/mail.server";
import { paths } from "~/platform/paths";
import { inLanguage, type Language } from "~/platform/words";
import { codeHash, hashOf, newCode, newToken } from "./secret.server";
import { limitWindow, linkLength, mailsPerHour } from "./sign-in";
import { accountWords } from "./words/account-words";

/** `language` is that of the page; the mail to somebody who chose another is in theirs. */
type AskingForLink = { email: string; goTo: string; language?: Language };
export type Asked = { ok: true } | { ok: false; why: "too_many" };

/**
 * Mails a link and a code to this address, if somebody has it. The answer is the same when nobody has, and so is the work:
 * the mail is written and undone, so that the time it takes says nothing either. Refuses the sixth asking in an hour, known address or not.
 */
export async function askForLink(db: Db, clock: Clock, { email, goTo, language = "en" }: AskingForLink): Promise<Asked> {
  const address = email.toLowerCase();
  const now = clock.now();
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`sign-in ${address}`}))`); // many at once would all find room under the limit
    const [recent] = await tx
      .select({ asked: count() })
      .from(signInLinks)
      .where(and(eq(signInLinks.email, address), gt(signInLinks.createdAt, new Date(now.getTime() - limitWindow))));
    if (recent!.asked >= mailsPerHour) return { ok: false, why: "too_many" };

    const id = crypto.randomUUID();
    const [token, code] = [newToken(), newCode()];
    await tx
      .insert(signInLinks)
      .values({ id, email: address, tokenHash: hashOf(token), codeHash: codeHash(code, id), goTo, createdAt: now, expiresAt: new Date(now.getTime() + linkLength) });
    const [person] = await tx
      .select({ email: people.email, name: people.name, language: people.language })
      .from(people)
      .where(eq(sql`lower(${people.email})`, address));
    // To the address we hold, never to the one that was typed.
    const send = (part: Db): Promise<void> =>
      post(part, clock, `sign-in:${id}`, letter({ email: address, name: "", ...person, language: person?.language ?? language }, token, code));
    if (person) await tx.transaction(send);
    else await undone(tx, send);
    return { ok: true };
  });
}

function letter({ email, name, language }: { email: string; name: string; language: Language }, token: string, code: string): Mail {
  const t = accountWords(language);
  return {
    to: email,
    language,
    subject: t("mail.sign_in.subject"),
    body: {
      greeting: t("mail.hello_name", { name }),
      paragraphs: [t("mail.sign_in.asked"), t("mail.sign_in.code", { code }), t("mail.sign_in.not_you")],
      action: { words: t("mail.sign_in.action"), url: settings().baseUrl + inLanguage(paths.signInLink(token), language) },
      signature: "Waymark",
    },
  };
}

/** Does it, and takes it back. */
async function undone(tx: Db, act: (part: Db) => Promise<void>) {
  try {
    await tx.transaction(async (part) => {
      await act(part);
      part.rollback();
    });
  } catch (error) {
    if (!(error instanceof TransactionRollbackError)) throw error;
  }
}
