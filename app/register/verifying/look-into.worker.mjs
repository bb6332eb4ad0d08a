// Where nothing is bundled: the thread that reads files from strangers, from its source.
import { register } from "tsx/esm/api";

register();
// @ts-expect-error The loader that was just registered knows the ending.
await import("./look-into-thread.server.ts");
