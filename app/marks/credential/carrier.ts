/**
 * The two pictures that carry a credential (Open Badges 3.0, baking), and how it is taken out again. Nothing of a picture is trusted: what is found in it is checked like any other text.
 */

export type Carried = { ok: true; jwt: string } | { ok: false; why: "malformed" | "nothing_inside" | "more_than_one" };

const keyword = "openbadgecredential";
const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const namespace = "https://purl.imsglobal.org/ob/v3p0";

export const isPng = (bytes: Uint8Array): boolean => signature.every((byte, place) => bytes[place] === byte);
/** Whether a text is meant to be XML of any kind. */
export const isSvg = (text: string): boolean => /^\uFEFF?\s*</.test(text);

/** The picture with the credential just after its first tag. `svg` is one of ours: it begins with `<svg `. */
export const bakeSvg = (svg: string, jwt: string): string =>
  svg.replace(/^<svg ([^>]*)>/, (_, attributes) => `<svg xmlns:openbadges="${namespace}" ${attributes}><openbadges:credential verify="${jwt}"></openbadges:credential>`);

/** The picture with the credential in an uncompressed `iTXt` after its header. `png` is one of ours. */
export function bakePng(png: Uint8Array, jwt: string): Uint8Array {
  const header = 8 + 25;
  // Keyword, then: not compressed, method, no language, no translated keyword.
  const text = chunk("iTXt", new TextEncoder().encode(`${keyword}\0\0\0\0\0${jwt}`));
  const baked = new Uint8Array(png.length + text.length);
  baked.set(png.subarray(0, header));
  baked.set(text, header);
  baked.set(png.subarray(header), header + text.length);
  return baked;
}

/** Takes the one credential out of an SVG. */
export function fromSvg(svg: string): Carried {
  const found = svg.split("<openbadges:credential").slice(1);
  if (found.length === 0) return { ok: false, why: "nothing_inside" };
  if (found.length > 1) return { ok: false, why: "more_than_one" };
  const jwt = /^\s+verify\s*=\s*(["'])([A-Za-z0-9_.-]+)\1\s*(?:\/>|>)/.exec(found[0]!.slice(0, 30_000))?.[2];
  return jwt ? { ok: true, jwt } : { ok: false, why: "malformed" };
}

/** Takes the one credential out of a PNG. Every piece has to be whole, and the last to be the end of the file. */
export function fromPng(png: Uint8Array): Carried {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const found: string[] = [];
  let place = signature.length;
  for (;;) {
    if (place + 12 > png.length) return { ok: false, why: "malformed" };
    const length = view.getUint32(place);
    const end = place + 12 + length;
    if (end > png.length || view.getUint32(end - 4) !== crc(png.subarray(place + 4, end - 4))) return { ok: false, why: "malformed" };
    const type = latin1(png.subarray(place + 4, place + 8));
    const body = png.subarray(place + 8, end - 4);
    if (["iTXt", "tEXt", "zTXt"].includes(type) && latin1(body.subarray(0, keyword.length + 1)) === `${keyword}\0`) {
      const plain = type === "iTXt" && latin1(body.subarray(keyword.length, keyword.length + 5)) === "\0\0\0\0\0";
      if (!plain) return { ok: false, why: "malformed" };
      found.push(latin1(body.subarray(keyword.length + 5)));
    }
    place = end;
    if (type === "IEND") break;
  }
  if (place !== png.length) return { ok: false, why: "malformed" };
  if (found.length === 0) return { ok: false, why: "nothing_inside" };
  return found.length > 1 ? { ok: false, why: "more_than_one" } : { ok: true, jwt: found[0]! };
}

function chunk(type: string, body: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + body.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, body.length);
  bytes.set(new TextEncoder().encode(type), 4);
  bytes.set(body, 8);
  view.setUint32(8 + body.length, crc(bytes.subarray(4, 8 + body.length)));
  return bytes;
}

// In pieces: a picture may be large, and a call takes only so many arguments.
function latin1(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
  return rest;
});

function crc(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of bytes) rest = remainders[(rest ^ byte) & 0xff]! ^ (rest >>> 8);
  return (rest ^ 0xffffffff) >>> 0;
}
