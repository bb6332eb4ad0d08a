import { officeText } from "./office-text.server";
import { pdfText } from "./pdf-text.server";

/** Characters shown at most: who wants more opens the file. */
export const mostShown = 20_000;

/**
 * The words of a PDF, Word, Excel or LibreOffice file, to be read where they stand: text and nothing else, cut at `mostShown`. Undefined where there are none, such as in a scan.
 * What stands in a file about the file itself, such as who wrote it, is left out.
 */
export async function wordsInside(mediaType: string, bytes: Uint8Array): Promise<string | undefined> {
  const all = mediaType === "application/pdf" ? await pdfText(bytes) : officeText(bytes)?.written;
  const words = all
    ?.replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n[\s]*\n ?/g, "\n\n")
    .trim();
  if (!words) return undefined;
  return words.length > mostShown ? `${words.slice(0, mostShown)}…` : words;
}
