/** The same questions without register or network: what our saved keys and a saved status list can answer. Nothing here asks a database, and nothing of the file is believed that a key of ours did not sign. */
import { X509Certificate } from "node:crypto";
import { z } from "zod";
import type { CredentialFault } from "~/marks/credential/fault";
import { listValues, valueAt } from "~/marks/credential/status-list";
import { verifyCredential } from "~/marks/credential/verify.server";
import { verifyStatusList } from "~/marks/credential/verify-list.server";
import { type KeyPurpose, leafPurposes, type SigningKey } from "~/marks/keys/key";
import { fingerprintOf } from "~/platform/signing/certify.server";
import type { Verification } from "../public-shapes";
import { registerWords } from "../words/register-words";
import { lookInThread } from "./in-thread.server";
import { credentialAnswer, type Reason } from "./reasons.server";
import { type SignedMark, signedMark } from "./signed-mark";

/** `in_force` is null where that cannot be told. `as_known_on`: the moment up to which the saved list knows what became of marks. */
export type OfflineAnswer = Pick<Verification, "document" | "kind" | "reasons" | "in_force"> & { mark: SignedMark | null; as_known_on: string | null };

const Jwks = z.object({
  issuer: z.url(),
  keys: z.array(
    z.object({
      kid: z.string(),
      kty: z.literal("EC"),
      crv: z.literal("P-256"),
      x: z.string(),
      y: z.string(),
      purpose: z.enum(leafPurposes),
      x5c: z.array(z.base64()).min(1),
      compromised_after: z.iso.datetime().optional(),
    }),
  ),
});
export type SavedKeys = { origin: string; keys: SigningKey[] };

/** What was saved from `/.well-known/jwks.json`; undefined for anything else. Whoever saved it answers for where it came from. */
export function readSavedKeys(text: string): SavedKeys | undefined {
  try {
    const { issuer, keys } = Jwks.parse(JSON.parse(text));
    return { origin: issuer.replace(/\/+$/, ""), keys: keys.map(asKey) };
  } catch {
    return undefined;
  }
}

/** What can be said of a file with `saved` keys and a saved status list alone. `now` is the reader's own clock: a list past its time is refused, and then nothing is said about the mark. */
export async function verifyOffline(bytes: Buffer, saved: SavedKeys, list: string, now: Date): Promise<OfflineAnswer> {
  const certificates = saved.keys.filter(({ purpose }) => purpose === "certificate");
  const look = await lookInThread(
    bytes,
    certificates.map(({ certificate }) => certificate),
  );
  if (look.is === "unreadable") return say("unreadable", null, [`unreadable_${look.why}`]);
  if (look.is !== "pdf") return ofCredential(look.jwt, look.is, saved, list, now);
  const { signature, jwt } = look;
  if (!signature.ok) {
    if (signature.why === "not_ours") return say("not_ours", "pdf", ["signed_by_another", "do_not_rely"]);
    if (signature.why === "not_signed") return say("not_ours", "pdf", ["signature_not_signed", "do_not_rely"]);
    return say("altered", "pdf", ["changed", `signature_${signature.why}`, "do_not_rely"]);
  }
  const signer = certificates.find(({ certificate }) => fingerprintOf(certificate) === signature.signer);
  // A key in other hands signs any date; our register would know the file by its hash.
  if (!signer || signer.compromisedAfter) return say("unreadable", "pdf", ["offline_key_lost"]);
  if (!jwt) return say("genuine", "pdf", ["genuine_pdf_offline", "offline_no_credential"]);
  return ofCredential(jwt, "pdf", saved, list, now);
}

async function ofCredential(jwt: string, kind: "pdf" | "credential" | "badge", { origin, keys }: SavedKeys, list: string, now: Date): Promise<OfflineAnswer> {
  const trust = { origin, now, keyOf: async (kid: string) => keys.find((each) => each.kid === kid) };
  const check = await verifyCredential(jwt, trust);
  if (!check.ok) return refused(check.why, kind);
  const genuine: Reason = kind === "pdf" ? "genuine_pdf_offline" : `genuine_${kind}`;
  const mark = signedMark(check.payload, check.code, origin);
  const known = await verifyStatusList(list, trust);
  if (!known.ok) return say("genuine", kind, [genuine, known.why === "run_out" ? "offline_list_run_out" : "offline_list_not_ours"], mark);
  const asKnownOn = known.asAt.toISOString();
  if (known.number !== check.status.list) return say("genuine", kind, [genuine, "offline_another_list"], mark);
  const value = valueAt(known.bits, check.status.index);
  if (value !== listValues.current) return say("genuine", kind, [genuine, `offline_${values[value]}`], mark, false, asKnownOn);
  // Its last day is over since the list was made: a list of today may say otherwise.
  if (check.runOut && known.asAt < new Date(mark.over_at)) return say("genuine", kind, [genuine, "offline_run_out_since"], mark, null, asKnownOn);
  return say("genuine", kind, [genuine, "offline_current"], mark, true, asKnownOn);
}

function refused(why: CredentialFault, kind: "pdf" | "credential" | "badge"): OfflineAnswer {
  if (why === "key_not_believed") return say("unreadable", kind, ["offline_key_lost"]);
  const { document, reason } = credentialAnswer[why];
  return say(document, kind, [reason, "do_not_rely"]);
}

function say(
  document: Verification["document"],
  kind: Verification["kind"],
  reasons: Reason[],
  mark: SignedMark | null = null,
  in_force: boolean | null = null,
  as_known_on: string | null = null,
): OfflineAnswer {
  const t = registerWords("en");
  return { document, kind, reasons: reasons.map((each) => t(`file.why.${each}`)), mark, in_force, as_known_on };
}

const values = { [listValues.superseded]: "over", [listValues.suspended]: "suspended", [listValues.withdrawn]: "withdrawn" } as const;

function asKey({ kid, purpose, x5c, compromised_after, ...jwk }: z.infer<typeof Jwks>["keys"][number]): SigningKey {
  const certificate = new X509Certificate(Buffer.from(x5c[0]!, "base64"));
  const { x, y } = certificate.publicKey.export({ format: "jwk" });
  if (x !== jwk.x || y !== jwk.y) throw new Error(`The certificate of ${kid} is another key's.`);
  return {
    kid,
    purpose: purpose satisfies KeyPurpose,
    year: new Date(certificate.validFrom).getUTCFullYear(),
    jwk,
    certificate: certificate.toString(),
    rootKid: null,
    serviceName: null,
    madeAt: new Date(certificate.validFrom),
    compromisedAfter: compromised_after ? new Date(compromised_after) : null,
  };
}
