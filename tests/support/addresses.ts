import type { RouteConfigEntry } from "@remix-run/route-config";
import routes from "~/routes";

const files = import.meta.glob<object>("../../app/routes/**/*.{ts,tsx}", { eager: true });
const entries = (list: RouteConfigEntry[]): RouteConfigEntry[] => list.flatMap((each) => [each, ...entries(each.children ?? [])]);
const all = entries(routes as RouteConfigEntry[]);

/** Every address that Remix answers, with the module that does. */
export const routePatterns = () => all.map(({ path = "", file }) => ({ address: `/${path}`.replace(/\/$/, "") || "/", module: files[`../../app/${file}`] ?? {} }));

/** Files that answer like routes, and that no address leads to. */
export const lostRoutes = () =>
  Object.keys(files).filter((file) => ["loader", "action", "default"].some((each) => each in files[file]!) && !all.some((each) => `../../app/${each.file}` === file));
