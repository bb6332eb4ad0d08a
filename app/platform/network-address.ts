import ipaddr from "ipaddr.js";

/** Ranges such as `10.0.0.0/8` or `::1`; undefined for anything else. */
export function rangesFrom(text: string): Range[] | undefined {
  const parts = text.split(",").map((each) => each.trim());
  return parts.every((each) => ipaddr.isValidCIDR(each) || ipaddr.isValid(each)) ? parts.map(rangeOf) : undefined;
}
export type Range = [ipaddr.IPv4 | ipaddr.IPv6, number];

/**
 * The address a request comes from, for counting: of IPv6 the network that one household has, the first 64 bits. `peer`: the other end of the connection, which cannot be forged.
 * What `X-Forwarded-For` says is believed only from proxies in `trusted`: then it is the last address in it that is none of theirs. Anybody may write what stands before.
 */
export function networkAddress(peer: string | undefined, forwardedFor: string | null | undefined, trusted: readonly Range[]): string {
  const chain = [...(forwardedFor?.split(",") ?? []), peer ?? ""].map((each) => each.trim());
  while (chain.length > 1 && isWithin(chain.at(-1)!, trusted)) chain.pop();
  const last = chain.at(-1)!;
  return ipaddr.isValid(last) ? network(last) : "unknown";
}

function network(address: string): string {
  const read = ipaddr.process(address);
  return read instanceof ipaddr.IPv6
    ? `${read.parts
        .slice(0, 4)
        .map((each) => each.toString(16))
        .join(":")}::/64`
    : read.toString();
}

function isWithin(address: string, ranges: readonly Range[]): boolean {
  if (!ipaddr.isValid(address)) return false;
  const read = ipaddr.process(address);
  return ranges.some(([range, bits]) => read.kind() === range.kind() && read.match(range as ipaddr.IPv4, bits));
}

function rangeOf(text: string): Range {
  if (ipaddr.isValidCIDR(text)) return ipaddr.parseCIDR(text);
  const address = ipaddr.process(text);
  return [address, address.kind() === "ipv4" ? 32 : 128];
}

/**
 * Whether a number is an address of the open internet: only what the registries call unicast, and an IPv4 address inside an IPv6 one counts as that IPv4 address.
 * Of IPv6 only what is given out at all (2000::/3): `::7f00:1` is an old way to write 127.0.0.1.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const read = ipaddr.process(address);
  return read.range() === "unicast" && (read instanceof ipaddr.IPv4 || read.match(givenOut));
}

const givenOut = ipaddr.IPv6.parseCIDR("2000::/3");

/** The host of an address as the network sees it, without the brackets of IPv6, and whether it is a number: `127.0.0.1`, `::1`. */
export function hostOf(url: URL): { host: string; isNumber: boolean } {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  return { host, isNumber: /^[\d.]+$/.test(host) || host.includes(":") };
}
