import type { MarkCode } from "~/marks/code";
import type { FoundMark } from "~/marks/found-mark";
import type { Clock } from "~/platform/clock";
import { sha256 } from "~/platform/files.server";
import { markByCode, markBySha256 } from "./mark.server";
import { markAnswer, withdrawnLongAgo } from "./mark-answer";
import { lookAtPdf, type PdfLook } from "./pdf-codes.server";
import type { MarkAnswer, Verification } from "./public-shapes";

/**
 * What a file is: ours unchanged, ours changed, somebody else's, or nothing we can read. The bytes are forgotten afterwards.
 * Never says that a mark is in force because of a file: that comes from the register alone.
 */
export async function verifyFile(clock: Clock, origin: string, bytes: Buffer): Promise<Verification> {
  const issued = await markBySha256(sha256(bytes));
  if (issued) return genuine(clock, origin, issued);
  const look = lookAtPdf(bytes);
  if (look.is !== "pdf") return { document: "unreadable", reasons: [unreadable[look.is]], mark: null, in_force: null };
  const named = await firstIssued(look.codes);
  if (named) {
    const mark = markAnswer(named, clock.now(), origin);
    const reasons = [
      "This file names a mark of ours, but it is not the file we issued: it was changed or saved again.",
      "Do not go by what it says. Go by what the register says of that mark.",
    ];
    return { document: "altered", reasons, mark, in_force: mark.in_force };
  }
  const reasons = [
    look.codes.length > 0 ? "This file names a code that looks like one of ours, but we have never issued it." : "We did not issue this file, and it names no mark of ours.",
    "Do not rely on it.",
  ];
  return { document: "not_ours", reasons, mark: null, in_force: null };
}

/** The same for a file that stayed where it is: only its hash came to us. Undefined where we issued no such file. */
export async function verifyHash(clock: Clock, origin: string, hex: string): Promise<Verification | undefined> {
  const issued = await markBySha256(hex);
  return issued && genuine(clock, origin, issued);
}

function genuine(clock: Clock, origin: string, issued: FoundMark): Verification {
  const mark = markAnswer(issued, clock.now(), origin);
  return { document: "genuine", reasons: ["This is the file we issued, byte for byte.", todayOf(mark)], mark, in_force: mark.in_force };
}

function todayOf(mark: MarkAnswer): string {
  if (mark.in_force) return "The register says that the mark is in force today.";
  return withdrawnLongAgo(mark) ? "No mark held: the group does not hold this mark." : "But the mark is not in force today.";
}

async function firstIssued(codes: MarkCode[]): Promise<FoundMark | undefined> {
  const found = await Promise.all(codes.map(markByCode));
  return found.find((each) => each !== undefined);
}

const unreadable: Record<Exclude<PdfLook["is"], "pdf">, string> = {
  empty: "The file is empty.",
  no_pdf: "This is not a PDF. We can check the PDF of a certificate; a photo or a scan of one proves nothing, but the code on it can be typed in.",
  broken: "The file is a PDF that breaks off or is damaged, so we cannot tell whose it is. Get it again, or type in the code.",
  locked: "The file is locked with a password, so we cannot tell whose it is. Type in the code instead.",
};
