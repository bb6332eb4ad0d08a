/** No address of ours has a NUL in it, which a database cannot hold, and each can be decoded. */
export function isAddress(url: string): boolean {
  if (!url.includes("%")) return true;
  try {
    decodeURIComponent(url.split("?")[0] ?? "");
    return !url.includes("%00");
  } catch {
    return false;
  }
}

/**
 * A browser always says where a form comes from: in `Sec-Fetch-Site`, older ones in `Origin`. A client that sends neither and no cookie holds no session of ours.
 * `ours`: the origins that are this site. `guarded`: false for an address that a session changes nothing about.
 */
export function cameFromElsewhere({ method, headers }: Pick<Request, "method" | "headers">, ours: readonly string[], { guarded = true } = {}): boolean {
  if (["GET", "HEAD", "OPTIONS"].includes(method)) return false;
  const [site, origin] = [headers.get("Sec-Fetch-Site"), headers.get("Origin")];
  if (site) return site !== "same-origin" && site !== "none";
  if (origin) return !ours.includes(origin);
  return guarded && headers.has("Cookie");
}

/** What a page's own form would send. */
export const isForm = (type: string | null) => type === null || /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type);
