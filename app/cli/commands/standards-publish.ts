import { clock } from "~/platform/clock.server";
import type { LoadedVersion } from "~/standards/load.server";
import { planPublication, publishStandards, refusalWords } from "~/standards/publish.server";
import { type Command, readWords } from "../command";
import { withDatabase } from "../database.server";

const publish: Command = async (words, { out, err }) => {
  const { flags } = readWords(words, ["dry-run"], [0, 0]);
  const dry = flags.has("dry-run");
  const done = await withDatabase(({ db }) => (dry ? planPublication(db) : publishStandards(db, clock, { system: "waymark" })));
  if (!done.ok) {
    err(refusalWords(done));
    return 1;
  }
  for (const each of done.publish) out(`${dry ? "would publish" : "published"} ${nameOf(each)}`);
  for (const each of done.unchanged) out(`unchanged ${nameOf(each)}`);
  return 0;
};
export default publish;

const nameOf = ({ standard: { key, version }, sha256 }: LoadedVersion) => `${key}@${version} sha256 ${sha256}`;
