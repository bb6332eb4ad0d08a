import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { allKeys, currentRoot, keyFor } from "~/marks/keys/find-keys.server";
import { makeKey, makeKeysDue, makeRoot } from "~/marks/keys/make-keys.server";
import { markCompromised } from "~/marks/keys/mark-compromised.server";
import { settings } from "~/platform/env.server";
import { digestOf, verifies } from "~/platform/signing/ecdsa.server";
import { newKeyPair } from "~/platform/signing/file-keys.server";
import { CannotSign } from "~/platform/signing/signer";
import { at, noon } from "../support/clock";
import { freshDatabase } from "../support/database";

const { db, owner } = await freshDatabase();
const by = { system: "test" };
const folder = settings().keys.folder;
const usb = mkdtempSync(join(tmpdir(), "wm-root-"));

test("every purpose has a key, certified by the root, whose private half signs", async () => {
  const { key, root, signer } = await keyFor(db, "certificate");
  expect(key.rootKid).toBe(root.kid);
  expect(verifies(Buffer.from("x"), await signer.sign(digestOf("x")), key.jwk)).toBe(true);
});

test("nothing is made twice, however many ask at once; a new year brings new keys, and the old ones stay", async () => {
  const before = await allKeys(db);
  expect(await makeKeysDue(db, noon, { by, folder, issuer: "Us" })).toEqual([]);
  const next = at("2027-01-01T00:00:00Z");
  const made = await Promise.all([makeKeysDue(db, next, { by, folder, issuer: "Us" }), makeKeysDue(db, next, { by, folder, issuer: "Us" })]);
  expect(
    made
      .flat()
      .map(({ purpose }) => purpose)
      .sort(),
  ).toEqual(["certificate", "credential", "log", "register", "status_list"]);
  expect((await allKeys(db)).slice(-before.length)).toEqual(before);
  expect((await keyFor(db, "log")).key.year).toBe(2027);
});

test("the year is London's, not the server's", async () => {
  const made = await makeKeysDue(db, at("2027-12-31T23:59:59Z"), { by, folder, issuer: "Us" });
  expect(made).toEqual([]);
});

test("a root is kept elsewhere: without it no key is certified", async () => {
  const root = await makeRoot(db, at("2027-02-01T00:00:00Z"), { by, folder: usb, issuer: "Us" });
  expect((await currentRoot(db))?.kid).toBe(root.kid);
  const clock = at("2027-02-01T01:00:00Z");
  expect(await makeKey(db, clock, { by, folder, issuer: "Us", purpose: "log", rootFolder: folder })).toEqual({ ok: false, why: "no_root_key" });
  const made = await makeKey(db, clock, { by, folder, issuer: "Us", purpose: "log", rootFolder: usb });
  expect(made).toMatchObject({ ok: true, key: { purpose: "log", rootKid: root.kid } });
  expect((await keyFor(db, "log")).root.kid).toBe(root.kid);
});

test("a lost key signs nothing more; that is said once, never for a moment to come, and nothing else about a key changes", async () => {
  const { key } = await keyFor(db, "status_list");
  const clock = at("2027-03-01T00:00:00Z");
  const say = (after: string, kid = key.kid) => markCompromised(db, clock, by, { kid, after: new Date(after) });
  expect(await say("2027-03-02T00:00:00Z")).toEqual({ ok: false, why: "in_future" });
  expect(await say("2026-12-01T00:00:00Z")).toEqual({ ok: false, why: "before_made" });
  expect(await say("2027-02-20T00:00:00Z", "none")).toEqual({ ok: false, why: "unknown" });
  expect(await say("2027-02-20T00:00:00Z")).toEqual({ ok: true });
  expect(await say("2027-02-21T00:00:00Z")).toEqual({ ok: false, why: "already" });
  expect((await keyFor(db, "status_list")).key.kid).not.toBe(key.kid);
  for (const change of [
    "update signing_keys set compromised_after = now() where compromised_after is not null",
    "update signing_keys set jwk = '{}'",
    "delete from signing_keys",
    "truncate signing_keys",
  ])
    await expect(owner.unsafe(change)).rejects.toMatchObject({ code: "23001" });
});

test("a key of the key service signs only where one is configured", async () => {
  const { jwk } = newKeyPair();
  const { createPublicKey } = await import("node:crypto");
  const publicPem = createPublicKey({ key: jwk as never, format: "jwk" })
    .export({ type: "spki", format: "pem" })
    .toString();
  const made = await makeKey(db, at("2027-04-01T00:00:00Z"), { by, folder, issuer: "Us", purpose: "register", rootFolder: usb, inService: { name: "keys/1", publicPem } });
  expect(made).toMatchObject({ ok: true, key: { serviceName: "keys/1", jwk } });
  await expect(keyFor(db, "register")).rejects.toThrow(CannotSign);
});
