import { paths } from "~/platform/paths";
import type { WorkBarProps } from "~/ui/work-bar";
import { type Actor, hasRole } from "./actor";
import { accountWords } from "./words/account-words";

/** What a signed-in person can go to, for the bar of every page of theirs. `request` marks the page they are on. */
export function workBar(actor: Actor, request: Request): WorkBarProps {
  const { pathname, search } = new URL(request.url);
  const t = accountWords(actor.language);
  const links = actor.memberships.map(({ slug, name }) => ({ href: paths.organisation(slug), label: name }));
  if (hasRole(actor, "moderator")) links.push({ href: paths.moderation, label: t("bar.moderation") }, { href: paths.concerns, label: t("bar.concerns") });
  if (hasRole(actor, "assessor", "moderator", "decider")) links.push({ href: paths.cases, label: t("bar.cases") });
  if (hasRole(actor, "moderator", "panel")) links.push({ href: paths.appeals, label: t("bar.appeals") });
  if (hasRole(actor, "moderator", "decider", "platform_admin")) links.push({ href: paths.heldMarks, label: t("bar.held_marks") });
  if (hasRole(actor, "platform_admin")) links.push({ href: paths.schemePeople, label: t("bar.people") });
  if (hasRole(actor, "privacy_lead")) links.push({ href: paths.locked, label: t("bar.privacy") });
  if (hasRole(actor, "editor")) links.push({ href: paths.standardsDesk, label: t("bar.standards") });
  if (hasRole(actor, "privacy_lead")) links.push({ href: paths.retention(), label: t("bar.retention") });
  if (hasRole(actor, "commissioner")) links.push({ href: paths.register, label: t("bar.register") });
  if (hasRole(actor, "commissioner") || links.length === 0) links.push({ href: paths.following(), label: t("bar.following") });
  return {
    name: actor.name,
    language: actor.language,
    links: links.map((link) => ({ ...link, current: pathname === link.href })),
    signOut: paths.signOut,
    switching: { action: paths.language, here: pathname + search },
  };
}

/** Where a person's day begins. */
export function firstPage(actor: Actor): string {
  const [membership] = actor.memberships;
  if (membership) return paths.organisation(membership.slug);
  if (hasRole(actor, "moderator")) return paths.moderation;
  if (hasRole(actor, "assessor", "moderator", "decider")) return paths.cases;
  if (hasRole(actor, "panel")) return paths.appeals;
  if (hasRole(actor, "platform_admin")) return paths.heldMarks;
  if (hasRole(actor, "privacy_lead")) return paths.locked;
  if (hasRole(actor, "editor")) return paths.standardsDesk;
  return paths.register;
}
