import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { checkStandards } from "~/standards/check.server";
import { standardsFolder } from "~/standards/load.server";
import { faultLine } from "~/standards/yaml-file.server";
import { CalledWrongly, type Command, readWords } from "../command";

const check: Command = async (words, { out }) => {
  const { rest } = readWords(words, [], [0, 1]);
  const folder = rest[0] === undefined ? standardsFolder : resolve(rest[0]);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new CalledWrongly(`there is no folder ${folder}`);
  const { versions, faults, warnings } = checkStandards(folder);
  if (versions === 0 && faults.length === 0) throw new CalledWrongly(`there is no standard in ${folder}; expected folders such as referral-capacity/1.0.0 with a standard.yaml`);
  for (const fault of faults) out(faultLine(fault));
  for (const warning of warnings) out(faultLine({ ...warning, message: `warning: ${warning.message}` }));
  return faults.length === 0 ? 0 : 1;
};
export default check;
