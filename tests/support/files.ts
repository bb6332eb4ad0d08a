import { deflateRawSync } from "node:zlib";

const bytes = (text: string) => new TextEncoder().encode(text);
const join = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));

/** The smallest that a reader opens. */
export const pdf = () => bytes("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R/Size 3>>\n%%EOF\n");
export const lockedPdf = () => bytes("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R/Encrypt 5 0 R/Size 6>>\n%%EOF\n");
export const html = () => bytes("<!doctype html><script>alert(1)</script>");
export const svg = () => bytes('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
export const exe = () => join(bytes("MZ"), new Uint8Array(200), bytes("PE\0\0"));
export const gifPolyglot = () => bytes("GIF89a/*\u0001\u0001*/=1;alert(1)//");
export const png = () => Uint8Array.from(Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64"));
export const jpeg = () => Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xff, 0xd9]);
export const heic = () => join(Uint8Array.from([0, 0, 0, 24]), bytes("ftypheic"), new Uint8Array(4), bytes("mif1heic"));
/** The container of password-protected and of old Office files. */
export const cfb = () => join(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), new Uint8Array(600));

const contentTypes = (main: string) =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${main}.main+xml"/></Types>`;
export const docx = () =>
  zip({ "[Content_Types].xml": contentTypes("application/vnd.openxmlformats-officedocument.wordprocessingml.document"), "word/document.xml": "<w:document/>" });
export const xlsx = () => zip({ "[Content_Types].xml": contentTypes("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), "xl/workbook.xml": "<workbook/>" });
/** A Word file with macros. */
export const docm = () => zip({ "[Content_Types].xml": contentTypes("application/vnd.ms-word.document.macroEnabled"), "word/document.xml": "<w:document/>" });
export const odt = () => zip({ mimetype: "application/vnd.oasis.opendocument.text", "content.xml": "<office:document-content/>" });
export const plainZip = () => zip({ "notes.txt": "hello" });

/** An archive with these entries, in this order. The first is stored, the others are compressed, as office programs do. */
export function zip(entries: Record<string, string>): Uint8Array {
  const local: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let offset = 0;
  for (const [index, [name, text]] of Object.entries(entries).entries()) {
    const plain = bytes(text);
    const packed = index === 0 ? plain : new Uint8Array(deflateRawSync(plain));
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(index === 0 ? 0 : 8, 4);
    head.writeUInt32LE(crc32(plain), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(plain.length, 18);
    head.writeUInt16LE(bytes(name).length, 22);
    const part = join(bytes("PK\u0003\u0004"), head, bytes(name), packed);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    central.push(join(bytes("PK\u0001\u0002\u0014\0"), head, place, bytes(name)));
    local.push(part);
    offset += part.length;
  }
  const directory = join(...central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(central.length, 4);
  end.writeUInt16LE(central.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return join(...local, directory, bytes("PK\u0005\u0006"), end);
}

function crc32(data: Uint8Array) {
  let crc = ~0;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
