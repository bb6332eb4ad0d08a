import { leastToPublish } from "~/review/agreement";
import { type ReadersAgreement, readersAgreement } from "~/review/agreement.server";
import { agreementWords } from "~/review/agreement-words";
import { versionsOf } from "~/standards/versions.server";
import { type Command, readWords } from "../command";
import { withDatabase } from "../database.server";

const agreementReaders: Command = async (words, { out, err }) => {
  const { flags, rest } = readWords(words, ["json"], [0, 1]);
  const [key] = rest;
  const found = await withDatabase(async ({ db }) => (key !== undefined && (await versionsOf(db, key)).length === 0 ? undefined : readersAgreement(db, key)));
  if (!found) {
    err(`no version of "${key}" was published here`);
    return 1;
  }
  if (flags.has("json")) out(JSON.stringify(found));
  else for (const line of inWords(found)) out(line);
  return 0;
};
export default agreementReaders;

function inWords({ overall, versions }: ReadersAgreement): string[] {
  return [
    `all: ${agreementWords(overall)}`,
    ...versions.flatMap(({ key, version, overall, criteria }) => [
      `${key}@${version}: ${agreementWords(overall)}`,
      ...criteria.map(({ id, ...figures }) => `  ${id}: ${agreementWords(figures)}`),
    ]),
    `Figures are published only from ${leastToPublish} pairs, and kappa never alone. Wanted: the same side of Met 85 % overall and 90 % in must-haves, linear kappa 0.600.`,
  ];
}
