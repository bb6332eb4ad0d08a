import type { Language } from "~/platform/words";

/** What someone does for the scheme itself. `privacy_lead`: alone opens what was locked for holding personal details. `panel`: may sit on the panel of an appeal. */
export const schemeRoles = ["assessor", "moderator", "decider", "editor", "platform_admin", "commissioner", "privacy_lead", "panel"] as const;
export type SchemeRole = (typeof schemeRoles)[number];

/** At a provider: a member answers, an admin may also submit. */
export type MemberRole = "member" | "admin";
export type Membership = {
  organisationId: string;
  slug: string;
  name: string;
  role: MemberRole;
  title: string /** What link workers are called there: a key of the terms; null where nobody has said. */;
  linkWorkerTerm: string | null;
};

/** Who is acting, as the rules need to know them. Never the session, never the row. Roles are read from the database on every request. */
export type Actor = {
  personId: string;
  name: string;
  email: string /** What their own pages and mails are written in. */;
  language: Language;
  memberships: Membership[];
  roles: SchemeRole[];
};

export const hasRole = (actor: Actor, ...roles: SchemeRole[]) => roles.some((role) => actor.roles.includes(role));
export const membershipIn = (actor: Actor, organisationId: string) => actor.memberships.find((each) => each.organisationId === organisationId);
