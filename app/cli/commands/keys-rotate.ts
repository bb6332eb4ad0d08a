import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { leafPurposes } from "~/marks/keys/key";
import { type InService, makeKey } from "~/marks/keys/make-keys.server";
import { clock } from "~/platform/clock.server";
import { settings } from "~/platform/env.server";
import { fingerprintOf } from "~/platform/signing/certify.server";
import { CalledWrongly, type Command, type Exit, readWords } from "../command";
import { withDatabase } from "../database.server";
import { notMade } from "./keys-make";

/** A new key for one purpose, now. With `NAME` and `PUBLIC-PEM` it is one that the key service has made. */
const rotate: Command = async (words, { out, err }) => {
  const { rest } = readWords(words, [], [2, 4]);
  const purpose = leafPurposes.find((each) => each === rest[0]);
  if (!purpose) throw new CalledWrongly(`"${rest[0]}" is no purpose; expected one of ${leafPurposes.join(", ")}`);
  if (rest.length === 3) throw new CalledWrongly("a key in the key service needs its name there and a file with its public half in PEM");
  const rootFolder = resolve(rest[1]!);
  const inService: InService | undefined = rest[2] === undefined ? undefined : { name: rest[2], publicPem: await readFile(rest[3]!, "utf8") };
  return withDatabase<Exit>(async ({ db }) => {
    const made = await makeKey(db, clock, { by: { system: "waymark" }, folder: settings().keys.folder, issuer: settings().issuer, purpose, rootFolder, inService });
    if (!made.ok) {
      err(notMade[made.why]);
      return 1;
    }
    out(`made    ${made.key.kid}, SHA-256 ${fingerprintOf(made.key.certificate)}`);
    return 0;
  });
};
export default rotate;
