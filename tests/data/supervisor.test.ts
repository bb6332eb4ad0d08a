import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { verifyChain } from "~/audit/verify.server";
import { connect } from "~/platform/database.server";
import { embeddedAt, startPostgres } from "~/platform/postgres.server";

// One folder for all: making a cluster is what takes long.
const data = mkdtempSync(join(tmpdir(), "wm-super-"));
chmodSync(data, 0o755);
const pidFile = join(data, "postgres/postmaster.pid");
const postmasterPid = () => Number(readFileSync(pidFile, "utf8").split("\n")[0]);
const started: { stop(): Promise<void> }[] = [];
const children: ChildProcess[] = [];
afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  for (const each of started.splice(0)) await each.stop();
  if (embeddedAt(data)) await (await startPostgres({ data, name: "clean up" })).stop();
});
afterAll(() => rmSync(data, { recursive: true, force: true }));

async function start(name: string) {
  const embedded = await startPostgres({ data, name });
  started.push(embedded);
  return embedded;
}

/** A process that writes until it is killed. `kept` grows with every id it says is kept. */
function writer() {
  const child = spawn(process.execPath, ["--import", "tsx", "tests/support/insert-until-killed.ts"], {
    env: { ...process.env, WAYMARK_DATA: data, DATABASE_URL: "" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.push(child);
  const kept: string[] = [];
  let errors = "";
  child.stderr!.on("data", (chunk: Buffer) => {
    errors += chunk;
  });
  const ended = new Promise<void>((done) => child.once("close", () => done()));
  const ready = new Promise<boolean>((done, fail) => {
    createInterface({ input: child.stdout! }).on("line", (line) => (line.startsWith("ready") ? done(line === "ready true") : kept.push(line)));
    void ended.then(() => fail(new Error(`The writer ended: ${errors}`)));
  });
  ready.catch(() => {});
  const kill = () => {
    child.kill("SIGKILL");
    return ended;
  };
  return { kept, ready, kill };
}

describe("one folder", () => {
  test("has one owner: the second is told who, and can have it afterwards", async () => {
    const first = await start("waymark demo (process 4711, port 3000)");
    await expect(startPostgres({ data, name: "second" })).rejects.toThrow(
      `${data} is in use by waymark demo (process 4711, port 3000). Stop it, or set WAYMARK_DATA to another folder.`,
    );
    const sql = connect({ ...first, database: "postgres" }, { max: 1 });
    expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
    await sql.end();
    await first.stop();
    expect((await start("second")).adopted).toBe(false);
  });

  test("of two starts at the same moment, exactly one owns it", async () => {
    const both = await Promise.allSettled([start("a"), start("b")]);
    expect(both.map((each) => each.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(String((both.find((each) => each.status === "rejected") as PromiseRejectedResult).reason)).toMatch(/is in use by (waymark )?[ab]\b/);
  });

  test("stopped, leaves no process and no lock, and can be entered by nobody else while it runs", async () => {
    const { stop, host } = await start("a");
    const pid = postmasterPid();
    expect(host.startsWith(data) || host.startsWith(tmpdir())).toBe(true);
    await stop();
    expect(existsSync(pidFile)).toBe(false);
    expect(embeddedAt(data)).toBeUndefined();
    await expect.poll(() => existsSync(`/proc/${pid}/cmdline`) && readFileSync(`/proc/${pid}/cmdline`, "utf8")).toBeFalsy();
  });

  test("with a postmaster.pid left by a crash, whose number somebody else has now, starts all the same", async () => {
    await (await start("a")).stop();
    started.length = 0;
    const { writeFileSync } = await import("node:fs");
    writeFileSync(pidFile, `${process.pid}\n${join(data, "postgres")}\n1\n5432\n${join(data, "socket")}\n\n0 0\nready\n`);
    expect((await start("b")).adopted).toBe(false);
  });
});

test("killed at any moment while it writes, with the database or without, it comes up again by itself and has everything it said it kept", async () => {
  const kept: string[] = [];
  for (const round of [{ adopted: false }, { adopted: true, database: true }, { adopted: false }]) {
    const { ready, kept: mine, kill } = writer();
    expect(await ready).toBe(round.adopted);
    const before = mine.length;
    await expect.poll(() => mine.length, { timeout: 10_000 }).toBeGreaterThan(before + 20);
    await wait(Math.floor(Number(`0x${crypto.randomUUID().slice(0, 2)}`)));
    // The postmaster alone: its other processes notice and go.
    if (round.database) process.kill(postmasterPid(), "SIGKILL");
    await kill();
    kept.push(...mine);
  }
  const sql = connect({ ...(await start("checks")), database: "waymark" }, { max: 1 });
  const found = new Set((await sql<{ id: string }[]>`select id from people`).map((each) => each.id));
  expect(kept.length).toBeGreaterThan(60);
  expect(kept.filter((id) => !found.has(id))).toEqual([]);
  // One event a person: a change and its event are kept together or not at all.
  expect(await sql`select (select count(*) from people) = (select count(*) from audit_events where type = 'person.created') as same`).toEqual([{ same: true }]);
  expect((await verifyChain(sql)).ok).toBe(true);
  await sql.end();
}, 60_000);
