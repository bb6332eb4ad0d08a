import type { Actor } from "~/accounts/actor";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { checkContact } from "~/providers/check-contact.server";
import type { ContactRoute } from "~/providers/contact-check";
import { holdMark } from "../hold-mark.server";
import type { MoveRefusal } from "../mark-moves";
import { followReach } from "./follow-reach.server";

/** A moderator tells whether the phone or e-mail of a mark's holder worked when they tried it. What was suspended because neither did is lifted in the same moment where one does. Undefined when the mark is out of reach. */
export function testHolder(
  db: Db,
  clock: Clock,
  actor: Actor,
  { code, route, worked }: { code: string; route: ContactRoute; worked: boolean },
): Promise<{ ok: true } | { ok: false; why: MoveRefusal } | undefined> {
  return db.transaction(async (tx) => {
    const held = await holdMark(tx, actor, code);
    if (!held) return undefined;
    if (!held.standings.includes("moderator")) return { ok: false, why: "wrong_role" };
    const { organisationId } = held.mark;
    await checkContact(tx, clock, actor, { organisationId, route, worked });
    await followReach(tx, clock, organisationId);
    return { ok: true };
  });
}
