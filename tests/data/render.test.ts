import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { certificateDocument } from "~/marks/certificate-document";
import { letterOutcomes } from "~/marks/letter";
import { certificateRefusal, renderCertificate, renderLetter } from "~/marks/render.server";
import { page } from "~/platform/paper/drawing";
import { allFamilies, faces } from "~/platform/paper/faces.server";
import { pdf } from "~/platform/paper/pdf.server";
import { textLayer } from "~/platform/paper/shaped-line";
import { certificates } from "../support/certificates";
import { noon } from "../support/clock";
import { letterOf } from "../support/letters";
import { needs } from "../support/tools";

const printing = { origin: "https://waymark.example", issuer: "Waymark (demonstration issuer)" };
const source = (bytes: Buffer) => bytes.toString("latin1");
const count = (bytes: Buffer, what: RegExp) => source(bytes).match(what)?.length ?? 0;
const pages = (bytes: Buffer) => count(bytes, /\/Type \/Page\b/g);

/** Everything drawn, as drawing commands. */
function commands(bytes: Buffer): string {
  const streams = source(bytes).matchAll(/\/Filter \/FlateDecode\n>>\nstream\n([\s\S]*?)\nendstream/g);
  return [...streams].map(([, data = ""]) => inflateSync(Buffer.from(data, "latin1")).toString("latin1")).join("\n");
}

describe.each(Object.entries(certificates))("the certificate %s", (_, certificate) => {
  test("is one page, says in its title what it is, and carries its typefaces", async () => {
    const bytes = await renderCertificate(certificate, printing);
    expect(source(bytes).slice(0, 8)).toBe("%PDF-1.7");
    expect(pages(bytes)).toBe(1);
    expect(source(bytes)).toContain(`(${certificate.holder.name}: `);
    expect(source(bytes)).toContain("<pdfaid:part>3</pdfaid:part>");
    expect(count(bytes, /\/Type \/FontDescriptor/g)).toBe(4);
    expect(count(bytes, /\/FontFile2/g)).toBe(4);
    expect(bytes.length).toBeLessThan(60_000);
  });

  test("is the same bytes each time", async () => {
    expect((await renderCertificate(certificate, printing)).equals(await renderCertificate(certificate, printing))).toBe(true);
  });

  test("keeps every word between its margins, with the typefaces as they really are", () => {
    const all = faces();
    const faceOf = (font: string, bold: boolean) =>
      Object.values(all)
        .flat()
        .find((face) => face.font === font && face.bold === bold);
    for (const node of certificateDocument(certificate, { ...printing, faces: all }).content) {
      if (!("text" in node) || typeof node.text === "string") continue;
      const width = node.text.reduce((sum, { text, font, bold }) => sum + (faceOf(font, bold)?.width(text) ?? Number.NaN) * node.fontSize, 0);
      expect(node.absolutePosition.x + width).toBeLessThanOrEqual(page.width - page.margin + 1);
    }
  });
});

test.each([
  ["https://waymark.example", 29],
  ["https://quality-mark.social-prescribing.north-county.example", 37],
  [`https://${"a".repeat(125)}`, 49],
])("%s: the square is drawn, however long the address", async (origin, modules) => {
  const squares = commands(await renderCertificate(certificates.allotment, { ...printing, origin })).match(/^[\d.]+ [\d.]+ 3 3 re$/gm)?.length ?? 0;
  expect(squares).toBeGreaterThan(0.35 * modules * modules);
  expect(squares).toBeLessThan(0.65 * modules * modules);
});

describe("what cannot be printed", () => {
  const named = (name: string) => ({ ...certificates.allotment, holder: { ...certificates.allotment.holder, name } });

  test.each(["สวน", "ბაღი", "తోట", "አትክልት", "مسجد สวน"])("%s is refused, before and while printing", async (name) => {
    expect(certificateRefusal(named(name), printing)).toMatchObject({ name: "CannotPrint", why: "no_font" });
    await expect(renderCertificate(named(name), printing)).rejects.toMatchObject({ name: "CannotPrint", why: "no_font" });
  });

  test.each([
    "Cyfeillion Gardd Gymunedol Dŵr y Felin",
    "Ŵyl Ŷd",
    "Caraid a’ Ghàrraidh",
    "Łódź & Çay – “Café”",
    "Kōwhai",
    "公园",
    "Сад",
    "Vườn ằ",
    "Garden 🌱",
    "Park公园",
    "مسجد Harbour (2024)",
  ])("%s is printed", (name) => {
    expect(certificateRefusal(named(name), printing)).toBeUndefined();
  });

  test("an address without a square", () => {
    expect(certificateRefusal(certificates.allotment, { ...printing, origin: `https://${"a".repeat(126)}` })?.why).toBe("address_too_long");
  });

  test("a fault is not a refusal", () => {
    expect(() => certificateRefusal({ ...certificates.long, conditions: undefined }, printing)).toThrow("Nothing to put");
  });
});

/** Names as people in Britain write them, and such as go wrong most easily. */
const names = [
  "حديقة السلام",
  "مسجد Harbour (2024)",
  "Harbour مسجد السلام",
  "مسجد السلام (2024) – Garden",
  "جمعیت ٢٠٢٤ لاہور",
  "پاکستانی کمیونٹی سینٹر",
  "می‌خواهم گروه",
  "مُحَمَّدٌ",
  "שלום חברים",
  "שָׁלוֹם Garden, שלום!",
  "हिन्दी समुदाय, श्री राम मन्दिर",
  "Hindi हिन्दी (2024) किताब",
  "বাংলা সমিতি কমিউনিটি কো",
  "ਗੁਰਦੁਆਰਾ ਸਿੰਘ ਸਭਾ ਬਾਗ਼",
  "ગુજરાતી સમાજ શ્રી કિ",
  "தமிழ் சங்கம் தோட்டம் கொ ஸ்ரீ",
  "公园 Сад Κήπος Vườn",
  "Family 👨‍👩‍👧 Pride 🏳️‍🌈 ❤️ 👩🏽‍🌾 🇬🇧",
];

describe("names in every script", () => {
  const named = (name: string) => ({ ...certificates.allotment, holder: { ...certificates.allotment.holder, name }, scope: [`${name} 1`, "Knitting"] });
  const folder = mkdtempSync(join(tmpdir(), "wm-names-"));
  /** What is copied out, without the marks that say a direction and nothing else. */
  const copied = (bytes: Buffer, ...how: string[]) => {
    const file = join(folder, "name.pdf");
    writeFileSync(file, bytes);
    return execFileSync("pdftotext", [...how, file, "-"], { encoding: "utf8" })
      .replace(/[\u200E\u200F\u202A-\u202E]/g, "")
      .replace(/\s+/g, " ");
  };

  test.runIf(needs("pdftotext")).each(names)("%s is copied out as it was typed, in every order", async (name) => {
    const bytes = await renderCertificate(named(name), printing);
    for (const how of [[], ["-layout"], ["-raw"]]) for (const part of [name, `${name} 1`]) expect(copied(bytes, ...how)).toContain(part.normalize("NFC"));
  });

  test.each(names)("%s has no empty box, and is the same bytes each time", async (name) => {
    const bytes = await renderCertificate(named(name), printing);
    const glyphs = [...commands(bytes).matchAll(/\[([^\]]*)\] TJ/g)].flatMap(([, line = ""]) =>
      [...line.matchAll(/<([0-9a-f]+)>/g)].flatMap(([, hex = ""]) => hex.match(/.{4}/g) ?? []),
    );
    expect(glyphs.length).toBeGreaterThan(400);
    expect(glyphs).not.toContain("0000");
    expect((await renderCertificate(named(name), printing)).equals(bytes)).toBe(true);
  });

  test("a letter that a typeface has no shape for is refused, not drawn as a box", () => {
    const arabic = faces().others.find(({ font }) => font === "NotoSansArabic");
    expect(() => arabic?.outline("سวن", true)).toThrow("None of our typefaces can set “سวن”");
  });

  test("letters join: a word is narrower than its letters apart", () => {
    const [, arabic, , devanagari] = faces().others;
    const apart = (word: string, face = arabic) => [...word].reduce((sum, letter) => sum + (face?.width(letter) ?? 0), 0);
    expect(arabic?.width("حديقة")).toBeLessThan(0.9 * apart("حديقة"));
    expect(devanagari?.width("श्री")).toBeLessThan(apart("श्री", devanagari));
  });

  test("one family is one picture", () => {
    const emoji = faces().others.at(-1);
    expect(emoji?.width("👨‍👩‍👧")).toBeCloseTo(emoji?.width("🌱") ?? 0, 1);
    expect(emoji?.width("👨👩👧")).toBeCloseTo(3 * (emoji?.width("🌱") ?? 0), 1);
  });

  test("unseen characters that turn text neither print nor are copied out", async () => {
    const bytes = await renderCertificate(named("Harbour \u202Eedispah\u202C choir"), printing);
    expect(copied(bytes)).toContain("Harbour edispah choir");
    expect(commands(bytes)).toBe(commands(await renderCertificate(named("Harbour edispah choir"), printing)));
  });

  test("what lies without ink is as wide as its typeface says", async () => {
    const { openSync } = await import("fontkit");
    const font = openSync(allFamilies.TextLayer!.normal);
    expect({ advance: font.layout(" ").advanceWidth / font.unitsPerEm, ascent: font.ascent / font.unitsPerEm }).toEqual({ advance: textLayer.advance, ascent: textLayer.ascent });
  });
});

describe("rendering reads our typefaces and nothing else", () => {
  test.each(["/etc/hostname", "package.json", "node_modules/pdfmake/package.json"])("not the file %s", async (image) => {
    await expect(pdf({ content: [{ image }] })).rejects.toThrow("denied by resource access policy");
  });

  test.each(["http://127.0.0.1:9/a.png", "https://waymark.example/a.png"])("not the address %s", async (image) => {
    await expect(pdf({ images: { a: image }, content: [{ image: "a" }] })).rejects.toThrow("denied by resource access policy");
  });
});

test("a sealer gets the finished bytes once, and what it gives back is what is issued", async () => {
  const seen: Buffer[] = [];
  const hole = { at: noon.now(), name: "Us", reason: "A test", contact: "help@waymark.example", location: printing.origin, bytes: 16 };
  const seal = async (bytes: Buffer) => {
    seen.push(bytes);
    return Buffer.concat([bytes, Buffer.from("sealed")]);
  };
  const sealed = await renderCertificate(certificates.smallest, { ...printing, sealer: { hole, seal } });
  expect(seen).toHaveLength(1);
  expect(source(seen[0]!)).toContain(`/Contents <${"00".repeat(16)}>`);
  expect(sealed.equals(Buffer.concat([seen[0]!, Buffer.from("sealed")]))).toBe(true);
  expect(source(await renderCertificate(certificates.smallest, printing))).not.toContain("/ByteRange");
});

describe("letters", () => {
  test.each(letterOutcomes)("%s: two pages, the same bytes each time", async (outcome) => {
    const bytes = await renderLetter(letterOf(outcome), { issuer: printing.issuer });
    expect(pages(bytes)).toBe(2);
    expect(source(bytes)).toContain("(Decision letter: Marsh End Community Allotment)");
    expect((await renderLetter(letterOf(outcome), { issuer: printing.issuer })).equals(bytes)).toBe(true);
  });

  test("a long one has as many pages as it needs, and every page its number", async () => {
    const { criteria, todo } = letterOf("not_awarded");
    const long = letterOf("not_awarded", { criteria: Array(8).fill(criteria).flat(), todo: Array(8).fill(todo).flat() });
    const bytes = await renderLetter(long, { issuer: printing.issuer });
    expect(pages(bytes)).toBeGreaterThan(4);
  });
});
