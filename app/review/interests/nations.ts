import type { Nation } from "../bank-holidays";

/** The nations as a page names them. */
export const nationNames: Record<Nation, string> = { england: "England", wales: "Wales", scotland: "Scotland", northern_ireland: "Northern Ireland" };
export const nations = Object.keys(nationNames) as [Nation, ...Nation[]];
