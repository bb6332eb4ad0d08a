import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import type { FieldErrors } from "~/ui/form";
import { type Actor, type SchemeRole, schemeRoles } from "../actor";
import { giveRole, withdrawRole } from "./change-roles.server";
import { RoleForm, roleRefusalWords } from "./roles";
import type { TypedRole } from "./roles-page";

type Answered = { ok: true } | { ok: false; typed: TypedRole; errors: FieldErrors };

/** Does what a form of a person's page asks for. What is wrong is said at the field it is about, beside what was typed. */
export async function answerRoleForm(db: Db, clock: Clock, { personId: by }: Actor, personId: string, sent: FormData): Promise<Answered> {
  const typed = { role: String(sent.get("role") ?? "").slice(0, 40), reason: String(sent.get("reason") ?? "").slice(0, 5000) };
  const isRole = schemeRoles.some((role) => role === typed.role);
  const field = sent.get("intent") === "take" && isRole ? `reason-${typed.role}` : "role";
  const form = RoleForm.safeParse(Object.fromEntries(sent));
  if (!form.success) return { ok: false, typed, errors: { [field]: form.error.issues[0]!.message } };
  const role: SchemeRole = form.data.role;
  const changed =
    form.data.intent === "give"
      ? await giveRole(db, clock, { personId: by }, { personId, role })
      : await withdrawRole(db, clock, { personId: by }, { personId, role, reason: form.data.reason });
  return changed.ok ? changed : { ok: false, typed, errors: { [field]: roleRefusalWords(changed.why, role) } };
}
