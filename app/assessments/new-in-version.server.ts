import type { Db } from "~/platform/database.server";
import { versionsById } from "~/standards/versions.server";
import type { Assessment } from "./draft.server";
import type { Ancestor } from "./moved-from.server";
import { type NewIn, newSince } from "./new-in-version";
import { stepsIn } from "./newer.server";

/** What is new to a draft's people in its version, since they last sent one, or else since they began. `older`: whose answers went into it, the nearest first. Reads nothing that was read before. */
export async function newTo(db: Db, { facts, version: { standard } }: Pick<Assessment, "facts" | "version">, older: readonly Ancestor[]): Promise<Record<string, NewIn>> {
  const since = older.find(({ sentBy }) => sentBy !== null) ?? older.at(-1);
  if (!facts || !since || since.version === standard.version) return {};
  const versions = (await versionsById(db, since.versions)).map((each) => each.standard);
  const from = versions.find(({ version }) => version === since.version);
  const steps = from && stepsIn(versions, from.version, standard.version);
  return from && steps ? newSince(facts, from, steps) : {};
}
