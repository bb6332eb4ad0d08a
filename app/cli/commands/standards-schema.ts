import { join } from "node:path";
import { standardsFolder } from "~/standards/load.server";
import { staleSchemas, writeSchemas } from "~/standards/schema.server";
import { shownPath } from "~/standards/yaml-file.server";
import { type Command, readWords } from "../command";

const folder = join(standardsFolder, "schema");

const schema: Command = async (words, { out, err }) => {
  const { flags } = readWords(words, ["check"], [0, 0]);
  const shown = (name: string) => shownPath(join(folder, name));
  if (!flags.has("check")) {
    for (const name of writeSchemas(folder)) out(`wrote ${shown(name)}`);
    return 0;
  }
  const stale = staleSchemas(folder);
  for (const name of stale) err(`${shown(name)} is not what the grammar gives: run \`waymark standards schema\``);
  return stale.length === 0 ? 0 : 1;
};
export default schema;
