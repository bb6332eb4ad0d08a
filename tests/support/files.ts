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

type Order = "MM" | "II";
/** A block as cameras write it: which way is up (6), and 51° 24′ 33″. */
export function tiffWithPlace(order: Order): Uint8Array {
  const block = Buffer.alloc(92);
  const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
  const little = order === "II";
  block.write(order, "latin1");
  view.setUint16(2, 42, little);
  view.setUint32(4, 8, little);
  view.setUint16(8, 2, little); // two entries
  entry(10, 0x112, 3, 1);
  view.setUint16(18, 6, little);
  entry(22, 0x8825, 4, 1);
  view.setUint32(30, 38, little);
  view.setUint16(38, 1, little); // the list of places
  entry(40, 2, 5, 3);
  view.setUint32(48, 56, little);
  for (const [place, number] of [51, 1, 24, 1, 33, 7].entries()) view.setUint32(56 + place * 4, number, little);
  return new Uint8Array(block);

  function entry(at: number, tag: number, type: number, count: number) {
    view.setUint16(at, tag, little);
    view.setUint16(at + 2, type, little);
    view.setUint32(at + 4, count, little);
  }
}

/** A JPEG that says where it was taken, twice. */
export function jpegWithPlace(order: Order): Uint8Array {
  const segment = (content: Uint8Array) => join(Uint8Array.from([0xff, 0xe1, 0, content.length + 2]), content);
  const xmp = bytes('http://ns.adobe.com/xap/1.0/\0<rdf exif:GPSLatitude="51.4,24.5N"/><exif:GPSLongitude>51.4,24.5E</exif:GPSLongitude>');
  return join(Uint8Array.from([0xff, 0xd8]), segment(join(bytes("Exif\0\0"), tiffWithPlace(order))), segment(xmp), jpeg().subarray(2));
}

const blockIn = (photo: Uint8Array) => new DataView(photo.buffer, photo.byteOffset + Buffer.from(photo).indexOf("Exif\0\0") + 6);
export const orientationIn = (photo: Uint8Array, order: Order) => blockIn(photo).getUint16(18, order === "II");
/** Undefined where the list of places is empty and its numbers are gone. */
export function placeIn(photo: Uint8Array, order: Order): number[] | undefined {
  const block = blockIn(photo);
  const numbers = [56, 64, 72].map((at) => block.getUint32(at, order === "II"));
  return block.getUint16(38, order === "II") === 0 && numbers.every((each) => each === 0) ? undefined : numbers;
}

export function pngWithNote(note: string): Uint8Array {
  const plain = Buffer.from(png());
  const body = bytes(`tEXtComment\0${note}`);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length - 4);
  return join(plain.subarray(0, 33), length, body, new Uint8Array(4), plain.subarray(33));
}

/** A Word file with these words, and what else may be in one. */
export const docxSaying = (xml: string, more: Record<string, string> = {}) =>
  zip({
    "[Content_Types].xml": contentTypes("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "word/document.xml": `<w:document><w:body>${xml}</w:body></w:document>`,
    ...more,
  });
