import { createHash } from "node:crypto";
import { settings } from "~/platform/env.server";
import { faces } from "~/platform/paper/faces.server";
import { pdf } from "~/platform/paper/pdf.server";
import { paths } from "~/platform/paths";
import { remember } from "~/platform/remember";
import { inLanguage } from "~/platform/words";
import { factsIn } from "./facts.server";
import type { ReadStandard } from "./translation/in-language.server";
import { workbookOf } from "./workbook";
import { workbookDocument } from "./workbook-document";

export type MadeFile = { bytes: Buffer; sha256: string };

// Neither a published version nor a translation of it ever changes, so it is printed once a process. Kept as promises: two who ask at once wait for one.
const made = remember("workbooks", () => new Map<string, Promise<MadeFile>>());

/** The questions of a published version on paper, as PDF/A-3b, in the language its text is in. The same version gives the same bytes. */
export function workbookPdf(read: ReadStandard): Promise<MadeFile> {
  return once(`${read.id}.pdf`, () => pdf(workbookDocument(bookOf(read), { ...printingOf(read), faces: faces() })));
}

/** The same for Word. Each process makes bytes of its own, because a Word document carries the moment it was made. */
export function workbookDocx(read: ReadStandard): Promise<MadeFile> {
  return once(`${read.id}.docx`, async () => {
    const { workbookForWord } = await import("./workbook-word.server");
    return workbookForWord(bookOf(read), printingOf(read));
  });
}

const bookOf = ({ standard, textIn, checked }: ReadStandard) => workbookOf(standard, factsIn(textIn), { language: textIn, checked });

function printingOf({ textIn, standard: { key, version } }: ReadStandard) {
  const { baseUrl, issuer } = settings();
  return { address: baseUrl + inLanguage(paths.standardVersion(key, version), textIn), issuer };
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
