import { createHash } from "node:crypto";
import type { Sql } from "postgres";

/** `anchor`: the trail is whole in itself, and not the one whose head was published. */
export type Chain = { ok: true; events: number; head: string } | { ok: false; seq: number; why: "hash" | "link" | "gap" | "anchor" };
/** The trail's head after so many events, as it was published outside. */
export type PublishedHead = { events: number; head: string };

/** Walks the whole trail and computes every hash anew, outside the database. Answers the head, or the first event that does not fit: not what was hashed, not in its place, or not what was published. */
export async function verifyChain(sql: Sql, published: readonly PublishedHead[] = []): Promise<Chain> {
  const heads = new Map<number, string[]>();
  for (const { events, head } of published) heads.set(events, [...(heads.get(events) ?? []), head]);
  let before: Buffer = Buffer.alloc(0);
  let events = 0;
  let strayed: number | undefined;
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
      const head = before.toString("hex");
      if (heads.get(seq)?.some((each) => each !== head)) strayed ??= seq;
    }
  }
  // What is broken in itself is said first: it names the very event.
  if (strayed !== undefined) return { ok: false, seq: strayed, why: "anchor" };
  if (published.some((each) => each.events > events)) return { ok: false, seq: events + 1, why: "gap" };
  return { ok: true, events, head: before.toString("hex") };
}
