// Checks, in the reader's own browser, that every entry shown is in the log that was signed (RFC 9162), and says so on the page.
// Without this script the page shows the same numbers, to be checked in another way.

/** Whether the checkpoint is signed with this key, and every entry leads to its root. */
export async function isGood({ checkpoint, entries }, jwk) {
  const signed = await rootSigned(checkpoint.note, jwk);
  if (!signed || signed.size !== checkpoint.size || signed.root !== checkpoint.root || entries.length === 0) return false;
  for (const { index, leaf, proof } of entries) {
    const hash = await sha256([0], new TextEncoder().encode(leaf));
    if ((await rootFrom(hash, index, signed.size, proof)) !== signed.root) return false;
  }
  return true;
}

/** The root that a leaf's hash and its proof lead to, in hexadecimal; undefined when the proof is too long or too short for this place and size. */
async function rootFrom(leaf, index, size, proof) {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) return undefined;
  let hash = leaf;
  let [place, last] = [index, size - 1];
  for (const each of proof) {
    const beside = fromHex(each);
    if (last === 0 || beside.length !== 32) return undefined;
    if (place % 2 === 1 || place === last) {
      hash = await sha256([1], beside, hash);
      while (place % 2 === 0 && place !== 0) [place, last] = [Math.floor(place / 2), Math.floor(last / 2)];
    } else hash = await sha256([1], hash, beside);
    [place, last] = [Math.floor(place / 2), Math.floor(last / 2)];
  }
  return last === 0 ? toHex(hash) : undefined;
}

/** The size and root that a note says, when this key signed it. */
async function rootSigned(note, { kty, crv, x, y }) {
  const [, text, signature] = /^((?:[^\n]+\n){3})\n— \S+ (\S+)\n$/.exec(note) ?? [];
  if (!text) return undefined;
  const key = await crypto.subtle.importKey("jwk", { kty, crv, x, y }, { name: "ECDSA", namedCurve: "P-256" }, false, ["verify"]);
  // Four bytes say which key; the rest is the signature.
  const bytes = rawSignature(fromBase64(signature).slice(4));
  if (!bytes || !(await crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, key, bytes, new TextEncoder().encode(text)))) return undefined;
  const [, size, root] = text.split("\n");
  return { size: Number(size), root: toHex(fromBase64(root)) };
}

/** r and s of 32 bytes each, out of DER. */
function rawSignature(der) {
  const raw = new Uint8Array(64);
  if (der[0] !== 0x30 || der[1] !== der.length - 2) return undefined;
  let at = 2;
  for (const start of [0, 32]) {
    const length = der[at + 1];
    if (der[at] !== 2 || !(length <= 33)) return undefined;
    const number = der.slice(at + 2, at + 2 + length);
    const digits = number[0] === 0 ? number.slice(1) : number;
    if (digits.length > 32) return undefined;
    raw.set(digits, start + 32 - digits.length);
    at += 2 + length;
  }
  return at === der.length ? raw : undefined;
}

async function sha256(first, ...rest) {
  const all = new Uint8Array([...first, ...rest.flatMap((bytes) => [...bytes])]);
  return new Uint8Array(await crypto.subtle.digest("SHA-256", all));
}

const fromHex = (text) => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const toHex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
const fromBase64 = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));

// Last, when everything above is there.
const section = globalThis.document?.querySelector("#proof");
if (section && globalThis.crypto?.subtle) {
  const said = section.querySelector("#proof-checked");
  said.hidden = false;
  try {
    const proof = JSON.parse(section.dataset.proof);
    const key = await fetch(new URL(proof.checkpoint.key).pathname);
    said.textContent = (await isGood(proof, await key.json())) ? said.dataset.good : said.dataset.bad;
  } catch {
    said.textContent = said.dataset.bad;
  }
}
