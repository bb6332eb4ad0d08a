/** Text for documents that may not be held up: each word in the first face that has it, and a sign for a word that none has. */
import type { TextRun } from "./drawing";
import { type Face, type Faces, faceFor } from "./fit";
import { tidy } from "./tidy";

export type SetText = { plain: Setter; strong: Setter; display: Setter; sign: string; leftOut(): boolean };
type Setter = (text: string) => TextRun[];

const sign = "[…]";

/** Remembers whether anything had to be left out. */
export function textSetter(faces: Faces): SetText {
  let missing = false;
  const setIn =
    (...choice: Face[]): Setter =>
    (text) => {
      const runs: TextRun[] = [];
      for (const part of tidy(text).split(/([ \t\r\n]+)/)) {
        if (part === "") continue;
        const space = /^[ \t\r\n]+$/.test(part);
        const found = space ? undefined : faceFor(part, choice);
        if (!space && !found) missing = true;
        const face = found ?? choice[0];
        const last = runs.at(-1);
        const shown = space || found ? part : sign;
        if (last && (space || (last.font === face?.font && last.bold === face.bold))) last.text += shown;
        else if (face) runs.push({ text: shown, font: face.font, bold: face.bold });
      }
      return runs;
    };
  return {
    plain: setIn(faces.text, faces.display),
    strong: setIn(faces.strong, faces.display),
    display: setIn(faces.display, faces.strong),
    sign,
    leftOut: () => missing,
  };
}
