import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test, vi } from "vitest";
import { readerWithin } from "~/register/verifying/in-thread.server";
import { manyCodes } from "../support/hostile";

const folder = mkdtempSync(join(tmpdir(), "wm-threads-"));
/** A thread that does this with a file. */
const thread = (name: string, does: string, first = 'parentPort.postMessage("ready");') => {
  const file = join(folder, `${name}.mjs`);
  writeFileSync(file, `import { parentPort } from "node:worker_threads";\nparentPort.on("message", ({ bytes }) => { ${does} });\n${first}\n`);
  return file;
};
const threads = {
  spins: thread("spins", "for (;;);"),
  grows: thread("grows", "const kept = []; for (;;) kept.push(Array.from({ length: 10_000 }, (_, place) => ({ place })));"),
  recurses: thread("recurses", "const down = (far) => down(far + 1) + 1; down(0);"),
  leaves: thread("leaves", "process.exit(0);"),
  reads: thread("reads", 'parentPort.postMessage({ is: "credential", jwt: String(bytes.length) });'),
  doesNotStart: thread("does-not-start", "", "throw new Error('no');"),
  neverReady: thread("never-ready", "", ""),
};
const file = new Uint8Array(1000);
const tooMuch = { is: "unreadable", why: "too_much" };
const usual = { seconds: 1, megabytes: 32 };

describe("a file that hurts its thread", () => {
  test.each(["spins", "grows", "recurses", "leaves"] as const)("that %s: cannot be read, its thread is ended, and the next file is read by another", async (what) => {
    const reader = readerWithin({ ...usual, thread: threads[what], seconds: what === "spins" ? 1 : 60 });
    let turns = 0;
    const beating = setInterval(() => turns++, 10);
    expect(await reader.look(file, [])).toEqual(tooMuch);
    clearInterval(beating);
    // Meanwhile everything else went on.
    expect(turns).toBeGreaterThan(0);
    await vi.waitFor(() => expect(reader.now()).toEqual({ threads: 0, idle: 0, reading: 0, waiting: 0 }), { timeout: 10_000 });
    expect(await reader.look(file, [])).toEqual(tooMuch);
  });

  test("takes the time it is given, and no more of it is waited for", async () => {
    const reader = readerWithin({ ...usual, thread: threads.spins, seconds: 0.2 });
    const look = reader.look(file, []);
    expect(await Promise.race([look, pause(30_000, "still waiting")])).toEqual(tooMuch);
  });

  test("does not keep others from being read, nor is a thread that was well replaced", async () => {
    const well = readerWithin({ ...usual, seconds: 60, thread: threads.reads });
    expect(await well.look(file, [])).toEqual({ is: "credential", jwt: "1000" });
    expect(await well.look(new Uint8Array(7), [])).toEqual({ is: "credential", jwt: "7" });
    expect(well.now()).toEqual({ threads: 1, idle: 1, reading: 0, waiting: 0 });
  });
});

test("many at once: so many threads and no more, so many wait, and whoever comes after them could not be checked", async () => {
  const reader = readerWithin({ ...usual, thread: threads.spins, seconds: 0.5, atOnce: 2, inLine: 3 });
  const most = { threads: 0, reading: 0 };
  const watching = setInterval(() => {
    most.threads = Math.max(most.threads, reader.now().threads);
    most.reading = Math.max(most.reading, reader.now().reading);
  }, 5);
  const asked = Array.from({ length: 8 }, () => reader.look(file, []));
  expect(reader.now()).toMatchObject({ reading: 2, waiting: 3 });
  const answers = await Promise.allSettled(asked);
  clearInterval(watching);
  expect(answers.map((each) => (each.status === "fulfilled" ? each.value : String(each.reason)))).toEqual([
    ...Array(5).fill(tooMuch),
    ...Array(3).fill("Error: Too many files are waiting to be read."),
  ]);
  expect(most.reading).toBe(2);
  // One that is ended needs a moment to go.
  expect(most.threads).toBeLessThanOrEqual(4);
  await vi.waitFor(() => expect(reader.now()).toEqual({ threads: 0, idle: 0, reading: 0, waiting: 0 }), { timeout: 10_000 });
});

test.each(["doesNotStart", "neverReady"] as const)("a thread that %s is our fault, and no answer about the file", async (what) => {
  const reader = readerWithin({ ...usual, thread: threads[what], startSeconds: 1 });
  await expect(reader.look(file, [])).rejects.toThrow();
  await vi.waitFor(() => expect(reader.now()).toEqual({ threads: 0, idle: 0, reading: 0, waiting: 0 }), { timeout: 10_000 });
});

test("a real file: five megabytes of what looks like codes need more memory than there is", async () => {
  const reader = readerWithin({ seconds: 300 });
  expect(await reader.look(manyCodes(), [])).toEqual(tooMuch);
  expect(await reader.look(Buffer.from("%PDF-1.7\n(ES4F-T5GV-6HWY)\nstartxref\n0\n%%EOF\n"), [])).toMatchObject({ is: "pdf", codes: ["ES4F-T5GV-6HWY"] });
  await vi.waitFor(() => expect(reader.now()).toEqual({ threads: 1, idle: 1, reading: 0, waiting: 0 }), { timeout: 10_000 });
  // It was the memory: with more of it the file is read.
  expect(await readerWithin({ seconds: 300, megabytes: 2000 }).look(manyCodes(), [])).toMatchObject({ is: "pdf" });
}, 300_000);
