import { demoPlay } from "#db/seed/demo";
import { serve } from "~/serve.server";

await serve("demo", { play: demoPlay({ afresh: process.argv.includes("--reset") }) });
