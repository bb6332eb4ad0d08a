import { gunzipSync } from "node:zlib";
import { z } from "zod";
import { believedAt } from "../keys/key";
import { issuerId } from "./credential";
import { readSigned, type SignedFault, type Trust } from "./read-signed.server";
import { listLength } from "./status-list";

export type ListFault = SignedFault | "claims" | "key_not_believed" /** It said so itself: what it knows is too old. */ | "run_out";
/** `asAt`: what the list says was true then. */
export type ListCheck = { ok: true; number: number; bits: Uint8Array; asAt: Date; validUntil: Date } | { ok: false; why: ListFault };

/** A list with every second place taken at random has sixty thousand characters. */
const longestList = 400_000;
const bytes = listLength / 4;
const moment = z.iso.datetime().transform((text) => new Date(text));
const Said = z.object({
  id: z.string(),
  type: z.tuple([z.literal("VerifiableCredential"), z.literal("BitstringStatusListCredential")]),
  issuer: z.string(),
  validFrom: moment,
  validUntil: moment,
  credentialSubject: z.object({ type: z.literal("BitstringStatusList"), statusPurpose: z.literal("message"), encodedList: z.string() }),
});

/** Whether this is a status list that we signed and that may still be relied on: for whoever kept a copy. Never throws because of what it was given. */
export async function verifyStatusList(jwt: string, trust: Trust): Promise<ListCheck> {
  const read = await readSigned(jwt.trim(), { purpose: "status_list", types: ["vc+jwt"], longest: longestList }, trust);
  if (!read.ok) return read;
  const said = Said.safeParse(read.payload);
  const number = said.success ? /\/status-lists\/([1-9]\d{0,8})$/.exec(said.data.id)?.[1] : undefined;
  const bits = said.success ? decodeList(said.data.credentialSubject.encodedList) : undefined;
  if (!said.success || !number || !bits || said.data.issuer !== issuerId(trust.origin) || said.data.id !== `${trust.origin}/status-lists/${number}`)
    return { ok: false, why: "claims" };
  const { validFrom: asAt, validUntil } = said.data;
  // A key in other hands signs any date, and lists are made anew every day: nothing of it is needed any more.
  if (read.key.compromisedAfter || !believedAt(read.key, new Date(asAt.getTime() + 999))) return { ok: false, why: "key_not_believed" };
  if (trust.now >= validUntil || trust.now.getTime() < asAt.getTime() - 60_000) return { ok: false, why: "run_out" };
  return { ok: true, number: Number(number), bits, asAt, validUntil };
}

/** The bits of an `encodedList`; undefined for what is not the whole of one of ours, however much it would unpack to. */
export function decodeList(encoded: string): Uint8Array | undefined {
  if (!/^u[A-Za-z0-9_-]+$/.test(encoded)) return undefined;
  try {
    const bits = gunzipSync(Buffer.from(encoded.slice(1), "base64url"), { maxOutputLength: bytes });
    return bits.length === bytes ? new Uint8Array(bits) : undefined;
  } catch {
    return undefined;
  }
}
