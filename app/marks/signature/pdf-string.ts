/** Text for between the brackets of a PDF's literal string. Whoever writes it there does not escape anything, and takes one byte a letter. */
export function pdfString(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text.replace(/[\\()]/g, "\\$&");
  const units = Array.from({ length: text.length }, (_, place) => text.charCodeAt(place));
  return [0xfeff, ...units].map((unit) => octal(unit >> 8) + octal(unit & 0xff)).join("");
}

const octal = (byte: number) => `\\${byte.toString(8).padStart(3, "0")}`;
