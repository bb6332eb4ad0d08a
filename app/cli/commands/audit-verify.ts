import { verifyChain } from "~/audit/verify.server";
import { type Command, readWords } from "../command";
import { withDatabase } from "../database.server";

const verify: Command = async (words, { out, err }) => {
  readWords(words, [], [0, 0]);
  const chain = await withDatabase(({ sql }) => verifyChain(sql));
  if (chain.ok) {
    out(`chain ok, ${chain.events} events, head ${chain.head}`);
    return 0;
  }
  err(`chain broken at event ${chain.seq}: ${broken[chain.why]}`);
  return 1;
};
export default verify;

const broken = {
  hash: "what it says is not what was hashed when it was written",
  link: "it does not follow the event before it",
  gap: "an event is missing here",
};
