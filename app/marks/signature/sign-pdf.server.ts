/** PDFs with a signature over the whole file: PAdES B-B, B-T with a time-stamping authority (ETSI EN 319 142-1). */
import { pdflibAddPlaceholder } from "@signpdf/placeholder-pdf-lib";
import { SignPdf, Signer as Writer } from "@signpdf/signpdf";
import { SUBFILTER_ETSI_CADES_DETACHED } from "@signpdf/utils";
import { PDFDocument } from "pdf-lib";
import { digestOf } from "~/platform/signing/ecdsa.server";
import type { KeyInUse } from "../keys/find-keys.server";
import { cadesOf, type Signing } from "./cades.server";
import { pdfString } from "./pdf-string";
import type { Timestamper } from "./timestamp.server";

/** `at`: what the document says of when it was signed. `issuer`: who says so. `contact`: how to reach them. `origin`: where. */
export type Sealing = { at: Date; issuer: string; contact: string; origin: string; timestamp?: Timestamper };

/** Hexadecimal digits kept free for the signature; a time stamp brings its authority's certificates with it. */
const room = { plain: 4_096, stamped: 32_768 };

/** A PDF of ours, finished but for its signature, with it. Asks nothing of the key but to sign a digest, once. Throws `CannotSign`. */
export async function signPdf(pdf: Buffer, { key, signer }: KeyInUse, { at, issuer, contact, origin, timestamp }: Sealing): Promise<Buffer> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  pdflibAddPlaceholder({
    pdfDoc: document,
    reason: pdfString("Issued as it is: whether the mark is still in force is on its page."),
    name: pdfString(issuer),
    contactInfo: pdfString(contact),
    location: pdfString(origin),
    signingTime: at,
    signatureLength: timestamp ? room.stamped : room.plain,
    subFilter: SUBFILTER_ETSI_CADES_DETACHED,
  });
  const prepared = await document.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false });
  return new SignPdf().sign(Buffer.from(prepared), new ByDigest({ certificate: key.certificate, signer, timestamp }));
}

/** What the file's writer calls with everything outside the hole. */
class ByDigest extends Writer {
  constructor(private readonly signing: Signing) {
    super();
  }
  override sign(bytes: Buffer) {
    return cadesOf(digestOf(bytes), this.signing);
  }
}
