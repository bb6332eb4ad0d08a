/** Certificates, letters and reports to PDF. */
import { attached } from "~/platform/paper/archival";
import { CannotPrint } from "~/platform/paper/cannot-print";
import { faces } from "~/platform/paper/faces.server";
import { pdf } from "~/platform/paper/pdf.server";
import type { SignatureHole } from "~/platform/paper/signature-hole";
import type { Certificate } from "./certificate";
import { certificateDocument } from "./certificate-document";
import type { Letter } from "./letter";
import { letterDocument } from "./letter-document";
import type { Report } from "./report";
import { reportDocument } from "./report-document";
import { words } from "./words";

type Printing = { origin: string; issuer: string };

/** A signature over a whole file: the hole that is kept free for it, and what puts it there once every other byte is written. */
export type Sealer = { hole: SignatureHole; seal(pdf: Buffer): Promise<Buffer> };

/** What a certificate is finished with. `credential`: the mark's, a compact JWT, to be carried in the file. Without a sealer it is not signed. */
export type Finishing = { credential?: string; sealer?: Sealer };

/** A certificate with every line in its place, to be printed once. */
export type SetCertificate = { certificate: Certificate; document: ReturnType<typeof certificateDocument> };

/** Throws CannotPrint when it cannot be set as it should be; ask `certificateRefusal` before promising one. */
export const setCertificate = (certificate: Certificate, { origin, issuer }: Printing): SetCertificate => ({
  certificate,
  document: certificateDocument(certificate, { origin, issuer, faces: faces() }),
});

/** A certificate as PDF/A-3b, with its credential as the attached file `credential.jwt`. The same input gives the same bytes, as long as the sealer does. */
export async function printCertificate({ certificate: { awarded_on: day, languages }, document }: SetCertificate, { credential, sealer }: Finishing): Promise<Buffer> {
  const files = credential && { files: attached("credential.jwt", credential, { day, about: words[languages[0] ?? "en"].attached }) };
  const printed = await pdf({ ...document, ...files }, sealer?.hole);
  return sealer ? sealer.seal(printed) : printed;
}

/** Sets a certificate and prints it. Throws CannotPrint. */
export const renderCertificate = async (certificate: Certificate, { origin, issuer, ...finishing }: Printing & Finishing): Promise<Buffer> =>
  printCertificate(setCertificate(certificate, { origin, issuer }), finishing);

/** A decision letter as PDF/A-3b, as many pages as it needs. The same input gives the same bytes. */
export const renderLetter = (letter: Letter, { issuer, contact }: { issuer: string; contact?: string }): Promise<Buffer> =>
  pdf(letterDocument(letter, { issuer, contact, faces: faces() }));

/** The report behind a decision as PDF/A-3b, as many pages as it needs. The same input gives the same bytes. */
export const renderReport = (report: Report, { issuer }: { issuer: string }): Promise<Buffer> => pdf(reportDocument(report, { issuer, faces: faces() }));

/** Why this certificate could not be printed, found without printing it; nothing when it could. */
export function certificateRefusal(certificate: Certificate, { origin, issuer }: Printing): CannotPrint | undefined {
  try {
    certificateDocument(certificate, { origin, issuer, faces: faces() });
    return undefined;
  } catch (error) {
    if (error instanceof CannotPrint) return error;
    throw error;
  }
}
