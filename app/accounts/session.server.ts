import { data, redirect } from "@remix-run/node";
import { and, eq, lt, sql } from "drizzle-orm";
import { z } from "zod";
import { memberships, organisations, people, schemeRoles as schemeRoleRows, sessions } from "#db/schema/accounts";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import { clock } from "~/platform/clock.server";
import { type Db, pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { inLanguage, type Language, languageAsked } from "~/platform/words";
import type { SignedOutProps } from "~/ui/signed-out";
import { type Actor, hasRole, type SchemeRole, schemeRoles } from "./actor";
import { noSessionCookie, sessionCookie, sessionToken } from "./cookie.server";
import { hashOf, newToken } from "./secret.server";
import { holds, seenEvery, sessionLength } from "./session";

/** `atWork: false` for what a page does by itself: the session's hour of quiet goes on. */
type Asking = { atWork?: boolean };

/** Who is acting. Nobody: throws a redirect to the sign-in page, in the language of whose session it was, which leads back here; a program that asks for JSON gets 401. */
export async function requireActor(request: Request, asking?: Asking): Promise<Actor> {
  const actor = await actorOf(request, asking);
  if (actor) return actor;
  if (wantsJson(request)) throw notSignedIn();
  const url = new URL(request.url);
  const signIn = paths.signIn(url.pathname === paths.start ? undefined : addressOf(request));
  throw redirect(inLanguage(signIn, (await languageOfSession(request)) ?? languageAsked(url)));
}

/**
 * Who sent a form. For every action that takes words somebody typed: nothing of them is lost because a session has ended meanwhile.
 * Nobody: throws a 401 page that holds every field as it was sent, and the way to sign in (a program gets 401 as from `requireActor`).
 * `roles`: goes on only with one of these, as `requireRole`. Without, because a role was taken away since the page was opened: throws a 404 page that gives the words back.
 * Otherwise the form is left unread for the action.
 */
export async function actorForForm(request: Request, ...roles: SchemeRole[]): Promise<Actor> {
  const actor = await actorOf(request);
  if (!actor) throw wantsJson(request) ? notSignedIn() : data(await keptForm(request), 401);
  if (roles.length > 0 && !hasRole(actor, ...roles)) throw data(await keptForm(request), 404);
  return actor;
}

/** Who is acting, or undefined. One query; roles and memberships are those of this moment. Notes that the session was used. */
export async function actorOf(request: Request, { atWork = true }: Asking = {}): Promise<Actor | undefined> {
  const token = sessionToken(request);
  if (!token) return undefined;
  const now = clock.now();
  const found = await findSession(pool.db, token);
  if (!found || !holds(found, found.actor.roles, now)) return undefined;
  if (atWork && now.getTime() - found.seenAt.getTime() >= seenEvery) {
    await pool.db
      .update(sessions)
      .set({ seenAt: now })
      .where(and(eq(sessions.id, found.id), lt(sessions.seenAt, now)));
  }
  return found.actor;
}

/** The language chosen by the person whose session this browser has, or had: it may have ended meanwhile. One query. */
export async function languageOfSession(request: Request): Promise<Language | undefined> {
  const token = sessionToken(request);
  const [person] = token
    ? await pool.db
        .select({ language: people.language })
        .from(sessions)
        .innerJoin(people, eq(people.id, sessions.personId))
        .where(eq(sessions.tokenHash, hashOf(token)))
    : [];
  return person?.language ?? undefined;
}

/** Goes on only with one of these roles. Without: throws the same 404 that a stranger to the address gets. */
export function requireRole(actor: Actor, ...roles: SchemeRole[]): void {
  if (!hasRole(actor, ...roles)) throw notFound();
}

/** For what is not there, or not for this person: the answer is the same. */
export const notFound = () => new Response("Not found", { status: 404 });

/** Signs a person in. Answers the `Set-Cookie` value; the token in it is stored nowhere else. */
export async function startSession(db: Db, clock: Clock, personId: string): Promise<string> {
  const token = newToken();
  const now = clock.now();
  await db.transaction(async (tx) => {
    await tx.insert(sessions).values({ tokenHash: hashOf(token), personId, createdAt: now, seenAt: now, expiresAt: new Date(now.getTime() + sessionLength) });
    await record(tx, { personId }, now, { type: "person.signed_in", subject: personId, data: {} });
  });
  return sessionCookie(token);
}

/** Ends the session of this browser, when it has one. Answers the `Set-Cookie` value that makes it forget. */
export async function endSession(db: Db, clock: Clock, request: Request): Promise<string> {
  const token = sessionToken(request);
  const now = clock.now();
  if (token) {
    await db.transaction(async (tx) => {
      const ended = await tx
        .update(sessions)
        .set({ endedAt: now })
        .where(and(eq(sessions.tokenHash, hashOf(token)), sql`${sessions.endedAt} is null`))
        .returning({ personId: sessions.personId });
      for (const { personId } of ended) await record(tx, { personId }, now, { type: "person.signed_out", subject: personId, data: {} });
    });
  }
  return noSessionCookie();
}

const Memberships = z.array(
  z.object({ organisationId: z.uuid(), slug: z.string(), name: z.string(), role: z.enum(["member", "admin"]), title: z.string(), linkWorkerTerm: z.string().nullable() }),
);
const Roles = z.array(z.enum(schemeRoles));

async function findSession(db: Db, token: string) {
  const [row] = await db
    .select({
      id: sessions.id,
      seenAt: sessions.seenAt,
      expiresAt: sessions.expiresAt,
      endedAt: sessions.endedAt,
      personId: people.id,
      name: people.name,
      email: people.email,
      language: people.language,
      memberships: sql<unknown>`(select coalesce(json_agg(json_build_object('organisationId', o.id, 'slug', o.slug, 'name', o.name, 'role', m.role, 'title', m.title, 'linkWorkerTerm', o.link_worker_term) order by o.name, o.id), '[]') from ${memberships} m join ${organisations} o on o.id = m.organisation_id where m.person_id = ${people.id})`,
      roles: sql<unknown>`(select coalesce(json_agg(r.role order by r.role), '[]') from ${schemeRoleRows} r where r.person_id = ${people.id})`,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(eq(sessions.tokenHash, hashOf(token)));
  if (!row) return undefined;
  const { id, seenAt, expiresAt, endedAt, personId, name, email, language } = row;
  const actor: Actor = { personId, name, email, language: language ?? "en", memberships: Memberships.parse(row.memberships), roles: Roles.parse(row.roles) };
  return { id, seenAt, expiresAt, endedAt, actor };
}

/** A file cannot wait in a page: that one was there is all that is kept of it. */
async function keptForm(request: Request): Promise<SignedOutProps> {
  const [address, form] = [addressOf(request), [...(await readForm(request))]];
  return {
    signIn: paths.signIn(address),
    address,
    fields: form.flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as const] : [])),
    fileLeftOut: form.some(([, value]) => typeof value !== "string" && value.size > 0),
  };
}

function addressOf(request: Request) {
  const { pathname, search } = new URL(request.url);
  return pathname + search;
}

const notSignedIn = () =>
  Response.json({ type: "about:blank", title: "You are not signed in", status: 401 }, { status: 401, headers: { "Content-Type": "application/problem+json" } });

const wantsJson = (request: Request) => {
  const accept = request.headers.get("Accept") ?? "";
  return accept.includes("json") && !accept.includes("text/html");
};
