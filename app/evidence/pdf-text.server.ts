import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { root } from "~/platform/root.server";

const mostPages = 100;
const mostSeconds = 20;

/**
 * The words of a PDF, with those under a black box, which are still there, and of its notes; from its first 100 pages. Undefined when it cannot be read
 * within 20 seconds and 256 MB. A scan has no words: nothing here reads pictures.
 */
export function pdfText(bytes: Uint8Array): Promise<string | undefined> {
  return new Promise((resolve) => {
    const copy = Uint8Array.from(bytes);
    const worker = new Worker(join(root, "app/evidence/pdf-words.worker.mjs"), {
      workerData: { bytes: copy, mostPages },
      transferList: [copy.buffer],
      resourceLimits: { maxOldGenerationSizeMb: 256 },
      env: {},
      execArgv: [],
      stdout: true,
      stderr: true,
    });
    const end = (text?: string) => {
      clearTimeout(limit);
      void worker.terminate();
      resolve(text);
    };
    const limit = setTimeout(end, mostSeconds * 1000);
    worker.once("message", (text: unknown) => end(typeof text === "string" ? text : undefined));
    worker.once("error", () => end());
    worker.once("exit", () => end());
  });
}
