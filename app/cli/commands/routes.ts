import { addresses } from "~/platform/authorisation";
import { type Command, readWords } from "../command";

const routes: Command = async (words, { out }) => {
  const { flags } = readWords(words, ["json"], [0, 0]);
  if (flags.has("json")) out(JSON.stringify(addresses));
  else for (const { method, pattern, who, changes } of addresses) out(`${method.padEnd(4)} ${pattern}  ${who}${changes ? "  changes" : ""}`);
  return 0;
};
export default routes;
