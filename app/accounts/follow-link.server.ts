import { and, desc, eq, gt, isNull, lt, sql } from "drizzle-orm";
import { people, signInLinks } from "#db/schema/accounts";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { codeHash, hashOf } from "./secret.server";
import { startSession } from "./session.server";
import { linkState, type SignInRefusal, wrongCodesAllowed } from "./sign-in";

export type SignedIn<Refusal = SignInRefusal> = { ok: true; cookie: string; goTo: string } | { ok: false; why: Refusal };
type OfLink = SignedIn<"used" | "expired" | "unknown">;

/** What a link would do. Changes nothing: mail scanners open links too. */
export async function lookAtLink(db: Db, clock: Clock, token: string) {
  const [link] = await db
    .select({ usedAt: signInLinks.usedAt, expiresAt: signInLinks.expiresAt })
    .from(signInLinks)
    .where(eq(signInLinks.tokenHash, hashOf(token)));
  return linkState(link, clock.now());
}

/** Signs in whoever the link was sent to. Once: of two at the same moment, one gets in and the other hears that it is used. */
export function followLink(db: Db, clock: Clock, token: string): Promise<OfLink> {
  return db.transaction(async (tx): Promise<OfLink> => {
    const [link] = await tx
      .select()
      .from(signInLinks)
      .where(eq(signInLinks.tokenHash, hashOf(token)))
      .for("update");
    const state = linkState(link, clock.now());
    return link && state === "good" ? signIn(tx, clock, link) : { ok: false, why: state === "good" ? "unknown" : state };
  });
}

/** The same by the code of a mail sent to this address. A wrong one counts against every code that is good now. */
export function tryCode(db: Db, clock: Clock, { email, code }: { email: string; code: string }): Promise<SignedIn> {
  const now = clock.now();
  return db.transaction(async (tx): Promise<SignedIn> => {
    const ofAddress = eq(signInLinks.email, email.toLowerCase());
    // Locked in one order, so that guesses sent at the same moment are counted one after the other.
    const links = await tx.select().from(signInLinks).where(ofAddress).orderBy(desc(signInLinks.createdAt), signInLinks.id).limit(10).for("update");
    const mine = links.find((link) => link.codeHash === codeHash(code, link.id));
    const live = links.filter((link) => linkState(link, now) === "good");
    if (live.length > 0 && live.every((link) => link.wrongCodes >= wrongCodesAllowed)) return { ok: false, why: "code_ended" };
    const state = linkState(mine, now);
    if (mine && state === "good" && mine.wrongCodes < wrongCodesAllowed) return signIn(tx, clock, mine);
    await tx
      .update(signInLinks)
      .set({ wrongCodes: sql`${signInLinks.wrongCodes} + 1` })
      .where(and(ofAddress, isNull(signInLinks.usedAt), gt(signInLinks.expiresAt, now), lt(signInLinks.wrongCodes, wrongCodesAllowed)));
    return { ok: false, why: state === "used" || state === "expired" ? state : "wrong_code" };
  });
}

async function signIn(tx: Db, clock: Clock, { id, email, goTo }: { id: string; email: string; goTo: string }): Promise<OfLink> {
  const [person] = await tx
    .select({ id: people.id })
    .from(people)
    .where(eq(sql`lower(${people.email})`, email));
  if (!person) return { ok: false, why: "unknown" };
  await tx.update(signInLinks).set({ usedAt: clock.now() }).where(eq(signInLinks.id, id));
  return { ok: true, cookie: await startSession(tx, clock, person.id), goTo };
}
