/** The square that opens a mark's page. Three points a module, so that a phone reads it from paper at arm's length. */

import { CannotPrint } from "~/platform/paper/cannot-print";
import { colours, type Drawing, type Point } from "~/platform/paper/drawing";
import { paths } from "~/platform/paths";
import { compactCode, type MarkCode } from "./code";

const module = 3;
/** White modules around the square that a reader needs. */
const quiet = 4;
/** How many bytes fit, by version from 1, at error correction M (ISO/IEC 18004, table 7). */
const capacity = [14, 26, 42, 62, 84, 106, 122, 152];

export type Square = { address: string; version: number; modules: number /** Of the square with its white edge, in points. */; side: number };

/** The smallest square that holds the address of this mark's page. Throws CannotPrint `address_too_long` when none of ours does. */
export function squareFor(origin: string, code: MarkCode): Square {
  const address = origin + paths.mark(compactCode(code));
  const place = capacity.findIndex((bytes) => address.length <= bytes);
  if (place < 0) throw new CannotPrint("address_too_long", `The address ${address} is too long for a square that can be read from paper.`);
  const modules = 4 * (place + 1) + 17;
  return { address, version: place + 1, modules, side: (modules + 2 * quiet) * module };
}

/** pdfmake gives each module floor(fit ÷ modules) points: a multiple of their number leaves nothing to chance. */
export function drawSquare({ address, version, modules }: Square, at: Point): Drawing {
  return {
    absolutePosition: at,
    qr: address,
    fit: modules * module,
    padding: quiet,
    eccLevel: "M",
    mode: "octet",
    version,
    foreground: colours.black,
    background: colours.white,
  };
}
