import { verifyChain } from "~/audit/verify.server";
import { verifyLog } from "~/marks/log/verify-log.server";
import { londonDay } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import { checkInvariants } from "~/platform/invariants.server";
import { type Command, readWords } from "../command";
import { withDatabase } from "../database.server";

const invariants: Command = async (words, { out }) => {
  readWords(words, [], [0, 0]);
  const found = await withDatabase(async ({ sql }) => {
    const log = await verifyLog(sql);
    const chain = await verifyChain(sql, log.ok ? log.anchors : []);
    return [
      ...(await checkInvariants(sql, londonDay(clock.now()))),
      { name: "what we signed of the public log is what it holds", ok: log.ok, ids: log.ok ? [] : [`${log.why} at ${log.at}`] },
      { name: "the audit trail is an unbroken chain", ok: chain.ok, ids: chain.ok ? [] : [`event ${chain.seq}`] },
    ];
  });
  for (const { name, ok, ids } of found) out(ok ? `ok      ${name}` : `broken  ${name}: ${ids.join(", ")}`);
  return found.every(({ ok }) => ok) ? 0 : 1;
};
export default invariants;
