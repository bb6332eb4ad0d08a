import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { get } from "node:http";

export const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** Milliseconds of one call, the median of so many after a warm-up. */
export async function timed(run: () => unknown, times = 15): Promise<number> {
  for (let i = 0; i < 3; i++) await run();
  const took: number[] = [];
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    await run();
    took.push(performance.now() - start);
  }
  return median(took);
}

/** Starts a process and waits until it says a word. */
export async function started(args: string[], env: Record<string, string>, word: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "inherit"] });
  await new Promise<void>((done, fail) => {
    child.stdout!.on("data", (text: Buffer) => text.toString().includes(word) && done());
    child.once("exit", (code) => fail(new Error(`${args.join(" ")} ended with ${code}`)));
  });
  return child;
}

export async function stopped(child: ChildProcess) {
  child.removeAllListeners("exit");
  child.kill("SIGTERM");
  await once(child, "exit");
}

/** Requests per second at 32 connections. */
export function load(url: string, seconds: number): number {
  const { stdout } = spawnSync(process.execPath, ["node_modules/autocannon/autocannon.js", "-c", "32", "-d", String(seconds), "-j", url], {
    encoding: "utf8",
    maxBuffer: 16 * 1024 * 1024,
    stdio: ["ignore", "pipe", "ignore"],
  });
  const result = JSON.parse(stdout) as { requests: { average: number }; non2xx: number; errors: number };
  if (result.non2xx || result.errors) throw new Error(`${url}: ${result.non2xx} answers were not 2xx, ${result.errors} errors`);
  return result.requests.average;
}

/** Resident megabytes of a process and everything below it, and of the Postgres of this data folder. Linux only. */
export function residentMegabytes(pid: number, data: string): number {
  const processes = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const status = readFileSync(`/proc/${name}/status`, "utf8");
        const field = (key: string) => Number(new RegExp(`^${key}:\\s+(\\d+)`, "m").exec(status)?.[1] ?? 0);
        // Shared memory counts once: Postgres's processes all map the same buffers.
        return [
          { pid: Number(name), parent: field("PPid"), own: field("RssAnon") + field("RssFile"), shared: field("RssShmem"), command: readFileSync(`/proc/${name}/cmdline`, "utf8") },
        ];
      } catch {
        return [];
      }
    });
  const ours = new Set([pid, ...processes.filter(({ command }) => command.includes(data)).map((each) => each.pid)]);
  for (let before = 0; before !== ours.size; ) {
    before = ours.size;
    for (const each of processes) if (ours.has(each.parent)) ours.add(each.pid);
  }
  const mine = processes.filter((each) => ours.has(each.pid));
  return Math.round((mine.reduce((sum, each) => sum + each.own, 0) + Math.max(0, ...mine.map((each) => each.shared))) / 1024);
}

/** The body as it is sent to a browser that takes gzip, not unpacked. */
export function bytesOnTheWire(url: string): Promise<number> {
  return new Promise((done, fail) => {
    get(url, { headers: { "Accept-Encoding": "gzip" } }, (answer) => {
      let bytes = 0;
      answer.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
      });
      answer.on("end", () => done(bytes));
    }).on("error", fail);
  });
}
