import { demoPlay } from "#db/seed/demo";
import { serve } from "~/serve.server";

// Started by a launcher that was killed, nobody could stop us any more.
process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));

await serve("demo", { play: demoPlay({ afresh: process.argv.includes("--reset") }) });
