import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { remember } from "~/platform/remember";
import { root } from "~/platform/root.server";
import type { Look } from "./look-into.server";

/** `thread`: the file it runs. So much may one file cost; the thread has the memory beside the file itself. So many are read at once, so many more wait. Starting is our own doing, and no fault of the file. */
type Limits = { thread: string; seconds: number; megabytes: number; atOnce: number; inLine: number; startSeconds: number };

// When everything is bundled the thread is a file beside the server; otherwise it is TypeScript, and needs a loader and to know what our short names stand for.
const fromSource = import.meta.url.endsWith(".ts");
const usual: Limits = {
  thread: join(root, fromSource ? "app/register/verifying/look-into.worker.mjs" : "build/server/look-into.js"),
  seconds: 10,
  megabytes: 96,
  atOnce: 2,
  inLine: 20,
  startSeconds: 60,
};
const env = fromSource ? { TSX_TSCONFIG_PATH: join(root, "tsconfig.json") } : {};

/** What is in a file, read in a thread of its own within limits. A thread that dies, or takes too long, found nothing that can be read. Throws when it cannot be started or too many wait. */
export const lookInThread = (bytes: Uint8Array, pinned: readonly string[]): Promise<Look> => remember("threads that read files", () => readerWithin({})).look(bytes, pinned);

/** A reader with limits of its own, and how many threads and files it has. One that has read a file waits for the next; one that was hurt is ended and never used again. */
export function readerWithin(limits: Partial<Limits>) {
  const most = { ...usual, ...limits };
  const alive = new Set<Worker>();
  const idle: Worker[] = [];
  const waiting: (() => void)[] = [];
  let reading = 0;

  async function look(bytes: Uint8Array, pinned: readonly string[]): Promise<Look> {
    if (reading < most.atOnce) reading++;
    else if (waiting.length < most.inLine) await new Promise<void>((go) => waiting.push(go));
    else throw new Error("Too many files are waiting to be read.");
    try {
      return await read(idle.pop() ?? (await start()), bytes, pinned);
    } finally {
      // Whoever waits next takes the place over, so that nobody slips in between.
      const next = waiting.shift();
      if (next) next();
      else reading--;
    }
  }

  function start(): Promise<Worker> {
    return new Promise((resolve, reject) => {
      const worker = new Worker(most.thread, {
        execArgv: [],
        env,
        resourceLimits: { maxOldGenerationSizeMb: most.megabytes, maxYoungGenerationSizeMb: 16 },
        stdout: true,
        stderr: true,
      });
      alive.add(worker);
      const late = setTimeout(() => void worker.terminate(), most.startSeconds * 1000);
      worker.once("message", () => resolve(worker));
      worker.on("error", reject);
      worker.once("exit", () => {
        alive.delete(worker);
        if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1);
        reject(new Error("The thread that reads files did not start."));
      });
      worker.once("message", () => clearTimeout(late)).once("exit", () => clearTimeout(late));
    });
  }

  function read(worker: Worker, given: Uint8Array, pinned: readonly string[]): Promise<Look> {
    const bytes = Uint8Array.from(given);
    return new Promise((resolve) => {
      const end = (look: Look) => {
        clearTimeout(limit);
        worker.off("message", done).off("error", hurt).off("exit", hurt);
        resolve(look);
      };
      const done = (look: Look) => {
        // Nothing is kept running for its sake.
        worker.unref();
        idle.push(worker);
        end(look);
      };
      const hurt = () => {
        void worker.terminate();
        end({ is: "unreadable", why: "too_much" });
      };
      const limit = setTimeout(hurt, most.seconds * 1000);
      worker.ref();
      worker.once("message", done).once("error", hurt).once("exit", hurt);
      worker.postMessage({ bytes, pinned }, [bytes.buffer]);
    });
  }

  return { look, now: () => ({ threads: alive.size, idle: idle.length, reading, waiting: waiting.length }) };
}
