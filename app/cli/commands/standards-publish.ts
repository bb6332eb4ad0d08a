import { touchedBy, touchedWords } from "~/marks/touched";
import { openWorkOf } from "~/marks/touched.server";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/database.server";
import type { LoadedVersion } from "~/standards/load.server";
import { notOnDiskWords, planPublication, publishStandards, refusalWords } from "~/standards/publish.server";
import { type Command, readWords, type Terminal } from "../command";
import { withDatabase } from "../database.server";

const publish: Command = async (words, terminal) => {
  const { flags } = readWords(words, ["dry-run"], [0, 0]);
  const dry = flags.has("dry-run");
  return withDatabase(async ({ db }) => {
    const done = await (dry ? planPublication(db) : publishStandards(db, clock, { system: "waymark" }));
    if (!done.ok) {
      terminal.err(refusalWords(done));
      return 1;
    }
    for (const each of done.publish) {
      terminal.out(`${dry ? "would publish" : "published"} ${nameOf(each)}`);
      if (dry) await sayTouched(db, each, terminal);
    }
    for (const { key, version, language, sha256 } of done.translate) terminal.out(`${dry ? "would translate" : "translated"} ${key}@${version} ${language} sha256 ${sha256}`);
    for (const each of done.unchanged) terminal.out(`unchanged ${nameOf(each)}`);
    for (const each of done.notOnDisk) terminal.err(notOnDiskWords(each));
    return 0;
  });
};
export default publish;

const nameOf = ({ standard: { key, version }, sha256 }: LoadedVersion) => `${key}@${version} sha256 ${sha256}`;

/** Whose drafts and marks each change would touch, a line each. */
async function sayTouched(db: Db, { standard }: LoadedVersion, { out }: Terminal) {
  if (!standard.changes) return;
  const work = await openWorkOf(db, standard.key, clock.now());
  for (const change of standard.changes.changes) {
    const about = [change.criteria.join(", "), ...(change.successors.length > 0 ? [`→ ${change.successors.join(", ")}`] : [])].filter(Boolean).join(" ");
    out(`  ${change.type}${about && ` ${about}`}: touches ${touchedWords(change.type, touchedBy(change, standard, work))}`);
  }
}
