import { compactVerify, importJWK } from "jose";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { registerSnapshots } from "#db/schema/log";
import { groups } from "#db/seed/groups";
import { done } from "#db/seed/world";
import { reviewMark } from "~/marks/change.server";
import { keepLog } from "~/marks/log/checkpoints.server";
import { continues, includes, leafHash } from "~/marks/log/hashes.server";
import { readLeaf } from "~/marks/log/leaf";
import { londonDay } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import { readStored, sha256 } from "~/platform/files.server";
import { ConsistencyAnswer, EntriesAnswer, ProofAnswer } from "~/register/log/log-shapes";
import { MarkAnswer } from "~/register/public-shapes";
import { makeSnapshot } from "~/register/snapshot/make-snapshot.server";
import { Manifest, SnapshotsAnswer } from "~/register/snapshot/snapshot";
import { at } from "../support/clock";
import { freshDatabase } from "../support/database";
import { asked, publicWorld, RC } from "../support/register";
import { get, website } from "../support/website";

// A script for browsers, as it is served; it has no types.
const script = "../../public/check-proof.js";
const { isGood } = (await import(/* @vite-ignore */ script)) as { isGood(proof: object, jwk: object | undefined): Promise<boolean> };

const { db, sql } = await freshDatabase();
const { world, holds, stage } = await publicWorld(db);
let code: string;
let other: string;

const json = async (path: string) => (await get(path, { headers: { Accept: "application/json" } })).json();
const from = (hex: string) => Buffer.from(hex, "hex");
const refused = async (path: string) => {
  const answer = await get(path, { headers: { Accept: "application/json" } });
  return [answer.status, answer.headers.get("Content-Type")];
};
const problem = "application/problem+json";

test("before anything is signed there is nothing to show, and that is said", async () => {
  for (const path of ["/log/checkpoint", "/log/entries", "/log/consistency?from=1"]) expect(await refused(path)).toEqual([404, problem]);
  expect(await (await get("/log")).text()).toContain("Nothing is signed yet.");
  expect(await (await get("/register/snapshots")).text()).toContain("There is no copy yet.");
});

describe("with marks in it", () => {
  beforeAll(async () => {
    ({ code } = await holds(await world.join(groups.marshEnd!), RC));
    ({ code: other } = await holds(await world.join(groups.harbour!), RC));
    done(await reviewMark(db, stage, world.actors.moira!, { code, kind: "review", note: "Words for us alone: a neighbour rang, and we are asking." }));
    await keepLog(db, clock);
    await makeSnapshot(db, clock);
  }, 120_000);

  const proofOf = async (of = code) => ProofAnswer.parse(await json(`/log/proof?code=${of}`));

  test("every entry of a mark leads to the root that we signed", async () => {
    const proof = await proofOf();
    expect(proof.entries.map(({ leaf }) => readLeaf(leaf).kind)).toEqual(["awarded", "certificate_issued", "changed"]);
    const { size, root, note, key } = proof.checkpoint;
    for (const { index, leaf, hash, proof: path } of proof.entries) {
      expect(hash).toBe(Buffer.from(leafHash(Buffer.from(leaf))).toString("hex"));
      expect(includes({ index, size, leaf: from(hash), proof: path.map(from), root: from(root) })).toBe(true);
    }
    const checkpoint = await get("/log/checkpoint");
    expect([await checkpoint.text(), checkpoint.headers.get("Content-Type")]).toEqual([note, "text/plain; charset=utf-8"]);
    expect((await get("/log/checkpoint", { headers: { "If-None-Match": checkpoint.headers.get("ETag")! } })).status).toBe(304);
    expect((await json(new URL(key).pathname)).crv).toBe("P-256");
  });

  test("a code in any spelling; one that cannot be is refused without asking the database, one that was never given is not found", async () => {
    expect((await proofOf(code.toLowerCase().replaceAll("-", ""))).code).toBe(code);
    const wrong = `${code.slice(0, -1)}${code.endsWith("0") ? "1" : "0"}`;
    expect(await asked(async () => expect(await refused(`/log/proof?code=${wrong}`)).toEqual([400, problem]))).toEqual([]);
    expect(await refused("/log/proof")).toEqual([400, problem]);
    expect(await refused("/log/proof?code=0000-0000-0000")).toEqual([404, problem]);
  });

  test("all entries, page by page, are the leaves of the tree", async () => {
    const { size, entries, next } = EntriesAnswer.parse(await json("/log/entries"));
    expect([entries.length, next]).toEqual([size, null]);
    const paged: unknown[] = [];
    for (let start: number | null = 0; start !== null; ) {
      const page = EntriesAnswer.parse(await json(`/log/entries?start=${start}&end=${start + 1}`));
      paged.push(...page.entries);
      start = page.next;
    }
    expect(paged).toEqual(entries);
    expect(EntriesAnswer.parse(await json(`/log/entries?start=${size}`))).toEqual({ size, entries: [], next: null });
    for (const odd of ["start=-1", "start=x", "start=2&end=1", "start=1.5", "start=9999999999999", "end="])
      expect([odd, ...(await refused(`/log/entries?${odd}`))]).toEqual([odd, 400, problem]);
  });

  test("an older log is the beginning of a newer one", async () => {
    const { size } = EntriesAnswer.parse(await json("/log/entries"));
    for (let older = 1; older <= size; older++) {
      const answer = ConsistencyAnswer.parse(await json(`/log/consistency?from=${older}`));
      expect(continues({ from: { size: older, root: from(answer.from.root) }, to: { size, root: from(answer.to.root) }, proof: answer.proof.map(from) })).toBe(true);
    }
    expect(ConsistencyAnswer.parse(await json("/log/consistency?from=1&to=2"))).toMatchObject({ from: { size: 1 }, to: { size: 2 } });
    for (const odd of ["from=0&to=1", "from=2&to=1", `from=1&to=${size + 1}`, "to=1", "from=a", "from=0", ""])
      expect([odd, ...(await refused(`/log/consistency?${odd}`))]).toEqual([odd, 400, problem]);
  });

  test("any site's script may read it, and nothing else than read", async () => {
    for (const path of ["/log/checkpoint", "/log/entries", `/log/proof?code=${code}`, "/log/consistency?from=1", "/register/snapshots.json"]) {
      const { headers } = await get(path);
      expect([path, headers.get("Access-Control-Allow-Origin"), headers.has("Set-Cookie")]).toEqual([path, "*", false]);
      const before = await website.fetch(new Request(`http://localhost${path}`, { method: "OPTIONS" }));
      expect([before.status, before.headers.get("Access-Control-Allow-Methods")]).toEqual([204, "GET, HEAD"]);
    }
  });

  describe("in the reader's own browser", () => {
    const jwk = async (proof: ProofAnswer) => json(new URL(proof.checkpoint.key).pathname);
    test("our proofs are good", async () => {
      for (const each of [code, other]) {
        const proof = await proofOf(each);
        expect(await isGood(proof, await jwk(proof))).toBe(true);
      }
    });
    test("and spoilt ones are not", async () => {
      const good = await proofOf();
      const key = await jwk(good);
      const { checkpoint, entries } = good;
      const [first, ...rest] = entries as [ProofAnswer["entries"][0], ...ProofAnswer["entries"]];
      const zero = "0".repeat(64);
      const spoilt = [
        { checkpoint, entries: [] },
        { checkpoint, entries: [{ ...first, leaf: first.leaf.replace("assured", "essentials") }, ...rest] },
        { checkpoint, entries: [{ ...first, index: first.index + 1 }, ...rest] },
        { checkpoint, entries: [{ ...first, proof: first.proof.slice(1) }, ...rest] },
        { checkpoint, entries: [{ ...first, proof: [...first.proof, zero] }, ...rest] },
        { checkpoint, entries: [{ ...first, proof: [zero, ...first.proof.slice(1)] }, ...rest] },
        { checkpoint: { ...checkpoint, root: zero }, entries },
        { checkpoint: { ...checkpoint, size: checkpoint.size + 1 }, entries },
        { checkpoint: { ...checkpoint, note: checkpoint.note.replace(/\n\d+\n/, "\n99\n"), size: 99 }, entries },
      ];
      for (const each of spoilt) expect(await isGood(each, key)).toBe(false);
      const [certificate] = ((await json("/.well-known/jwks.json")) as { keys: { purpose: string }[] }).keys.filter(({ purpose }) => purpose === "certificate");
      expect(await isGood(good, certificate)).toBe(false);
    });
  });

  test("the script, on a page, says what came of it", async () => {
    const proof = await proofOf();
    const page = async (shown: object, name: string) => {
      const said = { hidden: true, textContent: "", dataset: { good: "good", bad: "bad" } };
      const section = { dataset: { proof: JSON.stringify(shown) }, querySelector: () => said };
      vi.stubGlobal("document", { querySelector: () => section });
      vi.stubGlobal("fetch", (path: string) => get(path));
      await import(/* @vite-ignore */ `${script}?${name}`);
      vi.unstubAllGlobals();
      return said;
    };
    expect(await page(proof, "good")).toMatchObject({ hidden: false, textContent: "good" });
    expect(await page({ ...proof, entries: proof.entries.map((each) => ({ ...each, leaf: `${each.leaf} ` })) }, "spoilt")).toMatchObject({ hidden: false, textContent: "bad" });
    expect(await page({}, "nothing")).toMatchObject({ textContent: "bad" });
  });

  describe("the page", () => {
    test("says what happened, and brings the numbers and one script", async () => {
      const answer = await get(`/log?code=${code}`);
      const html = await answer.text();
      expect(answer.status).toBe(200);
      expect(html).toContain("We gave the mark: Assured");
      expect(html).toContain("We began to look into it.");
      expect(html).not.toContain("Words for us alone");
      expect(html.match(/<script[^>]*>/g)).toEqual([expect.stringMatching(/^<script type="module" src="\/check-proof\.js" nonce="[^"]+">$/)]);
      const shown = /data-proof="([^"]+)"/.exec(html)![1]!.replaceAll("&quot;", '"').replaceAll("&amp;", "&");
      expect(ProofAnswer.parse(JSON.parse(shown))).toEqual(await proofOf());
    });

    test("in Welsh, and without a script where there is nothing to check", async () => {
      const html = await (await get(`/log?code=${code}&lang=cy`)).text();
      expect(html).toContain("Rhoesom y marc");
      expect(html).toContain("Dechreuasom edrych i mewn iddo.");
      expect(await (await get("/log")).text()).not.toContain("<script");
    });

    test("names a slip and an unknown code, each in its words", async () => {
      const slip = await get("/log?code=7K3M");
      expect([slip.status, await slip.text()]).toEqual([400, expect.stringContaining("Type the code as it is on the paper")]);
      const unknown = await get("/log?code=0000-0000-0000");
      expect([unknown.status, await unknown.text()]).toEqual([404, expect.stringContaining("The log has nothing of the code 0000-0000-0000")]);
    });
  });

  describe("the register day by day", () => {
    const today = londonDay(clock.now());
    const file = async () => Buffer.from(await (await get(`/register/snapshots/${today}.ndjson`)).arrayBuffer());

    test("has a line for each mark, as its own address says it", async () => {
      const lines = (await file()).toString().trimEnd().split("\n");
      expect(lines.length).toBe(2);
      for (const line of lines) {
        const { as_at, ...said } = MarkAnswer.parse(JSON.parse(line));
        const { as_at: _, ...now } = MarkAnswer.parse(await json(`/marks/${said.code}.json`));
        expect([said, londonDay(new Date(as_at))]).toEqual([now, today]);
      }
    });

    test("is signed: the statement has the file's hash, the number of marks and the log's root, and anybody can check it", async () => {
      const answer = await get(`/register/snapshots/${today}.jws`);
      expect(answer.headers.get("Content-Type")).toBe("application/jose");
      const [listed] = SnapshotsAnswer.parse(await json("/register/snapshots.json")).snapshots;
      const jwk = await json(new URL(listed!.key).pathname);
      const { payload, protectedHeader } = await compactVerify(await answer.text(), await importJWK(jwk, "ES256"), { algorithms: ["ES256"] });
      expect(protectedHeader).toEqual({ alg: "ES256", kid: listed!.key, typ: "register-snapshot+jwt" });
      const manifest = Manifest.parse(JSON.parse(Buffer.from(payload).toString()));
      const bytes = await file();
      expect(manifest).toMatchObject({ day: today, marks: 2, sha256: sha256(bytes), bytes: bytes.length, file: listed!.file });
      expect((await (await get("/log/checkpoint")).text()).split("\n").slice(0, 3)).toEqual([manifest.log!.origin, String(manifest.log!.size), manifest.log!.root]);
      const otherKey = ((await json("/.well-known/jwks.json")) as { keys: { purpose: string }[] }).keys.find(({ purpose }) => purpose === "log")!;
      await expect(compactVerify(await (await get(`/register/snapshots/${today}.jws`)).text(), await importJWK(otherKey as object, "ES256"))).rejects.toThrow();
    });

    test("is one file a day, however often and by however many it is made, with few questions to the database", async () => {
      const before = await db.select().from(registerSnapshots);
      const questions = await asked(() => makeSnapshot(db, clock));
      expect(questions.length).toBeLessThanOrEqual(2);
      expect(await db.select().from(registerSnapshots)).toEqual(before);
      const day = at("2031-03-10T12:00:00Z");
      await Promise.all([makeSnapshot(db, day), makeSnapshot(db, day), makeSnapshot(db, day)]);
      expect((await db.select().from(registerSnapshots)).map(({ day: kept }) => kept)).toContain("2031-03-10");
      expect((await asked(() => makeSnapshot(db, at("2031-03-11T12:00:00Z")))).filter((said) => said.includes('from "marks"')).length).toBeLessThanOrEqual(2);
    });

    test("goes when its time is over, but for the first of a month; what we signed of it stays", async () => {
      await makeSnapshot(db, at("2031-05-02T12:00:00Z"));
      const rows = await db.select().from(registerSnapshots).orderBy(registerSnapshots.day);
      expect(rows.filter(({ removedAt }) => removedAt).map(({ day }) => day)).toEqual(["2031-03-11"]);
      expect(await refused("/register/snapshots/2031-03-11.ndjson")).toEqual([404, problem]);
      expect((await get("/register/snapshots/2031-03-11.jws")).status).toBe(200);
      expect((await get("/register/snapshots/2031-03-10.ndjson")).status).toBe(200);
      // The job removes the bytes; it is queued with the row.
      expect(await readStored(rows.find(({ day }) => day === "2031-03-11")!.storageKey)).toBeDefined();
      await expect(sql`update register_snapshots set sha256 = 'x'`).rejects.toMatchObject({ code: "42501" });
      await expect(sql`update register_snapshots set removed_at = now() where removed_at is not null`).rejects.toMatchObject({ code: "23001" });
      await expect(sql`delete from register_snapshots`).rejects.toMatchObject({ code: "42501" });
    });

    test("answers who has it already, who asks only about it, and who asks for a day there is not", async () => {
      const answer = await get(`/register/snapshots/${today}.ndjson`);
      expect(answer.headers.get("Content-Type")).toBe("application/x-ndjson");
      expect((await get(`/register/snapshots/${today}.ndjson`, { headers: { "If-None-Match": answer.headers.get("ETag")! } })).status).toBe(304);
      const head = await get(`/register/snapshots/${today}.ndjson`, { method: "HEAD" });
      expect([head.status, Number(head.headers.get("Content-Length")), await head.text()]).toEqual([200, (await file()).length, ""]);
      for (const day of ["2019-01-01", "2026-02-30", "yesterday"]) expect(await refused(`/register/snapshots/${day}.ndjson`)).toEqual([404, problem]);
    });

    test("has a page, in Welsh too, and its list as data for who asks for that", async () => {
      expect(await (await get("/register/snapshots")).text()).toContain(`href="/register/snapshots/${today}.ndjson"`);
      expect(await (await get("/register/snapshots?lang=cy")).text()).toContain("Y gofrestr, o ddydd i ddydd");
      expect(SnapshotsAnswer.parse(await json("/register/snapshots")).snapshots.length).toBeGreaterThan(0);
    });
  });
});
