import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pdflibAddPlaceholder } from "@signpdf/placeholder-pdf-lib";
import { SUBFILTER_ETSI_CADES_DETACHED } from "@signpdf/utils";
import { PDFDocument } from "pdf-lib";
import type { KeyInUse } from "~/marks/keys/find-keys.server";
import type { SigningKey } from "~/marks/keys/key";
import { fillHole } from "~/marks/signature/sign-pdf.server";
import { certifyLeaf, certifyRoot } from "~/platform/signing/certify.server";
import { fileSigner, keepKey, newKeyPair } from "~/platform/signing/file-keys.server";
import { noon } from "./clock";

const organisation = "The Waymark demonstration scheme";
const lasting = { notBefore: new Date("2026-01-01T09:00:00Z"), notAfter: new Date("2029-01-01T09:00:00Z") };
export const sealing = { at: noon.now(), issuer: organisation, contact: "help@waymark.example", origin: "https://waymark.example" };

/** A key for certificates under a root of its own, in a folder of their own, as `keyFor` would answer it. */
export async function newKeyInUse(): Promise<KeyInUse> {
  const folder = mkdtempSync(join(tmpdir(), "wm-signed-"));
  const [above, below] = [newKeyPair(), newKeyPair()];
  const rootPem = await certifyRoot({ subject: { commonName: "Waymark root 2026", organisation }, jwk: above.jwk, privatePem: above.privatePem, ...lasting });
  const certificate = await certifyLeaf(
    { subject: { commonName: "Waymark certificate 2026", organisation }, jwk: below.jwk, ...lasting },
    { privatePem: above.privatePem, certificatePem: rootPem },
  );
  const kid = "certificate-2026-0123abcd";
  await keepKey(folder, kid, below.privatePem);
  const about = { year: 2026, serviceName: null, madeAt: lasting.notBefore, compromisedAfter: null };
  const root: SigningKey = { ...about, kid: "root-2026-0123abcd", purpose: "root", jwk: above.jwk, certificate: rootPem, rootKid: null };
  return { key: { ...about, kid, purpose: "certificate", jwk: below.jwk, certificate, rootKid: root.kid }, root, signer: fileSigner(folder, kid) };
}

/** Any PDF, rewritten by other hands and signed over the whole file with these keys, as somebody who forges one would. */
export async function signedByOtherHands(pdf: Uint8Array, keys: KeyInUse): Promise<Buffer> {
  const pdfDoc = await PDFDocument.load(pdf, { updateMetadata: false });
  const { at: signingTime, issuer: name, contact: contactInfo, origin: location } = sealing;
  pdflibAddPlaceholder({ pdfDoc, reason: "Issued", name, contactInfo, location, signingTime, signatureLength: 4_096, subFilter: SUBFILTER_ETSI_CADES_DETACHED });
  return fillHole(Buffer.from(await pdfDoc.save({ useObjectStreams: false })), keys);
}
