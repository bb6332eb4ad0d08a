import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { remember } from "~/platform/remember";
import { root } from "~/platform/root.server";
import type { Look } from "./look-into.server";

/** So much may one file cost. The thread has the memory beside the file itself. */
const most = { seconds: 10, megabytes: 96 };
/** So many files are read at once; so many more wait, and whoever comes after them is told that we could not check. */
const [atOnce, inLine] = [2, 20];
/** Starting is our own doing, and no fault of the file. */
const startSeconds = 60;

// When everything is bundled the thread is a file beside the server; otherwise it is TypeScript, and needs a loader and to know what our short names stand for.
const fromSource = import.meta.url.endsWith(".ts");
const thread = join(root, fromSource ? "app/register/verifying/look-into.worker.mjs" : "build/server/look-into.js");
const env = fromSource ? { TSX_TSCONFIG_PATH: join(root, "tsconfig.json") } : {};

/** What is in a file, read in a thread of its own within limits. A thread that dies, or takes too long, found nothing that can be read. Throws when it cannot be started or too many wait. */
export async function lookInThread(bytes: Uint8Array, pinned: readonly string[]): Promise<Look> {
  await turn();
  try {
    return await read(threads.idle.pop() ?? (await start()), bytes, pinned);
  } finally {
    threads.running--;
    threads.waiting.shift()?.();
  }
}

/** A thread that has read a file waits for the next; one that was hurt is never used again. */
const threads = remember("threads that read files", () => ({ idle: [] as Worker[], running: 0, waiting: [] as (() => void)[] }));

async function turn() {
  if (threads.running >= atOnce) {
    if (threads.waiting.length >= inLine) throw new Error("Too many files are waiting to be read.");
    await new Promise<void>((go) => threads.waiting.push(go));
  }
  threads.running++;
}

function start(): Promise<Worker> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(thread, { execArgv: [], env, resourceLimits: { maxOldGenerationSizeMb: most.megabytes, maxYoungGenerationSizeMb: 16 }, stdout: true, stderr: true });
    const late = setTimeout(() => void worker.terminate(), startSeconds * 1000);
    worker.once("message", () => resolve(worker));
    worker.on("error", reject);
    worker.once("exit", () => {
      threads.idle = threads.idle.filter((each) => each !== worker);
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
      threads.idle.push(worker);
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
