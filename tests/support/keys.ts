import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeKeysDue } from "~/marks/keys/make-keys.server";
import type { Db } from "~/platform/database.server";
import { keepSettings, settings } from "~/platform/env.server";
import { at } from "./clock";

/** Before the days on which tests play, and not so long ago that a certificate has run out. */
const made = "2026-01-01T09:00:00Z";

/** A root and a key for every purpose, their private halves in `folder`. */
export const makeTestKeys = (db: Db, folder: string) => makeKeysDue(db, at(made), { by: { system: "tests" }, folder, issuer: "The Waymark demonstration scheme" });

/** While this runs, no private key is where it should be. */
export async function withoutKeys(action: () => Promise<unknown>): Promise<void> {
  const usual = settings();
  keepSettings({ ...usual, keys: { folder: mkdtempSync(join(tmpdir(), "wm-no-keys-")) } });
  try {
    await action();
  } finally {
    keepSettings(usual);
  }
}
