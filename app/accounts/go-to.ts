import { paths } from "~/platform/paths";

const here = "https://here.invalid";
/** Backslashes, which some browsers read as slashes, and everything that is not a visible sign of ASCII. */
const oddSigns = /[^!-[\]-~]/;
const hiddenSigns = /%(2f|5c|[01][0-9a-f]|7f)/i;

/** Where to go after signing in: the given path when it is one of ours and safe in a `Location`, otherwise everybody's own start. */
export function ourPath(wanted: unknown): string {
  if (typeof wanted !== "string" || wanted.length > 500 || !wanted.startsWith("/") || oddSigns.test(wanted)) return paths.start;
  const [path = ""] = wanted.split(/[?#]/);
  if (hiddenSigns.test(path) || !URL.canParse(wanted, here)) return paths.start;
  const { origin, pathname, search } = new URL(wanted, here);
  if (origin !== here || pathname.startsWith("//")) return paths.start;
  // Nobody wants to be led back to signing in, or straight out again.
  if (/^\/sign-(in|out)(\/|$)/.test(pathname)) return paths.start;
  return pathname + search;
}
