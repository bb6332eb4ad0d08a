import { verifyChain } from "~/audit/verify.server";
import { type LogFault, verifyLog } from "~/marks/log/verify-log.server";
import { type Command, readWords } from "../command";
import { withDatabase } from "../database.server";

const verify: Command = async (words, { out, err }) => {
  readWords(words, [], [0, 0]);
  const { log, chain } = await withDatabase(async ({ sql }) => {
    const found = await verifyLog(sql);
    return { log: found, chain: await verifyChain(sql, found.ok ? found.anchors : []) };
  });
  if (chain.ok) out(`chain ok, ${chain.events} events, head ${chain.head}`);
  else err(`chain broken at event ${chain.seq}: ${broken[chain.why]}`);
  if (!log.ok) err(`log broken at ${logPlace(log)}: ${logBroken[log.why]}`);
  else if (chain.ok) out(`log ok, ${log.leaves} leaves, ${log.checkpoints} checkpoints, heads of the chain in it: ${log.anchors.length}`);
  return chain.ok && log.ok ? 0 : 1;
};
export default verify;

const broken = {
  hash: "what it says is not what was hashed when it was written",
  link: "it does not follow the event before it",
  gap: "an event is missing here",
  anchor: "every event fits the one before, but the head here is not the one that the public log has: the chain was written anew",
};

const logPlace = ({ why, at }: { why: LogFault; at: number }) => (why === "hash" || why === "gap" ? `leaf ${at}` : `the checkpoint of size ${at}`);
const logBroken: Record<LogFault, string> = {
  hash: "what it says is not what was hashed when it was added",
  gap: "a leaf is missing here",
  root: "the leaves are not those that were signed",
  note: "it is not what one of our keys signed",
};
