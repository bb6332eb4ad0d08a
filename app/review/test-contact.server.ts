import type { Actor } from "~/accounts/actor";
import type { Refusal } from "~/assessments/workflow";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { checkContact } from "~/providers/check-contact.server";
import type { ContactRoute } from "~/providers/contact-check";
import { factsOf } from "./case-file";
import { holdCase } from "./find-case.server";
import { permitContactTest } from "./standing";

export type ContactTested = { ok: true } | { ok: false; why: Refusal };

/** The assessor of a case, or a moderator, tells whether the provider's phone or e-mail worked when they tried it. The case itself does not move. Undefined when the case is out of reach. */
export function testContact(
  db: Db,
  clock: Clock,
  actor: Actor,
  { caseId, route, worked }: { caseId: string; route: ContactRoute; worked: boolean },
): Promise<ContactTested | undefined> {
  return db.transaction(async (tx): Promise<ContactTested | undefined> => {
    const file = await holdCase(tx, actor, caseId);
    if (!file) return undefined;
    const permission = permitContactTest(actor, factsOf(file));
    if (!permission.ok) return permission;
    return checkContact(tx, clock, actor, { organisationId: file.organisationId, route, worked });
  });
}
