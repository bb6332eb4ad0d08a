import type { Actor, Membership } from "./actor";
import { notFound } from "./session.server";

/** The organisation at this address, for somebody who belongs to it. For everybody else it is not there: throws the 404. */
export function ownOrganisation(actor: Actor, slug: string | undefined): Membership {
  const membership = actor.memberships.find((each) => each.slug === slug);
  if (!membership) throw notFound();
  return membership;
}
