import { standardsFolder } from "~/standards/load.server";
import { sealStandards } from "~/standards/seal.server";
import { faultLine } from "~/standards/yaml-file.server";
import { type Command, readWords } from "../command";

const seal: Command = async (words, { out, err }) => {
  readWords(words, [], [0, 0]);
  const sealed = sealStandards(standardsFolder);
  if (!sealed.ok) {
    for (const fault of sealed.faults) err(faultLine(fault));
    return 1;
  }
  for (const name of sealed.names) out(`sealed ${name}`);
  return 0;
};
export default seal;
