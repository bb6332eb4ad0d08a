import { describe, expect, test } from "vitest";
import { fetchable } from "~/evidence/address";
import { isPublicAddress } from "~/platform/network-address";

describe("which addresses may be fetched", () => {
  test.each(["http://example.org/a?b#c", "https://example.org", "https://example.org:443/x", "http://example.org:80"])("%s", (text) => expect(fetchable(text)).toBeInstanceOf(URL));
  test.each([
    "ftp://example.org",
    "file:///etc/passwd",
    "gopher://example.org",
    "http://example.org:22/",
    "http://example.org:6379",
    "https://user:pass@example.org",
    "http://user@example.org",
    "not one",
  ])("never %s", (text) => expect(fetchable(text)).toBeUndefined());
});

describe("which numbers are of the open internet", () => {
  test.each(["8.8.8.8", "93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946"])("%s", (address) => expect(isPublicAddress(address)).toBe(true));
  test.each([
    "127.0.0.1",
    "127.8.9.1",
    "0.0.0.0",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "fe80::1",
    "fc00::1",
    "fd12:3456::1",
    "ff02::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "::7f00:1",
    "::127.0.0.1",
    "64:ff9b:1::1",
    "::ffff:0:10.0.0.1",
    "fec0::1",
    "2001:db8::1",
    "198.18.0.1",
    "localhost",
    "",
  ])("never %s", (address) => expect(isPublicAddress(address)).toBe(false));
});
