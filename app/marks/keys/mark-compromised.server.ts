import { and, eq, isNull } from "drizzle-orm";
import { signingKeys } from "#db/schema/keys";
import { type By, record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { keyByKid } from "./find-keys.server";

export type Compromised = { ok: true } | { ok: false; why: "unknown" | "already" | "in_future" | "before_made" };

/**
 * Says that a key is in other hands: it signs nothing more, and what it signed from `after` on is not believed. Its public half stays published with that moment.
 * Said once; refuses a moment to come or before the key was made.
 */
export function markCompromised(db: Db, clock: Clock, by: By, { kid, after }: { kid: string; after: Date }): Promise<Compromised> {
  return db.transaction(async (tx): Promise<Compromised> => {
    const now = clock.now();
    const key = await keyByKid(tx, kid);
    if (!key) return { ok: false, why: "unknown" };
    if (after > now) return { ok: false, why: "in_future" };
    if (after < key.madeAt) return { ok: false, why: "before_made" };
    const said = await tx
      .update(signingKeys)
      .set({ compromisedAfter: after, compromisedSaidAt: now })
      .where(and(eq(signingKeys.kid, kid), isNull(signingKeys.compromisedAfter)))
      .returning({ kid: signingKeys.kid });
    if (said.length === 0) return { ok: false, why: "already" };
    await record(tx, by, now, { type: "key.compromised", subject: kid, data: { after: after.toISOString() } });
    return { ok: true };
  });
}
