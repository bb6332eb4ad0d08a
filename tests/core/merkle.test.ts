import { createPrivateKey, createPublicKey } from "node:crypto";
import { createRequire } from "node:module";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { continues, growTree, includes, leafHash, nodeHash } from "~/marks/log/hashes.server";
import { originOf, readNote, signNote } from "~/marks/log/note.server";
import { signDigest } from "~/platform/signing/ecdsa.server";
import { newKeyPair } from "~/platform/signing/file-keys.server";

const require = createRequire(import.meta.url);
// What others who had no part in ours wrote for the same standards; not part of what that package promises, so found by its place.
const { verifyMerkleInclusion } = require("@sigstore/verify/dist/tlog/merkle.js") as { verifyMerkleInclusion(entry: object, checkpoint: object): void };
const { verifyCheckpoint } = require("@sigstore/verify/dist/tlog/checkpoint.js") as { verifyCheckpoint(entry: object, logs: object[]): { logSize: bigint; logHash: Buffer } };

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
const from = (text: string) => Buffer.from(text, "hex");
const treeOf = (leaves: readonly Uint8Array[]) => {
  const tree = growTree();
  for (const leaf of leaves) tree.append(leafHash(leaf));
  return tree;
};

/** The eight leaves that Certificate Transparency was published with, and the root after each of them. */
const leaves = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"].map(from);
const roots = [
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];
const inclusions = [
  {
    index: 0,
    size: 8,
    proof: [
      "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
  },
  {
    index: 5,
    size: 8,
    proof: [
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
  },
  { index: 2, size: 3, proof: ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"] },
  {
    index: 1,
    size: 5,
    proof: [
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
  },
];
const consistencies = [
  { older: 1, newer: 1, proof: [] },
  {
    older: 1,
    newer: 8,
    proof: [
      "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
  },
  {
    older: 6,
    newer: 8,
    proof: [
      "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
  },
  { older: 2, newer: 5, proof: ["5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e", "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"] },
  {
    older: 6,
    newer: 7,
    proof: [
      "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
      "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
  },
];
const emptyRoot = from("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
const someHash = from("abacaba000000000000000000000000000000000000000000060061e00123456");

describe("the published examples", () => {
  const tree = treeOf(leaves);

  test("hashes: of nothing, of an empty leaf, of a leaf and of a node", () => {
    expect(growTree().root()).toEqual(emptyRoot);
    expect(hex(leafHash(from("")))).toBe("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    expect(hex(leafHash(Buffer.from("L123456")))).toBe("395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56");
    expect(hex(nodeHash(Buffer.from("N123"), Buffer.from("N456")))).toBe("aa217fe888e47007fa15edab33c2b492a722cb106c64667fc2b044444de66bbb");
  });

  test("every root", () => expect(roots.map((_, at) => hex(tree.root(at + 1)))).toEqual(roots));

  test.each(inclusions)("inclusion of $index in $size", ({ index, size, proof }) => {
    expect(tree.inclusion(index, size).map(hex)).toEqual(proof);
    expect(includes({ index, size, leaf: leafHash(leaves[index]!), proof: proof.map(from), root: from(roots[size - 1]!) })).toBe(true);
  });

  test.each(inclusions)("inclusion of $index in $size, spoilt in every way", ({ index, size, proof: good }) => {
    const [leaf, root, proof] = [leafHash(leaves[index]!), from(roots[size - 1]!), good.map(from)];
    const right = { index, size, leaf, proof, root };
    const wrong = [
      { index: index - 1 },
      { index: index + 1 },
      { index: index ^ 2 },
      { index: 0.5 },
      { size: size * 2 },
      { size: Math.floor(size / 2) },
      { size: 0 },
      { leaf: Buffer.from("WrongLeaf") },
      { leaf: someHash },
      { root: emptyRoot },
      { root: someHash },
      { root: Buffer.alloc(0) },
      { proof: [...proof, Buffer.alloc(0)] },
      { proof: [...proof, root] },
      { proof: [Buffer.alloc(0), ...proof] },
      { proof: [root, ...proof] },
      { proof: proof.slice(0, -1) },
      { proof: [proof[0]!, someHash, ...proof.slice(1)] },
      ...proof.map((each, at) => ({ proof: proof.map((other, place) => (place === at ? flipped(each, 3) : other)) })),
    ];
    for (const change of wrong) expect([change, includes({ ...right, ...change })]).toEqual([change, false]);
  });

  test.each(consistencies)("$older is the beginning of $newer", ({ older, newer, proof }) => {
    expect(tree.consistency(older, newer).map(hex)).toEqual(proof);
    expect(continues({ from: { size: older, root: from(roots[older - 1]!) }, to: { size: newer, root: from(roots[newer - 1]!) }, proof: proof.map(from) })).toBe(true);
  });

  test.each(consistencies.filter(({ proof }) => proof.length > 0))("$older is the beginning of $newer, spoilt in every way", ({ older, newer, proof: good }) => {
    const [was, is, proof] = [from(roots[older - 1]!), from(roots[newer - 1]!), good.map(from)];
    const ask = (first: number, last: number, one: Uint8Array, other: Uint8Array, path: Uint8Array[]) =>
      continues({ from: { size: first, root: one }, to: { size: last, root: other }, proof: path });
    for (const first of [older - 1, older + 1, older ^ 2, 0]) expect(ask(first, newer, was, is, proof)).toBe(false);
    for (const last of [newer * 2, Math.floor(newer / 2), 0]) expect(ask(older, last, was, is, proof)).toBe(false);
    for (const path of [
      [],
      [...proof, Buffer.alloc(0)],
      [...proof, was],
      [...proof, is],
      [Buffer.alloc(0), ...proof],
      [was, ...proof],
      [is, ...proof],
      [proof[0]!, ...proof],
      proof.slice(0, -1),
    ])
      expect(ask(older, newer, was, is, path)).toBe(false);
    expect([ask(older, newer, Buffer.from("WrongRoot"), is, proof), ask(older, newer, was, Buffer.from("WrongRoot"), proof), ask(older, newer, is, was, proof)]).toEqual([
      false,
      false,
      false,
    ]);
    for (const at of proof.keys())
      expect(
        ask(
          older,
          newer,
          was,
          is,
          proof.map((each, place) => (place === at ? flipped(each, 4) : each)),
        ),
      ).toBe(false);
  });

  test("of an empty tree nothing is shown or believed", () => {
    expect(includes({ index: 0, size: 0, leaf: someHash, proof: [], root: emptyRoot })).toBe(false);
    for (const size of [0, 1]) expect(continues({ from: { size: 0, root: emptyRoot }, to: { size, root: emptyRoot }, proof: [] })).toBe(false);
    expect(continues({ from: { size: 1, root: emptyRoot }, to: { size: 1, root: emptyRoot }, proof: [emptyRoot] })).toBe(false);
    for (const ask of [
      () => tree.consistency(0, 8),
      () => tree.consistency(9, 8),
      () => tree.consistency(5, 0),
      () => tree.inclusion(0, 0),
      () => tree.inclusion(8, 8),
      () => tree.inclusion(0, 9),
      () => tree.root(9),
      () => tree.root(-1),
    ])
      expect(ask).toThrow(RangeError);
  });
});

describe("a tree of any size", () => {
  const many = fc
    .integer({ min: 1, max: 300 })
    .chain((size) => fc.record({ size: fc.constant(size), index: fc.integer({ min: 0, max: size - 1 }), older: fc.integer({ min: 1, max: size }) }));
  const contents = Array.from({ length: 300 }, (_, at) => Buffer.from(`leaf ${at}`));
  const whole = treeOf(contents);

  test("has the root that its definition gives", () => {
    const define = (some: readonly Buffer[]): Uint8Array => {
      if (some.length === 1) return leafHash(some[0]!);
      const half = 2 ** Math.floor(Math.log2(some.length - 1));
      return nodeHash(define(some.slice(0, half)), define(some.slice(half)));
    };
    for (let size = 1; size <= contents.length; size++) expect(hex(whole.root(size))).toBe(hex(define(contents.slice(0, size))));
  });

  test("every leaf is in it, and in no other place; every earlier one is its beginning, and no other", () => {
    fc.assert(
      fc.property(many, fc.nat(299), ({ size, index, older }, other) => {
        const [root, leaf, proof] = [whole.root(size), leafHash(contents[index]!), whole.inclusion(index, size)];
        expect(includes({ index, size, leaf, proof, root })).toBe(true);
        if (other !== index) expect(includes({ index: other, size, leaf, proof, root })).toBe(false);
        if (other !== index) expect(includes({ index, size, leaf: leafHash(contents[other]!), proof, root })).toBe(false);
        const path = whole.consistency(older, size);
        expect(continues({ from: { size: older, root: whole.root(older) }, to: { size, root }, proof: path })).toBe(true);
        const changed = treeOf(contents.slice(0, older).map((each, at) => (at === Math.min(other, older - 1) ? Buffer.from("changed") : each)));
        expect(continues({ from: { size: older, root: changed.root() }, to: { size, root }, proof: path })).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test("others find in it what we find: their check of inclusion takes our proofs and refuses forged ones", () => {
    fc.assert(
      fc.property(many, ({ size, index }) => {
        const entry = { inclusionProof: { logIndex: String(index), hashes: whole.inclusion(index, size).map(Buffer.from) }, canonicalizedBody: contents[index]! };
        const checkpoint = { logSize: BigInt(size), logHash: Buffer.from(whole.root(size)) };
        expect(() => verifyMerkleInclusion(entry, checkpoint)).not.toThrow();
        expect(() => verifyMerkleInclusion({ ...entry, canonicalizedBody: Buffer.from("forged") }, checkpoint)).toThrow();
      }),
      { numRuns: 300 },
    );
  });
});

describe("a checkpoint", async () => {
  const { privatePem, jwk } = newKeyPair();
  const key = createPrivateKey(privatePem);
  const secret = Buffer.from(key.export({ format: "jwk" }).d!, "base64url");
  const signer = { kid: "log-2026-00000000", sign: async (digest: Uint8Array) => signDigest(digest, secret) };
  const origin = originOf("https://waymark.example");
  const said = { origin, size: 8, root: from(roots[7]!) };
  const note = await signNote(said, signer, jwk);

  test("is three lines, signed as a note", () => {
    expect(note).toMatch(/^waymark\.example\/log\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz\+Nw7\/RgQyg=\n\n— waymark\.example\/log [\w+/=]+\n$/);
    expect(readNote(note, jwk)).toEqual({ ...said, root: Buffer.from(said.root) });
  });

  test("others read it and find the signature good, and a changed one not", () => {
    const spki = createPublicKey(key).export({ type: "spki", format: "der" });
    const logs = [
      {
        logID: Buffer.from(new Uint8Array(require("node:crypto").createHash("sha256").update(spki).digest())),
        publicKey: createPublicKey(key),
        baseURL: "https://waymark.example/log",
      },
    ];
    const read = (envelope: string) => verifyCheckpoint({ inclusionProof: { checkpoint: { envelope } } }, logs);
    expect(read(note)).toMatchObject({ logSize: 8n, logHash: Buffer.from(said.root) });
    expect(() => read(note.replace("\n8\n", "\n9\n"))).toThrow();
  });

  test.each([
    ["another size", note.replace("\n8\n", "\n9\n")],
    ["a size written otherwise", note.replace("\n8\n", "\n08\n")],
    ["another root", note.replace("Xcna", "Xcnb")],
    ["another origin", note.replaceAll("waymark.example", "waymark.other")],
    ["another signer's name", note.replace("— waymark", "— other")],
    ["one line more", note.replace("\n\n—", "\nmore\n\n—")],
    ["no signature", note.split("\n\n")[0]!],
    ["a signature that is none", note.replace(/ [\w+/=]+\n$/, " AAAAAAAA\n")],
    ["nothing", ""],
  ])("with %s is not read", (_, changed) => expect(readNote(changed, jwk)).toBeUndefined());

  test("signed by another key is not read", () => expect(readNote(note, newKeyPair().jwk)).toBeUndefined());
});

const flipped = (bytes: Uint8Array, bit: number) => Buffer.from(bytes.map((byte, at) => (at === 0 ? byte ^ (1 << bit) : byte)));
