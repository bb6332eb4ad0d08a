import { resolve } from "node:path";
import { allKeys } from "~/marks/keys/find-keys.server";
import { purposesDue } from "~/marks/keys/key";
import { makeKey, type NotMade } from "~/marks/keys/make-keys.server";
import { londonDay } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import { settings } from "~/platform/env.server";
import { fingerprintOf } from "~/platform/signing/certify.server";
import { type Command, type Exit, readWords } from "../command";
import { withDatabase } from "../database.server";

/** Keys in files for every purpose that has none of this year. */
const make: Command = async (words, { out, err }) => {
  const { rest } = readWords(words, [], [1, 1]);
  const rootFolder = resolve(rest[0]!);
  return withDatabase<Exit>(async ({ db }) => {
    const due = purposesDue(await allKeys(db), Number(londonDay(clock.now()).slice(0, 4)));
    if (due.length === 0) out("every purpose has its key of this year");
    for (const purpose of due) {
      const made = await makeKey(db, clock, { by: { system: "waymark" }, folder: settings().keys.folder, issuer: settings().issuer, purpose, rootFolder });
      if (!made.ok) {
        err(notMade[made.why]);
        return 1;
      }
      out(`made    ${made.key.kid}, SHA-256 ${fingerprintOf(made.key.certificate)}`);
    }
    return 0;
  });
};
export default make;

export const notMade: Record<NotMade["why"], string> = {
  no_root: "there is no root yet; begin with: waymark keys root FOLDER",
  no_root_key: "the root's private key is not in that folder: put in the medium it was made on",
};
