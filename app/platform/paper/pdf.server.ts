/** Documents to PDF. The one place that knows pdfmake. */
import type { TDocumentDefinitions } from "pdfmake/interfaces";
import { allFamilies, fontFiles } from "./faces.server";
import { addSignatureHole, type OpenDocument, type SignatureHole } from "./signature-hole";

/** pdfmake draws paths on a canvas, but its types do not know them. */
type Document = Omit<TDocumentDefinitions, "content"> & { content: object[] };

/** A document, which pdfmake may change while it works, as bytes; with a hole in which a signature over all the other bytes is to go. */
export async function pdf(document: Document, hole?: SignatureHole): Promise<Buffer> {
  const made = (await printer()).createPdf(document as TDocumentDefinitions);
  if (hole) addSignatureHole((await made.getStream()) as unknown as OpenDocument, hole);
  return made.getBuffer();
}

let loaded: ReturnType<typeof load> | undefined;
const printer = () => (loaded ??= load());

/** Loaded when first needed: most processes never print. It may read our fonts, and nothing else from anywhere. */
async function load() {
  const { default: pdfmake } = await import("pdfmake");
  pdfmake.setFonts(allFamilies);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => fontFiles.has(path));
  return pdfmake;
}
