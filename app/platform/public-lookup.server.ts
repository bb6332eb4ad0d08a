import { lookup } from "node:dns/promises";
import type { LookupFunction } from "node:net";
import { isPublicAddress } from "./network-address";

/** Where something outside was asked for and must not be: a number of our own network, or a name that stands for one. */
export class NotAllowed extends Error {}

/** Looks a name up. Given by tests alone; no setting leads here. */
export type Resolve = (host: string) => Promise<{ address: string; family: number }[]>;

/** Which numbers may be connected to. Given by tests alone, like `Resolve`. */
export type Allowed = (address: string) => boolean;

/**
 * Looks a name up for the connection itself: nobody can answer otherwise in between. One private address among several is enough to refuse.
 * A host that is a number is never looked up: whoever connects looks at it first, with `isNumber` and `isPublicAddress`.
 */
export const publicOnly =
  (resolve: Resolve = (name) => lookup(name, { all: true }), allowed: Allowed = isPublicAddress): LookupFunction =>
  (host, { all }, callback) => {
    resolve(host).then(
      (found) => {
        const [first] = found;
        if (!first || found.some(({ address }) => !allowed(address))) callback(new NotAllowed(), "", 0);
        else if (all) callback(null, found);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, "", 0),
    );
  };
