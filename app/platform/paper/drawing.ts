/**
 * What our documents are drawn with: the page, the paint, and the few kinds of node that a certificate is made of.
 * Lengths are points. The nodes are plain data in the form that pdfmake draws.
 */

/** A4. */
export const page = { width: 595.28, height: 841.89, margin: 51 } as const;
export const measure = page.width - 2 * page.margin;

export const colours = {
  yew: "#17443B",
  peat: "#1F1D1A",
  stone: "#565952",
  bracken: "#8F4312",
  gorse: "#F0B429",
  cap: "#E0A21B",
  chalk: "#FAF7EF",
  rush: "#C4C7B8",
  contour: "#EBDCCB",
  contourIndex: "#DFC7AD",
  white: "#FFFFFF",
  black: "#000000",
} as const;
export type Colour = (typeof colours)[keyof typeof colours];

export type Point = { x: number; y: number };

export type Vector =
  | { type: "path"; d: string; color?: Colour; lineColor?: Colour; lineWidth?: number; dash?: { length: number; space: number } }
  | { type: "rect"; x: number; y: number; w: number; h: number; color: Colour }
  | { type: "line"; x1: number; y1: number; x2: number; y2: number; lineWidth: number; lineColor: Colour }
  | { type: "polyline"; points: Point[]; closePath: true; color: Colour; lineColor?: Colour; lineWidth?: number };

type Placed = { absolutePosition: Point };
export type TextRun = { text: string; font: string; bold: boolean };
export type Drawing =
  | (Placed & { canvas: Vector[] })
  | (Placed & { text: TextRun[]; fontSize: number; color: Colour; noWrap: true })
  | (Placed & { qr: string; fit: number; padding: number; eccLevel: "M"; mode: "octet"; version: number; foreground: Colour; background: Colour });

/** A filled shape, its corners as x, y, x, y… */
export function polygon(corners: number[], color: Colour): Extract<Vector, { type: "polyline" }> {
  const points = corners.flatMap((x, place) => (place % 2 === 0 ? [{ x, y: corners[place + 1] ?? 0 }] : []));
  return { type: "polyline", closePath: true, color, points };
}

/** Moves and scales path data. Knows the absolute commands M, L, Q, C and Z, which is all we draw with. */
export function placePath(path: string, at: Point, scale: number): string {
  let across = false;
  return path.replace(/[MLQCZ]|-?\d+(?:\.\d+)?/g, (token) => {
    if (/[A-Z]/.test(token)) {
      across = true;
      return token;
    }
    const moved = Number(token) * scale + (across ? at.x : at.y);
    across = !across;
    return moved.toFixed(2);
  });
}
