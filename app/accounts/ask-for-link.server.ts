import { and, count, eq, gt, sql, TransactionRollbackError } from "drizzle-orm";
import { people, signInLinks } from "#db/schema/accounts";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { type Mail, post } from "~/platform/mail.server";
import { paths } from "~/platform/paths";
import { codeHash, hashOf, newCode, newToken } from "./secret.server";
import { limitWindow, linkLength, mailsPerHour } from "./sign-in";

export type Asked = { ok: true } | { ok: false; why: "too_many" };

/**
 * Mails a link and a code to this address, if somebody has it. The answer is the same when nobody has, and so is the work:
 * the mail is written and undone, so that the time it takes says nothing either. Refuses the sixth asking in an hour, known address or not.
 */
export async function askForLink(db: Db, clock: Clock, { email, goTo }: { email: string; goTo: string }): Promise<Asked> {
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
      .select({ email: people.email, name: people.name })
      .from(people)
      .where(eq(sql`lower(${people.email})`, address));
    // To the address we hold, never to the one that was typed.
    const send = (part: Db): Promise<void> => post(part, clock, `sign-in:${id}`, letter(person ?? { email: address, name: "" }, token, code));
    if (person) await tx.transaction(send);
    else await undone(tx, send);
    return { ok: true };
  });
}

function letter({ email, name }: { email: string; name: string }, token: string, code: string): Mail {
  return {
    to: email,
    subject: "Sign in to Waymark",
    body: {
      greeting: `Hello ${name},`,
      paragraphs: [
        "You asked to sign in to Waymark. The link below works once, for 20 minutes.",
        `If you read this on another device, type this code on the page where you asked: ${code}`,
        "If you did not ask, you need not do anything. Nobody can sign in as you without this mail.",
      ],
      action: { words: "Sign in", url: settings().baseUrl + paths.signInLink(token) },
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
