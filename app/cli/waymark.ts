#!/usr/bin/env node
import { text } from "node:stream/consumers";
import { run } from "./run";

// A reader that has seen enough, such as `head`, is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

try {
  process.exitCode = await run(process.argv.slice(2), {
    out: (line) => process.stdout.write(`${line}\n`),
    err: (line) => process.stderr.write(`${line}\n`),
    input: () => text(process.stdin),
  });
} catch (error) {
  process.stderr.write(`waymark: ${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
