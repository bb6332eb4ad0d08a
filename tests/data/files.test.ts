import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { settings } from "~/platform/env.server";
import { discardFile, FilesUnavailable, readStored, sha256, stallFiles, storeFile } from "~/platform/files.server";

afterEach(() => stallFiles(0));
const bytes = Buffer.from("%PDF-1.7 some bytes \u0000 and more");

test("what is stored is on disk, byte for byte, under a key that says only its kind", async () => {
  const stored = await storeFile("evidence", bytes);
  expect(stored).toEqual({ storageKey: expect.stringMatching(/^evidence\/([0-9a-f]{2})\/\1[0-9a-f-]{34}$/), sha256: sha256(bytes), bytes: bytes.length });
  const path = join(settings().files, stored.storageKey);
  expect(readFileSync(path).equals(bytes)).toBe(true);
  expect(readdirSync(join(path, "..")).filter((name) => name.endsWith(".part"))).toEqual([]);
  expect((await readStored(stored.storageKey))?.equals(bytes)).toBe(true);
});

test("the same bytes twice are two files", async () => {
  const [first, second] = await Promise.all([storeFile("letters", bytes), storeFile("letters", bytes)]);
  expect(first.storageKey).not.toBe(second.storageKey);
});

test("nothing and 20 MB can be stored", async () => {
  const big = Buffer.alloc(20 * 1024 * 1024, 7);
  const stored = await storeFile("certificates", big);
  expect(statSync(join(settings().files, stored.storageKey)).size).toBe(big.length);
  expect(await storeFile("certificates", Buffer.alloc(0))).toMatchObject({ bytes: 0, sha256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" });
});

test("what was discarded is gone, and discarding twice is no fault", async () => {
  const { storageKey } = await storeFile("evidence", bytes);
  await discardFile(storageKey);
  await discardFile(storageKey);
  expect(existsSync(join(settings().files, storageKey))).toBe(false);
  expect(await readStored(storageKey)).toBeUndefined();
});

describe("a key that is none of ours", () => {
  test.each([
    "../../etc/passwd",
    "evidence/../../x",
    "evidence/aa/../../../etc/passwd",
    "/etc/passwd",
    "evidence/aa/x",
    "",
    "evidence/aa/00000000-0000-0000-0000-000000000000/..",
    "EVIDENCE/aa/00000000-0000-0000-0000-000000000000",
    "evidence/aa/00000000-0000-0000-0000-000000000000\n",
  ])("%j is never looked up", async (key) => {
    await expect(readStored(key)).rejects.toThrow("Not a storage key");
  });
});

test("while the storage does not answer, nothing is written or read, and afterwards it works again", async () => {
  const { storageKey } = await storeFile("evidence", bytes);
  const count = () => readdirSync(settings().files, { recursive: true }).length;
  const before = count();
  stallFiles(60);
  await expect(storeFile("evidence", bytes)).rejects.toBeInstanceOf(FilesUnavailable);
  await expect(readStored(storageKey)).rejects.toBeInstanceOf(FilesUnavailable);
  expect(count()).toBe(before);
  stallFiles(0);
  expect((await readStored(storageKey))?.equals(bytes)).toBe(true);
});
