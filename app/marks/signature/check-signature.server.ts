/** Whether a PDF is, byte for byte, one that we signed. Written for files from strangers: it says why not, and never throws. */
import { X509Certificate } from "node:crypto";
import type * as asn1js from "asn1js";
import * as pkijs from "pkijs";
import { derOf, fingerprintOf } from "~/platform/signing/certify.server";
import { compactOf, digestOf, verifies } from "~/platform/signing/ecdsa.server";
import { publicJwkOf } from "~/platform/signing/file-keys.server";
import { asSet, wrapped } from "./cades.server";
import { oid } from "./oids";
import { readToken, saysWhen } from "./timestamp.server";

export type SignatureFault =
  | "not_signed"
  | "several_signatures"
  /** Something was added before, after or beside what is signed. */
  | "not_whole_file"
  /** Bytes where there should be none, after the signature. */
  | "padding"
  | "malformed"
  /** Signed with a certificate that is not among the pinned ones. */
  | "not_ours"
  /** The bytes are not the ones that were signed. */
  | "altered";
/** `signer`: SHA-256 of the pinned certificate, hexadecimal. */
export type SignatureCheck = { ok: true; signer: string } | { ok: false; why: SignatureFault };

const cmsAtMost = 65_536;

/** `pinned`: PEM of the certificates that may have signed. Says nothing of whether a mark is in force, nor of whether its signer's key was lost since: ask `believedAt`. */
export function checkSignature(file: Uint8Array, pinned: readonly string[]): SignatureCheck {
  try {
    const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
    const hole = holeIn(bytes);
    if ("why" in hole) return { ok: false, why: hole.why };
    const cms = cmsIn(hole.hex);
    if (typeof cms === "string") return { ok: false, why: cms };
    const digest = digestOf(Buffer.concat([bytes.subarray(0, hole.from), bytes.subarray(hole.to)]));
    return checkCms(cms, digest, pinned);
  } catch {
    return { ok: false, why: "malformed" };
  }
}

type Hole = { from: number; to: number; hex: string };

/** The only place in the file that is not signed: from its bracket to its bracket, everything else on both sides. */
function holeIn(bytes: Buffer): Hole | { why: SignatureFault } {
  const text = bytes.toString("latin1");
  if (!text.startsWith("%PDF-")) return { why: "not_signed" };
  const ranges = text.split("/ByteRange").length - 1;
  if (ranges === 0) return { why: "not_signed" };
  if (ranges > 1) return { why: "several_signatures" };
  const range = /\/ByteRange ?\[ ?(\d{1,10}) (\d{1,10}) (\d{1,10}) (\d{1,10}) ?\]/.exec(text);
  if (!range) return { why: "malformed" };
  const [start = 0, from = 0, to = 0, rest = 0] = range.slice(1).map(Number);
  if (start !== 0 || to + rest !== bytes.length || from >= to) return { why: "not_whole_file" };
  const hex = text.slice(from + 1, to - 1);
  if (text[from] !== "<" || text[to - 1] !== ">" || !/^(?:[0-9a-f]{2})+$/.test(hex)) return { why: "malformed" };
  return { from, to, hex };
}

/** The signature in the hole, with nothing but noughts behind it. */
function cmsIn(hex: string): Buffer | SignatureFault {
  const held = Buffer.from(hex, "hex");
  // A SEQUENCE with its length in two bytes: nothing shorter or longer is a signature of ours.
  if (held.length > cmsAtMost || held.readUInt16BE(0) !== 0x3082) return "malformed";
  const end = 4 + held.readUInt16BE(2);
  if (end > held.length) return "malformed";
  return held.subarray(end).some((byte) => byte !== 0) ? "padding" : held.subarray(0, end);
}

function checkCms(der: Buffer, digest: Buffer, pinned: readonly string[]): SignatureCheck {
  const outer = pkijs.ContentInfo.fromBER(new Uint8Array(der));
  const signed = new pkijs.SignedData({ schema: outer.content });
  const info = only(signed.signerInfos);
  const carried = Buffer.from(only(signed.certificates).toSchema().toBER(false));
  const pem = pinned.find((each) => Buffer.from(derOf(each)).equals(carried));
  if (!pem) return { ok: false, why: "not_ours" };
  const said = attributesOf(info.signedAttrs, 0, [oid.contentType, oid.messageDigest, oid.signingCertificateV2]);
  const asExpected =
    outer.contentType === oid.signedData &&
    wrapped(signed).equals(der) &&
    signed.version === 1 &&
    info.version === 1 &&
    [...signed.digestAlgorithms, info.digestAlgorithm].every((each) => each.algorithmId === oid.sha256 && each.algorithmParams === undefined) &&
    signed.digestAlgorithms.length === 1 &&
    info.signatureAlgorithm.algorithmId === oid.ecdsaWithSha256 &&
    info.signatureAlgorithm.algorithmParams === undefined &&
    signed.encapContentInfo.eContentType === oid.data &&
    signed.encapContentInfo.eContent === undefined &&
    signed.crls === undefined &&
    namesSigner(info.sid, pem) &&
    (said.get(oid.contentType) as asn1js.ObjectIdentifier).getValue() === oid.data &&
    // SigningCertificateV2 of one certificate with its SHA-256, whose every byte is given but the hash.
    Buffer.from(said.get(oid.signingCertificateV2)!.toBER(false)).equals(Buffer.concat([Buffer.from("3026302430220420", "hex"), digestOf(carried)]));
  if (!asExpected) return { ok: false, why: "malformed" };
  const signature = Buffer.from(info.signature.valueBlock.valueHexView);
  if (info.unsignedAttrs && !isStamped(info.unsignedAttrs, signature)) return { ok: false, why: "malformed" };
  const digestSaid = Buffer.from((said.get(oid.messageDigest) as asn1js.OctetString).valueBlock.valueHexView);
  const jwk = publicJwkOf(new X509Certificate(pem).publicKey.export({ type: "spki", format: "pem" }).toString());
  const holds = digestSaid.equals(digest) && verifies(asSet(info.signedAttrs!), compactOf(signature), jwk);
  return holds ? { ok: true, signer: fingerprintOf(pem) } : { ok: false, why: "altered" };
}

/** Byte for byte: as names go, those that differ in capitals are equal. */
function namesSigner(sid: unknown, pem: string): boolean {
  const certificate = pkijs.Certificate.fromBER(derOf(pem));
  const expected = new pkijs.IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber });
  return sid instanceof pkijs.IssuerAndSerialNumber && Buffer.from(sid.toSchema().toBER(false)).equals(Buffer.from(expected.toSchema().toBER(false)));
}

/** Exactly these attributes, each once and with one value. Throws otherwise. */
function attributesOf(attributes: pkijs.SignedAndUnsignedAttributes | undefined, type: 0 | 1, expected: readonly string[]): Map<string, asn1js.BaseBlock> {
  if (attributes?.type !== type || attributes.attributes.length !== expected.length) throw new Error("other attributes");
  const said = new Map(attributes.attributes.map(({ type, values }) => [type, only(values as asn1js.BaseBlock[])]));
  if (!expected.every((each) => said.has(each))) throw new Error("other attributes");
  return said;
}

/** Whether the one thing that is not signed is a time stamp for this signature. */
function isStamped(attributes: pkijs.SignedAndUnsignedAttributes, signature: Buffer): boolean {
  const token = attributesOf(attributes, 1, [oid.timestampToken]).get(oid.timestampToken);
  return saysWhen(readToken(new pkijs.ContentInfo({ schema: token })).info, digestOf(signature));
}

function only<T>(list: readonly T[] | undefined): T {
  if (list?.length !== 1) throw new Error("not exactly one");
  return list[0]!;
}
