// Reads files apart from everything else: what is broken or hostile may cost this thread and nothing more.
import { parentPort } from "node:worker_threads";
import { lookInto } from "./look-into.server";

parentPort?.on("message", ({ bytes, pinned }: { bytes: Uint8Array; pinned: string[] }) => {
  parentPort?.postMessage(lookInto(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), pinned));
});
parentPort?.postMessage("ready");
