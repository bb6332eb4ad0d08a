/** What one writes on: boxes to tick and ruled lines, far enough apart for handwriting. */
import { colours, measure, polygon } from "~/platform/paper/drawing";

/** A box of 11 points, to be put in a column. */
export const checkBox = () => ({ width: 13, canvas: [{ ...polygon([0.5, 1, 11.5, 1, 11.5, 12, 0.5, 12], colours.white), lineColor: colours.peat, lineWidth: 0.9 }] });

export const line = (width: number) => ({ canvas: [{ type: "line" as const, x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.6, lineColor: colours.rush }] });

/** One line to write on, with its room above it. */
export const wholeLine = () => ({ ...line(measure), margin: [0, 22, 0, 0] });

/** So many lines to write on. */
export const ruled = (lines: number) => Array.from({ length: lines }, wholeLine);
