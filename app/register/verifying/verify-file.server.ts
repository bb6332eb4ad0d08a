import type { MarkCode } from "~/marks/code";
import type { CredentialFault } from "~/marks/credential/fault";
import { credentialIssued } from "~/marks/credential/issue.server";
import { verifyCredential } from "~/marks/credential/verify.server";
import type { FoundMark } from "~/marks/found-mark";
import { allKeys, keyByKid } from "~/marks/keys/find-keys.server";
import type { Clock } from "~/platform/clock";
import { pool } from "~/platform/database.server";
import { sha256 } from "~/platform/files.server";
import { fingerprintOf } from "~/platform/signing/certify.server";
import type { Language } from "~/platform/words";
import { titlesIn } from "~/standards/translation/titles-in.server";
import { countUnknown } from "../limits/count-unknown.server";
import { markByCode, markBySha256 } from "../mark.server";
import { markAnswer, withdrawnLongAgo } from "../mark-answer";
import type { Verification } from "../public-shapes";
import { markTitled } from "../titled";
import { registerWords } from "../words/register-words";
import { lookInThread } from "./in-thread.server";
import type { Look } from "./look-into.server";
import { issuedAfterKeyWasLost } from "./lost-key.server";
import { codesNamed } from "./named";
import { credentialAnswer, type Reason } from "./reasons.server";

/** `origin` has no slash at its end. `from`: who asks, for counting codes that nobody has. */
export type Asked = { clock: Clock; origin: string; language?: Language; from: string };
/** `tooMany`: seconds until somebody at this address may ask for codes again that we never issued. */
export type Verified = { verification: Verification; tooMany?: undefined } | { verification?: undefined; tooMany: number };

/**
 * What a file is: ours unchanged, ours changed, somebody else's, or nothing we can read. The bytes are forgotten afterwards. What our register holds the hash of is not even looked into.
 * Never says that a mark is in force because of a file: that comes from the register alone. Throws when the register cannot be asked: then nothing was checked.
 */
export async function verifyFile(asked: Asked, bytes: Buffer): Promise<Verified> {
  const known = await verifyHash(asked, sha256(bytes));
  if (known) return { verification: known };
  const certificates = (await allKeys(pool.db)).filter(({ purpose }) => purpose === "certificate");
  const look = await lookInThread(
    bytes,
    certificates.map(({ certificate }) => certificate),
  );
  if (look.is === "unreadable") return { verification: say(asked, "unreadable", null, [`unreadable_${look.why}`]) };
  if (look.is === "pdf") {
    const lost = certificates.filter(({ compromisedAfter }) => compromisedAfter !== null).map(({ certificate }) => fingerprintOf(certificate));
    return ofPdf(asked, look, lost);
  }
  return ofCredential(asked, look);
}

/** The same for a file that stayed where it is: only its hash came to us. Undefined where we issued no such file. */
export async function verifyHash(asked: Asked, hex: string): Promise<Verification | undefined> {
  const issued = await markBySha256(hex);
  if (!issued) return undefined;
  const kind = issued.certificate?.sha256 === hex ? "pdf" : "credential";
  return genuine(asked, kind, issued, (await issuedAfterKeyWasLost(hex)) ? ["key_lost_since"] : []);
}

async function ofPdf(asked: Asked, { codes, signature, jwt }: Extract<Look, { is: "pdf" }>, lost: string[]): Promise<Verified> {
  const all = [...new Set([...(codes as MarkCode[]), ...(jwt ? codesNamed(jwt, asked.origin) : [])])];
  return named(asked, all, (mark) => {
    if (signature.ok) return say(asked, "not_ours", "pdf", [lost.includes(signature.signer) ? "key_lost" : "not_recorded", "do_not_rely"], mark);
    if (signature.why === "not_ours") return say(asked, "not_ours", "pdf", ["signed_by_another", mark ? "go_by_register" : "do_not_rely"], mark);
    if (mark || signature.why === "altered") return say(asked, "altered", "pdf", ["changed", `signature_${signature.why}`, mark ? "go_by_register" : "do_not_rely"], mark);
    return say(asked, "not_ours", "pdf", [all.length > 0 ? "unknown_code" : "no_code", "do_not_rely"]);
  });
}

/** Our own copy first: it is believed whatever became of the key. Otherwise everything in it has to be as we would have signed it. */
async function ofCredential(asked: Asked, { is, jwt }: Extract<Look, { jwt: string; is: "credential" | "badge" }>): Promise<Verified> {
  const hash = sha256(jwt);
  const known = await markBySha256(hash);
  if (known) return { verification: await genuine(asked, is, known, (await issuedAfterKeyWasLost(hash)) ? ["key_lost_since"] : []) };
  const { clock, origin } = asked;
  const issued = (code: MarkCode, text: string) => credentialIssued(pool.db, code, text);
  const check = await verifyCredential(jwt, { keyOf: (kid) => keyByKid(pool.db, kid), origin, now: clock.now(), issued });
  return named(asked, check.ok ? [check.code] : codesNamed(jwt, origin), async (mark) => {
    if (check.ok && mark) return genuine(asked, is, mark, []);
    const why: CredentialFault = check.ok ? "not_recorded" : check.why;
    // The other of the two forms in which we signed it: its hash is not kept, but its text is.
    if (why === "key_not_believed" && mark && (await issued(mark.code as MarkCode, jwt))) return genuine(asked, is, mark, ["key_lost_since"]);
    const { document, reason } = credentialAnswer[why];
    return say(asked, document, document === "unreadable" ? null : is, [reason, mark ? "go_by_register" : "do_not_rely"], mark);
  });
}

/** With the first of these codes that we issued; a file that names only others is counted as a guess. */
async function named(asked: Asked, codes: MarkCode[], answer: (mark?: FoundMark) => Verification | Promise<Verification>): Promise<Verified> {
  const found = await Promise.all(codes.map(markByCode));
  const mark = found.find((each) => each !== undefined);
  if (!mark && codes.length > 0) {
    const counted = await countUnknown(pool.db, asked.clock, asked.from);
    if (counted.tooMany) return { tooMany: counted.retryAfter };
  }
  return { verification: await answer(mark && markTitled(mark, await titlesIn(pool.db, asked.language ?? "en"))) };
}

async function genuine(asked: Asked, kind: Verification["kind"] & string, issued: FoundMark, more: Reason[]): Promise<Verification> {
  const mark = markTitled(issued, await titlesIn(pool.db, asked.language ?? "en"));
  const today = markAnswer(mark, asked.clock.now(), asked.origin);
  const state = today.in_force ? "in_force" : withdrawnLongAgo(today) ? "none" : "over";
  return say(asked, "genuine", kind, [`genuine_${kind}`, state, ...more], mark);
}

function say({ clock, origin, language = "en" }: Asked, document: Verification["document"], kind: Verification["kind"], reasons: Reason[], named?: FoundMark): Verification {
  const t = registerWords(language);
  const mark = named ? markAnswer(named, clock.now(), origin) : null;
  return { document, kind, reasons: reasons.map((each) => t(`file.why.${each}`)), mark, in_force: mark?.in_force ?? null };
}
