/** What both halves of a certificate's page are set with. */
import type { Type } from "~/platform/paper/block";
import type { Colour } from "~/platform/paper/drawing";
import type { Faces, Stretch } from "~/platform/paper/fit";
import type { Language } from "~/platform/words";
import type { Certificate, Printing } from "./certificate";
import type { Words } from "./words";

export type About = Printing & { certificate: Certificate; language: Language; words: Words };

export const sizes = { label: { size: 9, leading: 12 }, small: { size: 8.5, leading: 11 }, body: { size: 9.8, leading: 13 } };

export const paint = (type: { size: number; leading: number }, colour: Colour): Type => ({ size: type.size, leading: type.leading, colour });
export const plain = (text: string, faces: Faces): Stretch[] => [{ text, faces: [faces.text, faces.display, ...faces.others] }];
export const strong = (text: string, faces: Faces): Stretch[] => [{ text, faces: [faces.strong, faces.display, ...faces.others] }];
export const display = (text: string, faces: Faces): Stretch[] => [{ text, faces: [faces.display, faces.strong, ...faces.others] }];
