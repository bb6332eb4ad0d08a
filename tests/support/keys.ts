import { makeKeysDue } from "~/marks/keys/make-keys.server";
import type { Db } from "~/platform/database.server";
import { at } from "./clock";

/** Before the days on which tests play, and not so long ago that a certificate has run out. */
const made = "2026-01-01T09:00:00Z";

/** A root and a key for every purpose, their private halves in `folder`. */
export const makeTestKeys = (db: Db, folder: string) => makeKeysDue(db, at(made), { by: { system: "tests" }, folder, issuer: "The Waymark demonstration scheme" });
