/** PDFs with a signature over the whole file: PAdES B-B, B-T with a time-stamping authority (ETSI EN 319 142-1). */
import { SignPdf, Signer as Writer } from "@signpdf/signpdf";
import { digestOf } from "~/platform/signing/ecdsa.server";
import type { KeyInUse } from "../keys/find-keys.server";
import type { Sealer } from "../render.server";
import { cadesOf, type Signing } from "./cades.server";
import type { Timestamper } from "./timestamp.server";

/** `at`: what the document says of when it was signed. `issuer`: who says so. `contact`: how to reach them. `origin`: where. */
export type Sealing = { at: Date; issuer: string; contact: string; origin: string; timestamp?: Timestamper };

/** Bytes kept free for the signature; a time stamp brings its authority's certificates with it. */
const room = { plain: 2_048, stamped: 16_384 };

/** Signs a certificate while it is printed. */
export const sealerOf = (keys: KeyInUse, { at, issuer: name, contact, origin: location, timestamp }: Sealing): Sealer => ({
  hole: { at, name, reason: "Issued as it is: whether the mark is still in force is on its page.", contact, location, bytes: timestamp ? room.stamped : room.plain },
  seal: (pdf) => fillHole(pdf, keys, timestamp),
});

/** A PDF with a hole for a signature, with the signature in it. Asks nothing of the key but to sign a digest, once. Throws `CannotSign`. */
export const fillHole = (pdf: Buffer, { key, signer }: KeyInUse, timestamp?: Timestamper): Promise<Buffer> =>
  new SignPdf().sign(pdf, new ByDigest({ certificate: key.certificate, signer, timestamp }));

/** What the file's writer calls with everything outside the hole. */
class ByDigest extends Writer {
  constructor(private readonly signing: Signing) {
    super();
  }
  override sign(bytes: Buffer) {
    return cadesOf(digestOf(bytes), this.signing);
  }
}
