import { certificates } from "#db/schema/marks";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import type { Certificate } from "./certificate";
import { certificateOf } from "./certificate-of";
import { contactTestedFor } from "./contact-tested.server";
import { credentialFor } from "./credential/issue.server";
import { type GivenMark, givenMark } from "./given-mark.server";
import { keepOnce } from "./keep-once.server";
import { keyFor } from "./keys/find-keys.server";
import { certificateRefusal, printCertificate, setCertificate } from "./render.server";
import { sealerOf } from "./signature/sign-pdf.server";
import { timestamper } from "./signature/timestamp.server";

/**
 * Makes the PDF of a mark, once, signed and with its credential in it: however often and by however many at a time this is called, there is one file and one row, and the bytes never change again.
 * Throws `CannotSign` while a key is away, and FilesUnavailable while storage is: then nothing is kept, and the next call begins anew. An unsigned certificate is never issued.
 */
export async function issueCertificate(db: Db, clock: Clock, markId: string): Promise<void> {
  const mark = await givenMark(db, markId);
  if (!mark) throw new Error(`There is no mark ${markId} to make a certificate for.`);
  if (mark.printed) return;
  const { baseUrl: origin, issuer, contact, tsaUrl } = settings();
  // The page is set while the database and the keys answer.
  const setting = certificateToPrint(db, mark).then((certificate) => setCertificate(certificate, { origin, issuer }));
  const [page, keys, credential] = await Promise.all([setting, keyFor(db, "certificate"), credentialFor(db, clock, mark)]);
  const sealing = { at: clock.now(), origin, issuer, contact: contact.email, timestamp: tsaUrl ? timestamper(tsaUrl) : undefined };
  const pdf = await printCertificate(page, { credential, sealer: sealerOf(keys, sealing) });
  await keepOnce(db, "certificates", pdf, async (tx, stored) => {
    const now = clock.now();
    // Two at once: whoever writes the row first has made the certificate, the other's bytes are thrown away.
    const kept = await tx
      .insert(certificates)
      .values({ markId, ...stored, issuedAt: now })
      .onConflictDoNothing()
      .returning({ markId: certificates.markId });
    if (kept.length === 0) return false;
    await record(tx, { system: "issue-certificate" }, now, { type: "mark.certificate_issued", subject: markId, data: { sha256: stored.sha256 } });
    return true;
  });
}

/** For a provider in Wales with a page in Welsh as well, where that can be set as it should be: its words are longer, and no certificate is held up by them. */
async function certificateToPrint(db: Db, mark: GivenMark): Promise<Certificate> {
  const certificate = certificateOf(mark, { contactTested: await contactTestedFor(db, mark.decisionId) });
  if (mark.nation !== "wales") return certificate;
  const both: Certificate = { ...certificate, languages: ["en", "cy"] };
  const { baseUrl: origin, issuer } = settings();
  return certificateRefusal(both, { origin, issuer }) ? certificate : both;
}
