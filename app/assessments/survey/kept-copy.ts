import { z } from "zod";
import type { Autosaving } from "./autosave";

const Parts = z.record(z.string(), z.unknown());
const KeptShape = z.object({ base: z.object({ version: z.number().int(), parts: Parts }), mine: Parts });

/** A copy in this browser of what was not acknowledged yet, for one person and one address: nobody else who signs in here is shown it. Written at once, so that it survives a tab that is killed. */
export function keptCopy(personId: string, address: string, store: Pick<Storage, "getItem" | "setItem" | "removeItem">): Autosaving["kept"] {
  const key = `waymark:${personId}:${address}`;
  return {
    read() {
      try {
        return KeptShape.parse(JSON.parse(store.getItem(key) ?? "null"));
      } catch {
        return undefined;
      }
    },
    write(kept) {
      try {
        store.setItem(key, JSON.stringify(kept));
      } catch {
        // Full or barred: the copy on the server still comes.
      }
    },
    clear() {
      try {
        store.removeItem(key);
      } catch {
        // Barred: there is nothing to remove.
      }
    },
  };
}
