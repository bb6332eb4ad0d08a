import type { RouteConfigEntry } from "@remix-run/route-config";
import routes from "~/routes";

const files = import.meta.glob<object>("../../app/routes/**/*.{ts,tsx}", { eager: true });
const entries = (list: RouteConfigEntry[]): RouteConfigEntry[] => list.flatMap((each) => [each, ...entries(each.children ?? [])]);
const all = entries(routes as RouteConfigEntry[]);

/** Every address that Remix answers, with the module that does. */
export const routePatterns = () => all.map(({ path = "", file }) => ({ address: `/${path}`.replace(/\/$/, "") || "/", module: files[`../../app/${file}`] ?? {} }));

/** Route files that no address leads to. Pieces a folder keeps for itself end in `.server`, or are not routes at all. */
export const routeModules = () => Object.keys(files).filter((file) => !file.includes(".server.") && !all.some((each) => `../../app/${each.file}` === file));
