/** Certificates, letters and reports to PDF. */
import { CannotPrint } from "~/platform/paper/cannot-print";
import { faces } from "~/platform/paper/faces.server";
import { pdf } from "~/platform/paper/pdf.server";
import type { Certificate } from "./certificate";
import { certificateDocument } from "./certificate-document";
import type { Letter } from "./letter";
import { letterDocument } from "./letter-document";
import type { Report } from "./report";
import { reportDocument } from "./report-document";

/** What is done to the bytes before anyone gets them: the place for a signature. */
export type Sealer = (pdf: Buffer) => Promise<Buffer>;

/** Leaves the bytes as they are. */
export const unsealed: Sealer = async (pdf) => pdf;

type Printing = { origin: string; issuer: string /** The mark's credential, a compact JWT, to be carried in the file. */; credential?: string; seal?: Sealer };

/**
 * A certificate as PDF/A-3b, with its credential as the attached file `credential.jwt`. The same input gives the same bytes, as long as the seal does.
 * Throws CannotPrint when it cannot be set as it should be; ask `certificateRefusal` before promising one.
 */
export async function renderCertificate(certificate: Certificate, { origin, issuer, credential, seal = unsealed }: Printing): Promise<Buffer> {
  return seal(await pdf(certificateDocument(certificate, { origin, issuer, credential, faces: faces() })));
}

/** A decision letter as PDF/A-3b, as many pages as it needs. The same input gives the same bytes. */
export async function renderLetter(letter: Letter, { issuer, contact, seal = unsealed }: { issuer: string; contact?: string; seal?: Sealer }): Promise<Buffer> {
  return seal(await pdf(letterDocument(letter, { issuer, contact, faces: faces() })));
}

/** The report behind a decision as PDF/A-3b, as many pages as it needs. The same input gives the same bytes. */
export const renderReport = (report: Report, { issuer }: Pick<Printing, "issuer">): Promise<Buffer> => pdf(reportDocument(report, { issuer, faces: faces() }));

/** Why this certificate could not be printed, found without printing it; nothing when it could. */
export function certificateRefusal(certificate: Certificate, { origin, issuer }: Pick<Printing, "origin" | "issuer">): CannotPrint | undefined {
  try {
    certificateDocument(certificate, { origin, issuer, faces: faces() });
    return undefined;
  } catch (error) {
    if (error instanceof CannotPrint) return error;
    throw error;
  }
}
