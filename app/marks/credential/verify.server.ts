import { z } from "zod";
import { MarkCode } from "../code";
import { believedAt, type SigningKey } from "../keys/key";
import { type Carried, fromPng, fromSvg, isPng, isSvg } from "./carrier";
import { contexts, credentialId, issuerId, seconds } from "./credential";
import { readSigned, type SignedFault, type Trust } from "./read-signed.server";

export type CredentialFault =
  | SignedFault
  /** A picture without a credential, or with several. */
  | "nothing_inside"
  | "more_than_one"
  /** Signed by us, but no credential of a mark, or one that contradicts itself. */
  | "claims"
  | "not_yet"
  /** The key is in other hands, and nothing shows that we signed this before it was. */
  | "key_not_believed"
  /** It fits our key, but the register has no record that we issued it. */
  | "not_recorded";

export type VerifiedCredential = {
  ok: true;
  code: MarkCode;
  issuedAt: Date;
  /** Its own time is over. The mark may be in force all the same, while a renewal is assessed. */
  runOut: boolean;
  status: { list: number; index: number };
  payload: Record<string, unknown>;
  jwt: string;
};
export type CredentialCheck = VerifiedCredential | { ok: false; why: CredentialFault };

/** `issued`: when we issued this JWT for this mark; left out where the register cannot be asked. */
export type CredentialTrust = Trust & { issued?: (code: MarkCode, jwt: string) => Promise<Date | undefined> };

/** A JWT of ours has three thousand characters; with the longest name and ten activities, six. */
const longestJwt = 20_000;
const largestFile = 5 * 1024 * 1024;
/** Clocks differ by so many seconds. */
const leeway = 60;

/**
 * Whether this is a credential that we signed for a mark, unchanged: a JWT, or a badge with one in it. It says nothing about whether the mark is in force.
 * Answers whatever it is given; throws only what `keyOf` and `issued` throw, because then nothing could be checked.
 */
export async function verifyCredential(given: string | Uint8Array, trust: CredentialTrust): Promise<CredentialCheck> {
  const carried = jwtIn(given);
  if (!carried.ok) return carried;
  const { jwt } = carried;
  const read = await readSigned(jwt, { purpose: "credential", types: ["JWT", "vc+jwt"], longest: longestJwt }, trust);
  if (!read.ok) return read;
  const said = whatItSays(read.payload, trust.origin);
  if (!said) return { ok: false, why: "claims" };
  const now = seconds(trust.now);
  if (said.nbf > now + leeway || said.iat > now + leeway) return { ok: false, why: "not_yet" };
  const issuedAt = await issuedWhen(read.key, { ...said, jwt }, trust);
  if (typeof issuedAt === "string") return { ok: false, why: issuedAt };
  return { ok: true, code: said.code, issuedAt, runOut: said.exp <= now, status: said.status, payload: read.payload, jwt };
}

type Found = Carried | { ok: false; why: "too_large" };

/** The one JWT in what was given: a text, or the bytes of a text or a picture. */
function jwtIn(given: string | Uint8Array): Found {
  if (given.length > largestFile) return { ok: false, why: "too_large" };
  if (typeof given !== "string" && isPng(given)) return fromPng(given);
  const text = typeof given === "string" ? given : Buffer.from(given).toString("utf8");
  return isSvg(text) ? fromSvg(text) : { ok: true, jwt: text.trim() };
}

const moment = z.iso.datetime().transform((text) => seconds(new Date(text)));
const second = z.number().int().nonnegative();
const Said = z.object({
  "@context": z.tuple([z.literal(contexts[0]), z.literal(contexts[1])]),
  id: z.string(),
  type: z.tuple([z.literal("VerifiableCredential"), z.literal("OpenBadgeCredential")]),
  issuer: z.object({ id: z.string() }),
  validFrom: moment,
  validUntil: moment,
  credentialSubject: z.object({ id: z.string() }),
  credentialStatus: z.object({
    id: z.string(),
    type: z.literal("BitstringStatusListEntry"),
    statusPurpose: z.literal("message"),
    statusSize: z.literal(2),
    statusListIndex: z.string().regex(/^(0|[1-9]\d{0,5})$/),
    statusListCredential: z.string(),
  }),
  iss: z.string(),
  jti: z.string(),
  sub: z.string(),
  iat: second,
  nbf: second,
  exp: second,
});

/** What a payload says, where every claim agrees with its field and all of it with who we are. */
function whatItSays(payload: unknown, origin: string) {
  const parsed = Said.safeParse(payload);
  if (!parsed.success) return undefined;
  const { id, issuer, validFrom, validUntil, credentialSubject, credentialStatus: entry, iss, jti, sub, iat, nbf, exp } = parsed.data;
  const code = MarkCode.safeParse(id.split("/").at(-2));
  const lists = `${origin}/status-lists/`;
  const list = entry.statusListCredential.slice(lists.length);
  const agrees =
    code.success &&
    id === credentialId(origin, code.data) &&
    jti === id &&
    issuer.id === issuerId(origin) &&
    iss === issuer.id &&
    sub === credentialSubject.id &&
    nbf === validFrom &&
    exp === validUntil &&
    nbf < exp &&
    entry.statusListCredential.startsWith(lists) &&
    /^[1-9]\d{0,8}$/.test(list) &&
    entry.id === `${entry.statusListCredential}#${entry.statusListIndex}`;
  return agrees ? { code: code.data, iat, nbf, exp, status: { list: Number(list), index: Number(entry.statusListIndex) } } : undefined;
}

/** When it was issued, as far as that can be believed. A key in other hands signs any date: then only our own record counts. */
async function issuedWhen(key: SigningKey, { code, iat, jwt }: { code: MarkCode; iat: number; jwt: string }, { issued }: CredentialTrust) {
  const recorded = await issued?.(code, jwt);
  if (issued && !recorded) return "not_recorded" as const;
  if (!recorded && key.compromisedAfter) return "key_not_believed" as const;
  // Claims count whole seconds; the key may be some milliseconds older.
  const at = recorded ?? new Date(iat * 1000 + 999);
  return believedAt(key, at) ? (recorded ?? new Date(iat * 1000)) : ("key_not_believed" as const);
}
