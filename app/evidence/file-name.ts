const longest = 120;
// Control characters, and those that turn the reading direction: "exe.fdp" must not be shown as "pdf.exe" backwards.
const unseen = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\p{Surrogate}/gu;

/** A name as it may be kept and shown: without folders, unseen characters and dots at the front; at most 120 characters, its ending kept. Never empty. */
export function safeName(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? "";
  const name = last.replace(unseen, "").normalize("NFC").replace(/\s+/g, " ").trim().replace(/^\.+/, "");
  if (name === "") return "file";
  if (name.length <= longest) return name;
  const ending = /\.[^.]{1,8}$/.exec(name)?.[0] ?? "";
  return `${[...name.slice(0, longest - ending.length)].join("").replace(/\p{Surrogate}$/u, "")}${ending}`;
}

/** `Content-Disposition` of a download: always a file to keep, never a page (RFC 6266). */
export function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]/g, "_").replace(/["\\%]/g, "_");
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
