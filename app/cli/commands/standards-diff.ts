import { changeWord } from "~/standards/change-words";
import { type Comparison, compare, textsOf } from "~/standards/compare";
import { diffJson } from "~/standards/diff-json";
import { factLabels } from "~/standards/facts.server";
import { loadStandards } from "~/standards/load.server";
import type { NetLine } from "~/standards/net";
import { cameWords, fateLine } from "~/standards/net-words";
import type { ComparedChange, Piece } from "~/standards/pieces";
import { inEnglish } from "~/standards/telling";
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
  const found = compare(own, from.version, to.version, inEnglish(factLabels()));
  if (!found) {
    err(`no changes lead from ${from.version} to ${to.version}; expected the older version first`);
    return 1;
  }
  if (flags.has("json")) out(JSON.stringify(diffJson(found, from.key)));
  else for (const paragraph of inWords(found)) out(paragraph);
  return 0;
};
export default diff;

type Name = { key: string; version: string };

function nameOf(word: string): Name {
  const [, key, version] = /^([a-z][a-z0-9-]*)@(\d+\.\d+\.\d+)$/.exec(word) ?? [];
  if (!key || !version) throw new CalledWrongly(`expected a standard and its version such as referral-capacity@1.0.0, found "${word}"`);
  return { key, version };
}

/** From one version to the next: its changes. Over several: what came of each criterion in the end. */
function inWords({ changes, net: { criteria, rules } }: Comparison): string[] {
  if (new Set(changes.map(({ version }) => version)).size < 2) return changes.map(changeInWords);
  const lines = criteria.filter(({ fate }) => fate !== "stayed").map((line) => cameInWords(fateLine(line), line));
  return rules ? [...lines, cameInWords("How a mark is worked out", { ...rules, between: [] })] : lines;
}

const marked = (mark: string, text: string | null) => (text ?? "").split("\n").flatMap((line) => (line === "" ? [] : `  ${mark} ${line}`));
const texts = (pieces: Piece[]) => [...marked("-", textsOf(pieces, "old")), ...marked("+", textsOf(pieces, "new"))];

function changeInWords({ version, type, criteria, successors, what, reason, what_to_do, pieces }: ComparedChange) {
  const named = [criteria.join(", "), successors.join(", ")].filter((each) => each !== "").join(" to ");
  return [`${version} ${type}${named && ` ${named}`} (${changeWord(type)}): ${what}`, ...texts(pieces), `  Why: ${reason}`, `  What to do: ${what_to_do}`].join("\n");
}

function cameInWords(heading: string, { fate, between, changes, pieces, what_to_do }: Omit<NetLine, "was" | "is" | "title" | "textIn">) {
  const came = cameWords({ fate, between, changes });
  return [
    heading,
    ...(came ? [`  ${came}`] : []),
    ...changes.map(({ version, type, what, reason, holds }) => `  ${version} ${type} (${changeWord(type)}): ${what} Why: ${reason}${holds ? "" : " (changed back since)"}`),
    ...texts(pieces),
    `  What to do: ${what_to_do ?? "Nothing."}`,
  ].join("\n");
}
