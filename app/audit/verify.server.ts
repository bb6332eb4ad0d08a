import { createHash } from "node:crypto";
import type { Sql } from "postgres";

export type Chain = { ok: true; events: number; head: string } | { ok: false; seq: number; why: "hash" | "link" | "gap" };

/** Walks the whole trail and computes every hash anew, outside the database. Answers the head, or the first event that does not fit. */
export async function verifyChain(sql: Sql): Promise<Chain> {
  let before: Buffer = Buffer.alloc(0);
  let events = 0;
  const rows = sql<{ seq: string; content: string; prev: Buffer; hash: Buffer }[]>`
    select seq, concat_ws(E'\n', seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), actor, type, subject, data::text) as content, prev, hash
    from audit_events order by seq`;
  for await (const some of rows.cursor(1000)) {
    for (const row of some) {
      events += 1;
      const seq = Number(row.seq);
      if (seq !== events) return { ok: false, seq: events, why: "gap" };
      if (!row.prev.equals(before)) return { ok: false, seq, why: "link" };
      if (!createHash("sha256").update(row.prev).update(row.content, "utf8").digest().equals(row.hash)) return { ok: false, seq, why: "hash" };
      before = row.hash;
    }
  }
  return { ok: true, events, head: before.toString("hex") };
}
