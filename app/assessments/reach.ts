import { type Actor, membershipIn } from "~/accounts/actor";
import type { Standing } from "./workflow";

/** Where somebody stands towards an organisation's assessments. Empty: it does not exist for them. */
export function standingsIn(actor: Actor, organisationId: string): Standing[] {
  const membership = membershipIn(actor, organisationId);
  if (!membership) return [];
  return membership.role === "admin" ? ["member", "submitter"] : ["member"];
}
