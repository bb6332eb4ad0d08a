/** What can be learnt of a file without trusting it. Nothing in it is executed, fetched or drawn. Runs in a thread of its own (`in-thread.server.ts`). */
import { type Carried, fromPng, fromSvg, isPng, isSvg } from "~/marks/credential/carrier";
import { checkSignature, type SignatureCheck } from "~/marks/signature/check-signature.server";
import { embeddedJwt, lookAtPdf } from "./pdf-codes.server";

/** Why nothing can be said of a file. `too_much`: it takes longer or more room to read than anything of ours. */
export type Unreadable = "empty" | "unknown_kind" | "broken" | "locked" | "two_kinds" | "nothing_inside" | "several_inside" | "too_much";

export type Look =
  | { is: "unreadable"; why: Unreadable }
  /** `codes`: what it names, unproved. `jwt`: the credential attached to it, unproved. */
  | { is: "pdf"; codes: string[]; signature: SignatureCheck; jwt: string | undefined }
  | { is: "credential" | "badge"; jwt: string };

/** A credential of ours has three thousand characters; with the longest name and ten activities, six. */
const longestJwt = 20_000;

/**
 * `pinned`: PEM of the certificates that may have signed a PDF. What has a PDF's beginning is looked at as a PDF alone, whatever else it may be as well:
 * a file that is two things at once shows one to us and the other to its reader.
 */
export function lookInto(bytes: Buffer, pinned: readonly string[]): Look {
  const pdf = lookAtPdf(bytes);
  if (pdf.is === "pdf") return { is: "pdf", codes: pdf.codes, signature: checkSignature(bytes, pinned), jwt: embeddedJwt(bytes) };
  if (pdf.is !== "no_pdf") return { is: "unreadable", why: pdf.is };
  const text = bytes.toString("latin1");
  const isPicture = isPng(bytes) || isSvg(text);
  if (isPicture && bytes.includes("%PDF-")) return { is: "unreadable", why: "two_kinds" };
  if (isPicture) return badge(isPng(bytes) ? fromPng(bytes) : fromSvg(text));
  const jwt = text.trim();
  return jwt.length <= longestJwt && /^[\w-]+\.[\w-]*\.[\w-]*$/.test(jwt) ? { is: "credential", jwt } : { is: "unreadable", why: "unknown_kind" };
}

function badge(carried: Carried): Look {
  if (!carried.ok) return { is: "unreadable", why: whys[carried.why] };
  return carried.jwt.length <= longestJwt ? { is: "badge", jwt: carried.jwt } : { is: "unreadable", why: "too_much" };
}

const whys = { malformed: "broken", nothing_inside: "nothing_inside", several: "several_inside" } as const;
