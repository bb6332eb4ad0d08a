/**
 * The Merkle tree of RFC 9162 §2.1. A leaf and a node are hashed with different first bytes, so that neither can pass for the other.
 * A whole subtree of 2^level leaves is a node that never changes again; everything asked of a tree of any size is put together from those.
 */
export type Hash = Uint8Array;
type Sha256 = (bytes: Uint8Array) => Hash;

/** Bytes of every hash. */
const width = 32;

export function merkle(sha256: Sha256) {
  const leafHash = (content: Uint8Array): Hash => sha256(joined([0], content));
  const nodeHash = (left: Hash, right: Hash): Hash => sha256(joined([1], left, right));

  /** An empty tree that leaves are added to, by their hashes. Holds about twice as many hashes as leaves. */
  function growTree() {
    /** `whole[level][index]`: the subtrees that are full. */
    const whole: Hash[][] = [[]];
    const size = () => whole[0]!.length;

    function append(leaf: Hash) {
      let hash = leaf;
      for (let level = 0; ; level++) {
        const row = whole[level] ?? [];
        whole[level] = row;
        row.push(hash);
        if (row.length % 2 === 1) return;
        hash = nodeHash(row.at(-2)!, hash);
      }
    }

    /** The root over the leaves from `begin` to before `end`, where `begin` is a place at which a subtree of that width may begin. */
    function over(begin: number, end: number): Hash {
      const count = end - begin;
      const half = split(count);
      if (half * 2 === count || count === 1) return whole[Math.log2(count)]![begin / count]!;
      return nodeHash(over(begin, begin + half), over(begin + half, end));
    }

    /** The root of the first `of` leaves. Throws when there are not so many. */
    function root(of = size()): Hash {
      within(of, size());
      return of === 0 ? sha256(new Uint8Array()) : over(0, of);
    }

    /** What is needed beside a leaf to compute the root of the first `of` leaves, from the bottom up. Throws for a leaf that is not among them. */
    function inclusion(index: number, of = size()): Hash[] {
      within(of, size());
      within(index, of - 1);
      const path = (at: number, begin: number, end: number): Hash[] => {
        if (end - begin === 1) return [];
        const middle = begin + split(end - begin);
        return at < middle ? [...path(at, begin, middle), over(middle, end)] : [...path(at, middle, end), over(begin, middle)];
      };
      return path(index, 0, of);
    }

    /** What shows that the first `from` leaves are the beginning of the first `to`. Throws for an empty tree, of which nothing can be shown, and for sizes that are not there. */
    function consistency(from: number, to = size()): Hash[] {
      within(to, size());
      within(from, to);
      if (from === 0) throw new RangeError("Nothing can be shown of an empty tree.");
      const path = (old: number, begin: number, end: number, known: boolean): Hash[] => {
        if (begin + old === end) return known ? [] : [over(begin, end)];
        const half = split(end - begin);
        return old <= half ? [...path(old, begin, begin + half, known), over(begin + half, end)] : [...path(old - half, begin + half, end, false), over(begin, begin + half)];
      };
      return path(from, 0, to, true);
    }

    return { size, append, root, inclusion, consistency };
  }

  /** Whether this leaf is at this place in the tree of this size with this root. RFC 9162 §2.1.3.2. */
  function includes({ index, size, leaf, proof, root }: { index: number; size: number; leaf: Hash; proof: readonly Hash[]; root: Hash }): boolean {
    if (!isCount(index) || !isCount(size) || index >= size || !areHashes([leaf, root, ...proof])) return false;
    let [place, last, hash] = [index, size - 1, leaf];
    for (const beside of proof) {
      if (last === 0) return false;
      if (place % 2 === 1 || place === last) {
        hash = nodeHash(beside, hash);
        while (place % 2 === 0 && place !== 0) [place, last] = [halved(place), halved(last)];
      } else hash = nodeHash(hash, beside);
      [place, last] = [halved(place), halved(last)];
    }
    return last === 0 && same(hash, root);
  }

  type Consistency = { from: { size: number; root: Hash }; to: { size: number; root: Hash }; proof: readonly Hash[] };

  /** Whether the later tree begins with all of the earlier one. An empty earlier tree is refused: it would fit anything. RFC 9162 §2.1.4.2. */
  function continues({ from, to, proof }: Consistency): boolean {
    if (!isCount(from.size) || !isCount(to.size) || from.size < 1 || from.size > to.size || !areHashes([from.root, to.root, ...proof])) return false;
    if (from.size === to.size) return proof.length === 0 && same(from.root, to.root);
    const [first, ...rest] = split(from.size) * 2 === from.size || from.size === 1 ? [from.root, ...proof] : proof;
    if (first === undefined || proof.length === 0) return false;
    let [place, last, was, is] = [from.size - 1, to.size - 1, first, first];
    while (place % 2 === 1) [place, last] = [halved(place), halved(last)];
    for (const beside of rest) {
      if (last === 0) return false;
      if (place % 2 === 1 || place === last) {
        was = nodeHash(beside, was);
        is = nodeHash(beside, is);
        while (place % 2 === 0 && place !== 0) [place, last] = [halved(place), halved(last)];
      } else is = nodeHash(is, beside);
      [place, last] = [halved(place), halved(last)];
    }
    return last === 0 && same(was, from.root) && same(is, to.root);
  }

  return { leafHash, nodeHash, growTree, includes, continues };
}

export type Tree = ReturnType<ReturnType<typeof merkle>["growTree"]>;

/** The largest power of two that is smaller than `count`; 1 where there is none. */
function split(count: number): number {
  let half = 1;
  while (half * 2 < count) half *= 2;
  return half;
}

const halved = (count: number) => Math.floor(count / 2);
const isCount = (count: number) => Number.isSafeInteger(count) && count >= 0;
const areHashes = (hashes: readonly Hash[]) => hashes.every(({ length }) => length === width);
const same = (one: Hash, other: Hash) => one.length === other.length && one.every((byte, at) => byte === other[at]);

function joined(first: number[], ...rest: Uint8Array[]): Uint8Array {
  const all = new Uint8Array(rest.reduce((sum, { length }) => sum + length, first.length));
  all.set(first);
  let at = first.length;
  for (const each of rest) {
    all.set(each, at);
    at += each.length;
  }
  return all;
}

function within(count: number, most: number) {
  if (!isCount(count) || count > most) throw new RangeError(`${count} is not from 0 to ${most}.`);
}
