import { access, constants, mkdir } from "node:fs/promises";
import { verifyChain } from "~/audit/verify.server";
import { allKeys } from "~/marks/keys/find-keys.server";
import { purposesDue } from "~/marks/keys/key";
import { londonDay } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import { pendingMigrations } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { notOnDiskWords, planPublication, refusalWords } from "~/standards/publish.server";
import { type Command, readWords } from "../command";
import { withDatabase } from "../database.server";

/** What was looked at, and whether it is in order. `said` is one or more lines. */
type Finding = { what: string; ok: boolean; said: string };

const doctor: Command = async (words, { out }) => {
  readWords(words, [], [0, 0]);
  const findings = await withDatabase(async ({ db, sql }) => [
    { what: "node", ok: nodeIsNewEnough(), said: process.version },
    { what: "address", ok: true, said: settings().baseUrl },
    await database(sql),
    await files(),
    { what: "mail", ok: true, said: settings().smtpUrl ? "SMTP_URL" : "kept in the outbox; nothing is sent" },
    await keys(db),
    await standards(db),
    await trail(sql),
  ]).catch((error: Error): Finding[] => [{ what: "database", ok: false, said: error.message }]);
  for (const { what, ok, said } of findings) out(`${ok ? "ok     " : "wrong  "} ${what.padEnd(10)} ${said}`);
  return findings.every(({ ok }) => ok) ? 0 : 1;
};
export default doctor;

function nodeIsNewEnough() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  return major > 20 || (major === 20 && minor >= 19);
}

async function database(sql: Parameters<typeof pendingMigrations>[0]): Promise<Finding> {
  const [where] = await sql`show server_version`;
  const pending = await pendingMigrations(sql).catch(() => undefined);
  const state = pending === undefined ? "what it was migrated to cannot be read" : pending === 0 ? "migrated" : `${pending} migrations behind: start the server once`;
  return {
    what: "database",
    ok: pending === 0,
    said: `${settings().databaseUrl ? "DATABASE_URL" : `embedded, in ${settings().data}`}, PostgreSQL ${where?.server_version}, ${state}`,
  };
}

async function keys(db: Parameters<typeof allKeys>[0]): Promise<Finding> {
  const due = purposesDue(await allKeys(db), Number(londonDay(clock.now()).slice(0, 4)));
  return { what: "keys", ok: due.length === 0, said: due.length === 0 ? "every purpose has its key of this year" : `no key of this year for ${due.join(", ")}: waymark keys make` };
}

async function files(): Promise<Finding> {
  const folder = settings().files;
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.R_OK | constants.W_OK);
    return { what: "files", ok: true, said: folder };
  } catch (error) {
    return { what: "files", ok: false, said: `${folder} cannot be written: ${(error as Error).message}` };
  }
}

async function standards(db: Parameters<typeof planPublication>[0]): Promise<Finding> {
  const plan = await planPublication(db);
  if (!plan.ok) return { what: "standards", ok: false, said: refusalWords(plan) };
  const waiting = plan.publish.map(({ standard: { key, version } }) => `${key}@${version}`).join(", ");
  const said = [waiting === "" ? `${plan.unchanged.length + plan.notOnDisk.length} versions published` : `not yet published: ${waiting}; run waymark standards publish`];
  return {
    what: "standards",
    ok: waiting === "" && plan.notOnDisk.every(({ byEditor }) => byEditor),
    said: [...said, ...plan.notOnDisk.map(notOnDiskWords)].join("\n"),
  };
}

async function trail(sql: Parameters<typeof verifyChain>[0]): Promise<Finding> {
  const chain = await verifyChain(sql);
  return { what: "audit", ok: chain.ok, said: chain.ok ? `${chain.events} events, chain ok` : `chain broken at event ${chain.seq}` };
}
