/** The certificate as a document for pdfmake: one A4 page a language. Plain data in, plain data out. */
import { archival } from "~/platform/paper/archival";
import { CannotPrint } from "~/platform/paper/cannot-print";
import { landscape } from "~/platform/paper/contours";
import { type Drawing, page } from "~/platform/paper/drawing";
import type { Certificate, Printing } from "./certificate";
import { bottomOf } from "./certificate-bottom";
import { topOf } from "./certificate-top";
import type { About } from "./certificate-type";
import { words } from "./words";

type PageBreak = { text: ""; pageBreak: "before" };

/**
 * The document of a certificate. The lower part has its place; the upper part is set closer, step by step, until it ends above it.
 * Throws CannotPrint for a character that no typeface of ours has, for text that does not fit on the page at its closest,
 * and for an address that no readable square can hold.
 */
export function certificateDocument(certificate: Certificate, { origin, issuer, faces }: Printing) {
  const [first = "en"] = certificate.languages;
  const { locale, strap, levels } = words[first];
  const { holder, standard, level, awarded_on } = certificate;
  const content: (Drawing | PageBreak)[] = certificate.languages.flatMap((language, place) => {
    const drawn = pageOf({ certificate, language, words: words[language], origin, issuer, faces });
    return place === 0 ? drawn : [{ text: "" as const, pageBreak: "before" as const }, ...drawn];
  });
  return {
    ...archival({
      day: awarded_on,
      language: locale,
      author: issuer,
      subject: strap,
      keywords: certificate.code,
      title: `${holder.name}: ${levels[level].name}, ${standard.title} ${standard.version}`,
    }),
    pageMargins: [0, 0, 0, 0] as [number, number, number, number],
    content,
  };
}

/** How much room the upper part gives itself, tried in this order. */
const rooms = [1.8, 1.5, 1.2, 1, 0.75, 0.5, 0.25, 0];

function pageOf(about: About): Drawing[] {
  const x = page.margin;
  const bottom = bottomOf(about);
  for (const room of rooms) {
    // At its closest the page goes nearer to its edges: still eight millimetres, which every printer leaves.
    const [y, edge] = room === 0 ? [38, 23] : [46, 30];
    const startsAt = page.height - edge - bottom.height;
    const top = topOf(about, room);
    if (y + top.height > startsAt - 14) continue;
    return [{ absolutePosition: { x: 0, y: 0 }, canvas: landscape(about.certificate.code) }, ...top.draw({ x, y }), ...bottom.draw({ x, y: startsAt })];
  }
  throw new CannotPrint("does_not_fit", "The name and the list of what the mark covers do not fit on one page.");
}
