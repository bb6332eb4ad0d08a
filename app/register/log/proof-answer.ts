import type { MarkCode } from "~/marks/code";
import type { ConsistencyAnswer, ProofAnswer } from "./log-shapes";

type Bytes = Uint8Array;
type Found = {
  checkpoint: { size: number; root: Bytes; note: string; kid: string; madeAt: Date };
  leaves: readonly { seq: number; content: string; hash: Bytes; proof: readonly Bytes[] }[];
  waiting: number;
};

/** The proofs of a mark as we say them. `keyAt` is the address of the key that signed. */
export function proofAnswer(code: MarkCode, { checkpoint, leaves, waiting }: Found, keyAt: string): ProofAnswer {
  const { size, root, note, madeAt } = checkpoint;
  return {
    code,
    checkpoint: { size, root: hex(root), note, made_at: madeAt.toISOString(), key: keyAt },
    entries: leaves.map((leaf) => ({ ...entry(leaf), proof: leaf.proof.map(hex) })),
    waiting,
  };
}

export const entry = ({ seq, content, hash }: { seq: number; content: string; hash: Bytes }) => ({ index: seq, leaf: content, hash: hex(hash) });

type Rooted = { size: number; root: Bytes };
export const consistencyAnswer = ({ from, to, proof }: { from: Rooted; to: Rooted; proof: readonly Bytes[] }): ConsistencyAnswer => ({
  from: { size: from.size, root: hex(from.root) },
  to: { size: to.size, root: hex(to.root) },
  proof: proof.map(hex),
});

const hex = (bytes: Bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
