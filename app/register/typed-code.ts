import { type MarkCode, normaliseCode } from "~/marks/code";

/** What somebody typed into the one box: a code, a code with a slip in it, or words to search for. */
export type Typed = { as: "code"; code: MarkCode } | { as: "slip"; typed: string } | { as: "words"; q: string } | { as: "nothing" };

/** Reads the box. Ten to fourteen letters and digits with a digit among them are taken for a code even when they are none: nobody is called that. */
export function readTyped(text: string): Typed {
  const typed = text.trim().slice(0, 200);
  if (typed === "") return { as: "nothing" };
  const read = normaliseCode(typed);
  if (read.ok) return { as: "code", code: read.code };
  const plain = typed.replace(/[\s\p{Dash_Punctuation}]/gu, "");
  const likeACode = read.why === "check" ? /\d/.test(plain) || /-/.test(typed) : /^[0-9a-z]{10,14}$/i.test(plain) && /\d/.test(plain);
  return likeACode ? { as: "slip", typed } : { as: "words", q: typed };
}
