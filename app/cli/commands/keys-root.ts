import { resolve } from "node:path";
import { makeRoot } from "~/marks/keys/make-keys.server";
import { clock } from "~/platform/clock.server";
import { settings } from "~/platform/env.server";
import { fingerprintOf } from "~/platform/signing/certify.server";
import { type Command, readWords } from "../command";
import { withDatabase } from "../database.server";

/** `FOLDER` is on the medium that will be locked away. */
const root: Command = async (words, { out }) => {
  const { rest } = readWords(words, [], [1, 1]);
  const folder = resolve(rest[0]!);
  const key = await withDatabase(({ db }) => makeRoot(db, clock, { by: { system: "waymark" }, folder, issuer: settings().issuer }));
  out(`made    ${key.kid}, its private key in ${folder}`);
  out(`SHA-256 ${fingerprintOf(key.certificate)}`);
  return 0;
};
export default root;
