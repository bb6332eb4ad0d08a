import { digestOf } from "~/platform/signing/ecdsa.server";
import { merkle } from "./tree";

/** The tree of the log, with SHA-256. */
export const { leafHash, nodeHash, growTree, includes, continues } = merkle(digestOf);
