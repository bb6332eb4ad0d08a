import ipaddr from "ipaddr.js";

/** Whether a page may be fetched from here: http or https, the usual port, no name or password in it. Undefined when not. */
export function fetchable(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const usual = url.port === "" || url.port === "80" || url.port === "443";
  return (url.protocol === "http:" || url.protocol === "https:") && usual && url.username === "" && url.password === "" ? url : undefined;
}

/** Whether a number is an address of the open internet: only what the registries call unicast, and an IPv4 address inside an IPv6 one counts as that IPv4 address. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  return ipaddr.process(address).range() === "unicast";
}
