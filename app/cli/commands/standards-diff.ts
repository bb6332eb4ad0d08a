import { changeWords } from "~/standards/change-words";
import { type ComparedChange, compare, textsOf } from "~/standards/compare";
import { diffJson } from "~/standards/diff-json";
import { factLabels } from "~/standards/facts.server";
import { loadStandards } from "~/standards/load.server";
import { faultLine } from "~/standards/yaml-file.server";
import { CalledWrongly, type Command, readWords } from "../command";

const diff: Command = async (words, { out, err }) => {
  const { flags, rest } = readWords(words, ["json"], [2, 2]);
  const [from, to] = rest.map(nameOf) as [Name, Name];
  if (from.key !== to.key) throw new CalledWrongly(`expected two versions of one standard, found ${from.key} and ${to.key}`);
  const { versions, faults } = loadStandards();
  const own = versions.map(({ standard }) => standard).filter(({ key }) => key === from.key);
  const absent = [from, to].filter(({ version }) => !own.some((each) => each.version === version));
  if (absent.length > 0) {
    for (const { key, version } of absent) err(`there is no ${key}@${version} in standards/`);
    for (const fault of faults) err(faultLine(fault));
    return 1;
  }
  const found = compare(own, from.version, to.version, factLabels());
  if (!found) {
    err(`no changes lead from ${from.version} to ${to.version}; expected the older version first`);
    return 1;
  }
  if (flags.has("json")) out(JSON.stringify(diffJson(found, from.key)));
  else for (const change of found.changes) out(inWords(change));
  return 0;
};
export default diff;

type Name = { key: string; version: string };

function nameOf(word: string): Name {
  const [, key, version] = /^([a-z][a-z0-9-]*)@(\d+\.\d+\.\d+)$/.exec(word) ?? [];
  if (!key || !version) throw new CalledWrongly(`expected a standard and its version such as referral-capacity@1.0.0, found "${word}"`);
  return { key, version };
}

function inWords(change: ComparedChange) {
  const { version, type, criteria, successors, what, reason, what_to_do, pieces } = change;
  const named = [criteria.join(", "), successors.join(", ")].filter((each) => each !== "").join(" to ");
  const lines = (mark: string, text: string | null) => (text ?? "").split("\n").flatMap((line) => (line === "" ? [] : `  ${mark} ${line}`));
  return [
    `${version} ${type}${named && ` ${named}`} (${changeWords[type]}): ${what}`,
    ...lines("-", textsOf(pieces, "old")),
    ...lines("+", textsOf(pieces, "new")),
    `  Why: ${reason}`,
    `  What to do: ${what_to_do}`,
  ].join("\n");
}
