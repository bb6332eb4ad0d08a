/** X.509 certificates for our keys, by pkijs. */
import { randomBytes, webcrypto, X509Certificate } from "node:crypto";
import * as asn1js from "asn1js";
import * as pkijs from "pkijs";
import type { PublicJwk } from "./ecdsa.server";

pkijs.setEngine("node", new pkijs.CryptoEngine({ name: "node", crypto: webcrypto as Crypto }));

const algorithm = { name: "ECDSA", namedCurve: "P-256" } as const;
const oid = {
  commonName: "2.5.4.3",
  organisation: "2.5.4.10",
  basicConstraints: "2.5.29.19",
  keyUsage: "2.5.29.15",
  extendedKeyUsage: "2.5.29.37",
  subjectKeyId: "2.5.29.14",
  authorityKeyId: "2.5.29.35",
  documentSigning: "1.3.6.1.5.5.7.3.36",
  /** Readers built on NSS trust a signature in a document only with this one. */
  emailProtection: "1.3.6.1.5.5.7.3.4",
};

export type Named = { commonName: string; organisation: string };
type Certified = { subject: Named; jwk: PublicJwk; notBefore: Date; notAfter: Date };
/** The root: its private key in PEM, and who it is. */
type Root = { privatePem: string; certificatePem: string };

/** A root that certifies itself and may certify leaves, and only those. PEM. */
export async function certifyRoot(root: Certified & { privatePem: string }): Promise<string> {
  const certificate = await blank(root, root.subject);
  certificate.extensions = [
    extension(oid.basicConstraints, true, new pkijs.BasicConstraints({ cA: true, pathLenConstraint: 0 }).toSchema()),
    extension(oid.keyUsage, true, bits(0b00000110, 1)), // may sign certificates and lists of revoked ones
    ...(await keyIds(certificate.subjectPublicKeyInfo)),
  ];
  return signed(certificate, root.privatePem);
}

/** A leaf that may sign documents, and nothing else, certified by a root. PEM. */
export async function certifyLeaf(leaf: Certified, root: Root): Promise<string> {
  const parent = pkijs.Certificate.fromBER(derOf(root.certificatePem));
  const certificate = await blank(leaf, leaf.subject);
  certificate.issuer = parent.subject;
  certificate.extensions = [
    extension(oid.basicConstraints, true, new pkijs.BasicConstraints({ cA: false }).toSchema()),
    extension(oid.keyUsage, true, bits(0b11000000, 6)), // digital signature, non-repudiation
    extension(oid.extendedKeyUsage, false, new pkijs.ExtKeyUsage({ keyPurposes: [oid.documentSigning, oid.emailProtection] }).toSchema()),
    ...(await keyIds(certificate.subjectPublicKeyInfo, parent.subjectPublicKeyInfo)),
  ];
  return signed(certificate, root.privatePem);
}

/** SHA-256 of the certificate, hexadecimal: what is read aloud at a ceremony and pinned by readers. */
export const fingerprintOf = (pem: string) => new X509Certificate(pem).fingerprint256.replaceAll(":", "").toLowerCase();
export const derOf = (pem: string): Uint8Array<ArrayBuffer> => new Uint8Array(new X509Certificate(pem).raw);

async function blank({ jwk, notBefore, notAfter }: Certified, subject: Named): Promise<pkijs.Certificate> {
  const certificate = new pkijs.Certificate();
  certificate.version = 2;
  const serial = randomBytes(16);
  serial[0] = (serial[0]! & 0x7f) | 0x40; // positive, and always of sixteen bytes
  certificate.serialNumber = new asn1js.Integer({ valueHex: new Uint8Array(serial).buffer });
  for (const name of [certificate.subject, certificate.issuer]) {
    name.typesAndValues = [
      new pkijs.AttributeTypeAndValue({ type: oid.commonName, value: new asn1js.Utf8String({ value: subject.commonName }) }),
      new pkijs.AttributeTypeAndValue({ type: oid.organisation, value: new asn1js.Utf8String({ value: subject.organisation }) }),
    ];
  }
  certificate.notBefore.value = notBefore;
  certificate.notAfter.value = notAfter;
  await certificate.subjectPublicKeyInfo.importKey((await webcrypto.subtle.importKey("jwk", jwk, algorithm, true, ["verify"])) as CryptoKey);
  return certificate;
}

async function signed(certificate: pkijs.Certificate, privatePem: string): Promise<string> {
  const pkcs8 = Buffer.from(privatePem.replace(/-----[^-]+-----|\s/g, ""), "base64");
  await certificate.sign((await webcrypto.subtle.importKey("pkcs8", pkcs8, algorithm, false, ["sign"])) as CryptoKey, "SHA-256");
  const der = Buffer.from(certificate.toSchema(true).toBER(false));
  return `-----BEGIN CERTIFICATE-----\n${der
    .toString("base64")
    .replace(/(.{64})/g, "$1\n")
    .trimEnd()}\n-----END CERTIFICATE-----\n`;
}

async function keyIds(own: pkijs.PublicKeyInfo, parent = own) {
  const [subject, authority] = await Promise.all([keyId(own), keyId(parent)]);
  return [
    extension(oid.subjectKeyId, false, new asn1js.OctetString({ valueHex: subject })),
    extension(oid.authorityKeyId, false, new pkijs.AuthorityKeyIdentifier({ keyIdentifier: new asn1js.OctetString({ valueHex: authority }) }).toSchema()),
  ];
}

const keyId = (key: pkijs.PublicKeyInfo) => webcrypto.subtle.digest("SHA-1", key.subjectPublicKey.valueBlock.valueHexView);
const bits = (byte: number, unusedBits: number) => new asn1js.BitString({ valueHex: new Uint8Array([byte]).buffer, unusedBits });
const extension = (extnID: string, critical: boolean, value: asn1js.BaseBlock) => new pkijs.Extension({ extnID, critical, extnValue: value.toBER(false) });
