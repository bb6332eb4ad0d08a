import { z } from "zod";
import { type SchemeRole, schemeRoles } from "../actor";

/** What each role is called, and what somebody may do who has it. */
export const roleWords: Record<SchemeRole, { name: string; may: string }> = {
  assessor: { name: "Assessor", may: "reads and rates the cases they are chosen for" },
  moderator: { name: "Moderator", may: "chooses readers, settles differences, proposes changes to marks" },
  decider: { name: "Decision-maker", may: "decides cases in which they neither rated nor settled" },
  editor: { name: "Standards editor", may: "writes and publishes the standards" },
  platform_admin: { name: "Platform administrator", may: "gives roles and takes them away" },
  commissioner: { name: "Commissioner", may: "searches the register" },
  privacy_lead: { name: "Privacy lead", may: "alone opens what was locked for holding personal details" },
  panel: { name: "Appeal panel", may: "may sit on the panel of an appeal" },
};

/** The roles that somebody must always have, and what would stand still without. The last who has one keeps it until another person has it too. */
export const neverEmpty: Partial<Record<SchemeRole, string>> = {
  moderator: "without a moderator nobody chooses readers or settles differences",
  decider: "without a decision-maker no case is decided",
  platform_admin: "without a platform administrator nobody can give a role",
  privacy_lead: "without a privacy lead nobody can open what was locked",
};

/** Why a role is neither given nor taken. */
export type RoleRefusal = "wrong_role" | "not_theirs" | "has_it" | "last" | "reason_missing";
export type RoleChanged = { ok: true } | { ok: false; why: RoleRefusal };

/** May this role be taken from this person? `holders`: everybody who has it now. */
export function permitTaking(role: SchemeRole, personId: string, holders: readonly string[], reason: string): RoleChanged {
  if (!holders.includes(personId)) return { ok: false, why: "not_theirs" };
  if (role in neverEmpty && holders.length === 1) return { ok: false, why: "last" };
  return reason.trim() ? { ok: true } : { ok: false, why: "reason_missing" };
}

/** What a refusal says, and what to do first. */
export function roleRefusalWords(why: RoleRefusal, role: SchemeRole): string {
  const { name } = roleWords[role];
  return {
    wrong_role: "You are not a platform administrator any more, so nothing was changed",
    not_theirs: `They do not have the role of ${name.toLowerCase()} any more. Somebody else has taken it away meanwhile`,
    has_it: `They have the role of ${name.toLowerCase()} already`,
    last: `Nobody else has the role of ${name.toLowerCase()}, and ${neverEmpty[role]}. Give it to somebody else first, then take it away here`,
    reason_missing: "Say why the role is taken away",
  }[why];
}

/** The forms of a person's page: a role to give, or one to take away with a reason. */
export const RoleForm = z.discriminatedUnion(
  "intent",
  [
    z.object({ intent: z.literal("give"), role: z.enum(schemeRoles, "Choose a role") }),
    z.object({
      intent: z.literal("take"),
      role: z.enum(schemeRoles),
      reason: z.string().trim().min(1, "Say why the role is taken away").max(500, "Say why in no more than 500 characters"),
    }),
  ],
  "Use one of the buttons of this page",
);
