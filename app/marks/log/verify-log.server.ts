import type { Sql } from "postgres";
import type { PublicJwk } from "~/platform/signing/ecdsa.server";
import { growTree, leafHash } from "./hashes.server";
import { readLeaf } from "./leaf";
import { readNote } from "./note.server";

/** A head of the audit trail as the log has it: after so many events, in which leaf. */
export type Anchor = { events: number; head: string; leaf: number };
/** `hash`: a leaf is not what was hashed. `gap`: one is missing. `root`: the leaves are not those that were signed. `note`: a checkpoint is not what one of our keys signed. */
export type LogFault = "hash" | "gap" | "root" | "note";
export type LogVerified =
  | { ok: true; leaves: number; checkpoints: number; anchors: Anchor[] }
  | { ok: false; why: LogFault /** A leaf, or the size of a checkpoint. */; at: number };

/** Walks the whole log and computes it anew, outside the database: every leaf's hash, and the root and signature of every checkpoint. Answers the first fault. */
export async function verifyLog(sql: Sql): Promise<LogVerified> {
  const checkpoints = await sql<{ size: string; root: Buffer; note: string; jwk: PublicJwk | null }[]>`
    select c.size, c.root, c.note, k.jwk from log_checkpoints c left join signing_keys k on k.kid = c.kid order by c.size`;
  const tree = growTree();
  const anchors: Anchor[] = [];
  const rows = sql<{ seq: string; content: string; hash: Buffer; kind: string }[]>`select seq, content, hash, kind from log_leaves order by seq`;
  for await (const some of rows.cursor(1000)) {
    for (const { seq, content, hash, kind } of some) {
      const place = tree.size();
      if (Number(seq) !== place) return { ok: false, why: "gap", at: place };
      const computed = leafHash(Buffer.from(content, "utf8"));
      if (!hash.equals(computed)) return { ok: false, why: "hash", at: place };
      const leaf = kind === "audit_head" ? readLeaf(content) : undefined;
      if (leaf?.kind === "audit_head") anchors.push({ events: leaf.events, head: leaf.head, leaf: place });
      tree.append(computed);
    }
  }
  for (const { size: signed, root, note, jwk } of checkpoints) {
    const size = Number(signed);
    if (size > tree.size()) return { ok: false, why: "gap", at: tree.size() };
    const said = jwk ? readNote(note, jwk) : undefined;
    if (said?.size !== size || !root.equals(said.root)) return { ok: false, why: "note", at: size };
    if (!root.equals(tree.root(size))) return { ok: false, why: "root", at: size };
  }
  return { ok: true, leaves: tree.size(), checkpoints: checkpoints.length, anchors };
}
