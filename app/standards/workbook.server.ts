import { createHash } from "node:crypto";
import { settings } from "~/platform/env.server";
import { faces } from "~/platform/paper/faces.server";
import { pdf } from "~/platform/paper/pdf.server";
import { paths } from "~/platform/paths";
import { remember } from "~/platform/remember";
import { structuredFacts } from "./facts.server";
import type { StandardVersion } from "./versions.server";
import { workbookOf } from "./workbook";
import { workbookDocument } from "./workbook-document";

export type MadeFile = { bytes: Buffer; sha256: string };

// A published version never changes, so it is printed once a process. Kept as promises: two who ask at once wait for one.
const made = remember("workbooks", () => new Map<string, Promise<MadeFile>>());

/** The questions of a published version on paper, as PDF/A-3b. The same version gives the same bytes. */
export function workbookPdf(version: StandardVersion): Promise<MadeFile> {
  return once(`${version.id}.pdf`, () => pdf(workbookDocument(workbookOf(version.standard, structuredFacts()), { ...printingOf(version), faces: faces() })));
}

/** The same for Word. Each process makes bytes of its own, because a Word document carries the moment it was made. */
export function workbookDocx(version: StandardVersion): Promise<MadeFile> {
  return once(`${version.id}.docx`, async () => {
    const { workbookForWord } = await import("./workbook-word.server");
    return workbookForWord(workbookOf(version.standard, structuredFacts()), printingOf(version));
  });
}

function printingOf({ standard: { key, version } }: StandardVersion) {
  const { baseUrl, issuer } = settings();
  return { address: baseUrl + paths.standardVersion(key, version), issuer };
}

/** What failed is tried again by the next who asks. */
function once(name: string, make: () => Promise<Buffer>): Promise<MadeFile> {
  const known = made.get(name);
  if (known) return known;
  const making = make().then((bytes) => ({ bytes, sha256: createHash("sha256").update(bytes).digest("hex") }));
  made.set(name, making);
  making.catch(() => made.delete(name));
  return making;
}
