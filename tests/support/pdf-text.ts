import { inflateSync } from "node:zlib";

/** The words of each page of a PDF of ours, as a reader's machine would find them: through each typeface's own table of letters. */
export function pdfPages(bytes: Buffer): string[] {
  const objects = new Map<string, string>();
  const text = bytes.toString("latin1");
  for (const [, id = "", body = ""] of text.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) objects.set(id, body);
  const streamOf = (id: string) => {
    const [, packed] = /stream\n([\s\S]*?)\nendstream/.exec(objects.get(id) ?? "") ?? [];
    return packed === undefined ? "" : inflateSync(Buffer.from(packed, "latin1")).toString("latin1");
  };
  const letters = new Map<string, string[]>();
  const lettersOf = (fontId: string) => {
    const [, table = ""] = /\/ToUnicode (\d+) 0 R/.exec(objects.get(fontId) ?? "") ?? [];
    if (!letters.has(table)) letters.set(table, lettersIn(streamOf(table)));
    return letters.get(table) ?? [];
  };
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\b/.test(body));
  return pages.map((page) => {
    const [, resources = ""] = /\/Resources (\d+) 0 R/.exec(page) ?? [];
    const fonts = Object.fromEntries([...(objects.get(resources) ?? "").matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = "", id = ""]) => [name, lettersOf(id)]));
    const [, contents = ""] = /\/Contents (\d+) 0 R/.exec(page) ?? [];
    return wordsIn(streamOf(contents), fonts);
  });
}

/** By glyph number, from `<0000> <00ff> [<0041> …]`. */
function lettersIn(table: string): string[] {
  const letters: string[] = [];
  for (const [, from = "", list = ""] of table.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/gi))
    for (const [place, [, code = ""]] of [...list.matchAll(/<([0-9a-f ]+)>/gi)].entries())
      letters[Number.parseInt(from, 16) + place] = Buffer.from(code.replaceAll(" ", ""), "hex").swap16().toString("utf16le");
  return letters;
}

function wordsIn(commands: string, fonts: Record<string, string[]>): string {
  let letters: string[] = [];
  const parts: string[] = [];
  for (const [, font, line] of commands.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font) letters = fonts[font] ?? [];
    else
      parts.push(
        [...(line ?? "").matchAll(/<([0-9a-f]+)>/gi)].flatMap(([, hex = ""]) => (hex.match(/.{4}/g) ?? []).map((glyph) => letters[Number.parseInt(glyph, 16)] ?? "?")).join(""),
      );
  }
  return parts.join(" ").replace(/\s+/g, " ").trim();
}
