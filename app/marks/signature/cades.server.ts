/** The signature itself: CAdES baseline B-B (ETSI EN 319 122-1), with what PAdES takes out: no time among the signed attributes. The PDF says when. */
import * as asn1js from "asn1js";
import * as pkijs from "pkijs";
import { derOf as certificateDer } from "~/platform/signing/certify.server";
import { derOf, digestOf } from "~/platform/signing/ecdsa.server";
import type { Signer } from "~/platform/signing/signer";
import { oid } from "./oids";
import type { Timestamper } from "./timestamp.server";

/** `certificate` in PEM; it is the only one put in, because the root is published and has to come from somewhere else than from the file. */
export type Signing = { certificate: string; signer: Signer; timestamp?: Timestamper };

/** A detached signature over bytes with this digest, in DER. Only `signer.sign(digest)` is asked of the key. Throws `CannotSign`. */
export async function cadesOf(digest: Uint8Array, { certificate: pem, signer, timestamp }: Signing): Promise<Buffer> {
  const der = certificateDer(pem);
  const certificate = pkijs.Certificate.fromBER(der);
  const signedAttrs = new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes: attributesOf(digest, digestOf(der)) });
  const signature = derOf(await signer.sign(digestOf(asSet(signedAttrs))));
  const info = new pkijs.SignerInfo({
    version: 1,
    sid: new pkijs.IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
    digestAlgorithm: algorithm(oid.sha256),
    signedAttrs,
    signatureAlgorithm: algorithm(oid.ecdsaWithSha256),
    signature: new asn1js.OctetString({ valueHex: bytes(signature) }),
  });
  if (timestamp) {
    const token = asn1js.fromBER(bytes(await timestamp(signature))).result;
    info.unsignedAttrs = new pkijs.SignedAndUnsignedAttributes({ type: 1, attributes: [new pkijs.Attribute({ type: oid.timestampToken, values: [token] })] });
  }
  return wrapped(
    new pkijs.SignedData({
      version: 1,
      digestAlgorithms: [algorithm(oid.sha256)],
      encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: oid.data }),
      signerInfos: [info],
      certificates: [certificate],
    }),
  );
}

/** What is signed of the attributes: as a SET, whatever tag they carry where they stand. */
export function asSet(attributes: pkijs.SignedAndUnsignedAttributes): Buffer {
  const der = Buffer.from(attributes.toSchema().toBER(false));
  der[0] = 0x31;
  return der;
}

/** A signature as it is written into a file. */
export const wrapped = (signed: pkijs.SignedData): Buffer =>
  Buffer.from(new pkijs.ContentInfo({ contentType: oid.signedData, content: signed.toSchema(true) }).toSchema().toBER(false));

/** In the order in which DER wants them, the shortest first. */
const attributesOf = (digest: Uint8Array, certificateHash: Uint8Array) => [
  new pkijs.Attribute({ type: oid.contentType, values: [new asn1js.ObjectIdentifier({ value: oid.data })] }),
  new pkijs.Attribute({ type: oid.messageDigest, values: [new asn1js.OctetString({ valueHex: bytes(digest) })] }),
  new pkijs.Attribute({ type: oid.signingCertificateV2, values: [signingCertificate(certificateHash)] }),
];

/** RFC 5035: a list of one, its hash SHA-256, which is not said because it is the default. */
const signingCertificate = (hash: Uint8Array) => sequence(sequence(sequence(new asn1js.OctetString({ valueHex: bytes(hash) }))));

const sequence = (...value: asn1js.BaseBlock[]) => new asn1js.Sequence({ value });
const algorithm = (algorithmId: string) => new pkijs.AlgorithmIdentifier({ algorithmId });
const bytes = (view: Uint8Array): ArrayBuffer => new Uint8Array(view).buffer;
