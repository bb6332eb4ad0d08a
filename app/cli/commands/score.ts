import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Standard } from "#standards/format";
import { loadStandards, standardsFolder } from "~/standards/load.server";
import { type Outcome, score } from "~/standards/score";
import { readScoreInput } from "~/standards/score-input";
import { faultLine } from "~/standards/yaml-file.server";
import { CalledWrongly, type Command, readWords } from "../command";

const scoreCommand: Command = async (words, { out, err, input }) => {
  const { flags, rest } = readWords(words, ["json"], [1, 1]);
  const folder = folderOf(rest[0] ?? "");
  const { versions, faults } = loadStandards(folder);
  const standard = versions[0]?.standard;
  if (!standard) {
    for (const fault of faults) err(faultLine(fault));
    return 1;
  }
  const given = parse(await input());
  const outcomes = scored(standard, Array.isArray(given) ? given : [given], Array.isArray(given));
  if (flags.has("json")) out(JSON.stringify(Array.isArray(given) ? outcomes : outcomes[0]));
  else for (const outcome of outcomes) out(inWords(outcome));
  return 0;
};
export default scoreCommand;

function folderOf(name: string) {
  const [, key, version] = /^([a-z][a-z0-9-]*)@(\d+\.\d+\.\d+)$/.exec(name) ?? [];
  if (!key || !version) throw new CalledWrongly(`expected a standard and its version such as referral-capacity@1.0.0, found "${name}"`);
  const folder = join(standardsFolder, key, version);
  if (!existsSync(folder)) throw new CalledWrongly(`there is no standards/${key}/${version}`);
  return folder;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CalledWrongly(`standard input is not JSON: ${(error as Error).message}`);
  }
}

function scored(standard: Standard, given: unknown[], many: boolean): Outcome[] {
  const read = given.map((each) => readScoreInput(standard, each));
  const faults = read.flatMap((each, at) => (each.ok ? [] : each.faults.map((fault) => (many ? `[${at}] ${fault}` : fault))));
  if (faults.length > 0) throw new CalledWrongly(`standard input cannot be scored\n${faults.map((fault) => `  ${fault}`).join("\n")}`);
  return read.flatMap((each) => (each.ok ? score(standard, each.input) : []));
}

function inWords(outcome: Outcome) {
  const points = "points" in outcome ? `, ${outcome.points} of ${outcome.max} points` : "";
  const potential = "potential" in outcome ? `, ${outcome.potential} once these are Met` : "";
  const criteria = "criteria" in outcome ? `: ${outcome.criteria.join(", ")}` : "";
  const flags = "flags" in outcome && outcome.flags.length > 0 ? ` (${outcome.flags.join(", ")})` : "";
  return `${outcome.outcome}${points}${potential}${criteria}${flags}`;
}
