/**
 * A photo without where it was taken. What a camera wrote about the picture itself, such as which way is up, stays; the length stays too, except of a PNG.
 * JPEG, HEIC and WebP carry it as a TIFF block, and again as XMP text: both are made empty where they lie. Of a PNG the parts for notes are left out.
 */
export function withoutPlace(bytes: Uint8Array, mediaType: string): Uint8Array {
  if (mediaType === "image/png") return withoutNotes(bytes);
  if (!/^image\/(jpeg|heic|webp)$/.test(mediaType)) return bytes;
  const copy = Uint8Array.from(bytes);
  for (const at of tiffBlocks(copy)) emptyGps(new DataView(copy.buffer, at));
  emptyXmp(copy);
  return copy;
}

/** `MM\0*` or `II*\0`: where a block begins whose numbers are written that way round. */
function tiffBlocks(bytes: Uint8Array): number[] {
  const found: number[] = [];
  for (let at = 0; at + 8 < bytes.length; at++) {
    const big = bytes[at] === 0x4d && bytes[at + 1] === 0x4d && bytes[at + 2] === 0 && bytes[at + 3] === 42;
    const little = bytes[at] === 0x49 && bytes[at + 1] === 0x49 && bytes[at + 2] === 42 && bytes[at + 3] === 0;
    if (big || little) found.push(at);
  }
  return found;
}

const gpsPointer = 0x8825;
const sizes: Record<number, number> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8 };
type Entry = { at: number; tag: number; size: number; value: number };

/** Follows the pointer to the list of places, and empties that list with everything it points to. */
function emptyGps(view: DataView) {
  const little = view.getUint16(0) === 0x4949;
  const pointer = entriesAt(view, view.getUint32(4, little), little).find(({ tag }) => tag === gpsPointer);
  if (!pointer) return;
  for (const { at, size, value } of entriesAt(view, pointer.value, little)) {
    if (size > 4) zero(view, value, size);
    zero(view, at, 12);
  }
  zero(view, pointer.value, 2);
}

/** A list that does not fit into the file is none. */
function entriesAt(view: DataView, at: number, little: boolean): Entry[] {
  if (at + 2 > view.byteLength) return [];
  const count = view.getUint16(at, little);
  if (count > 200 || at + 2 + count * 12 > view.byteLength) return [];
  return Array.from({ length: count }, (_, index) => {
    const entry = at + 2 + index * 12;
    const size = (sizes[view.getUint16(entry + 2, little)] ?? 0) * view.getUint32(entry + 4, little);
    return { at: entry, tag: view.getUint16(entry, little), size, value: view.getUint32(entry + 8, little) };
  });
}

function zero(view: DataView, at: number, length: number) {
  for (let each = at; each < Math.min(at + length, view.byteLength); each++) view.setUint8(each, 0);
}

const place = /exif:GPS\w+\s*=\s*"([^"]*)"|<exif:GPS\w+>([^<]*)</g;
/** One character a byte, so that places in the text are places in the file. */
function emptyXmp(bytes: Uint8Array) {
  const text = new TextDecoder("latin1").decode(bytes);
  for (const found of text.matchAll(place)) {
    const value = found[1] ?? found[2] ?? "";
    const from = found.index + found[0].length - 1 - value.length;
    bytes.fill(0x20, from, from + value.length);
  }
}

const notes = new Set(["eXIf", "iTXt", "tEXt", "zTXt"]);
function withoutNotes(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const next = at + 12 + view.getUint32(at);
    if (!notes.has(String.fromCharCode(...bytes.subarray(at + 4, at + 8)))) kept.push(bytes.subarray(at, Math.min(next, bytes.length)));
    at = next;
  }
  const whole = new Uint8Array(kept.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of kept) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
