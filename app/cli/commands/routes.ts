import { type Access, authorisation, kinds } from "~/authorisation";
import { type Command, readWords } from "../command";

const routes: Command = async (words, { out }) => {
  const { flags } = readWords(words, ["json"], [0, 0]);
  const all = authorisation.map(asAnswer);
  if (flags.has("json")) out(JSON.stringify(all));
  else for (const { method, pattern, who, changes } of all) out(`${method.padEnd(4)} ${pattern}${changes ? "  changes" : ""}  ${who.join(", ")}`);
  return 0;
};
export default routes;

/** `who` may use it at all; `may` says how far: see `app/authorisation.ts`. */
const asAnswer = ({ address, method, answers, may, changes, demo }: Access) => ({
  pattern: address,
  method,
  who: kinds.filter((kind) => may[kind] !== "-"),
  may,
  changes,
  answers,
  demo,
});
