import { allKeys } from "~/marks/keys/find-keys.server";
import { inUse } from "~/marks/keys/key";
import { fingerprintOf } from "~/platform/signing/certify.server";
import { type Command, readWords } from "../command";
import { withDatabase } from "../database.server";

const list: Command = async (words, { out, err }) => {
  const { flags } = readWords(words, ["json"], [0, 0]);
  const keys = await withDatabase(({ db }) => allKeys(db));
  const shown = keys.map((key) => ({
    kid: key.kid,
    purpose: key.purpose,
    year: key.year,
    state: key.compromisedAfter ? "compromised" : inUse(keys, key.purpose) === key ? "in use" : "earlier",
    made_at: key.madeAt.toISOString(),
    compromised_after: key.compromisedAfter?.toISOString() ?? null,
    held_in: key.serviceName ?? "file",
    fingerprint: fingerprintOf(key.certificate),
  }));
  if (flags.has("json")) out(JSON.stringify(shown));
  else if (shown.length === 0) err("no key was made yet; begin with: waymark keys root FOLDER");
  else for (const each of shown) out(`${each.kid.padEnd(30)} ${each.state.padEnd(12)} ${each.held_in.padEnd(6)} SHA-256 ${each.fingerprint}`);
  return 0;
};
export default list;
