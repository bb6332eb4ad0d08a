import { describe, expect, test } from "vitest";
import { networkAddress, rangesFrom } from "~/platform/network-address";

const proxies = rangesFrom("10.0.0.0/8, ::1")!;

describe("whose address is counted", () => {
  test.each([
    ["the other end of the connection", "192.0.2.7", null, "192.0.2.7"],
    ["whatever it says of others", "192.0.2.7", "198.51.100.1", "192.0.2.7"],
    ["an address as IPv6 writes it", "::ffff:192.0.2.7", null, "192.0.2.7"],
    ["the network of a household, for IPv6", "2001:db8:1:2:3:4:5:6", null, "2001:db8:1:2::/64"],
    ["none that can be read", undefined, null, "unknown"],
  ])("without proxies: %s", (_, peer, forwarded, expected) => expect(networkAddress(peer, forwarded, [])).toBe(expected));

  test.each([
    ["what our proxy says", "10.1.2.3", "198.51.100.1", "198.51.100.1"],
    ["the last that is none of ours: what stands before it anybody may write", "10.1.2.3", "203.0.113.9, 198.51.100.1, 10.9.9.9", "198.51.100.1"],
    ["our proxy itself, when it says nothing", "10.1.2.3", null, "10.1.2.3"],
    ["nobody's, when our proxy says nonsense", "10.1.2.3", "localhost", "unknown"],
    ["a stranger's own, whatever they say", "192.0.2.7", "10.1.2.3", "192.0.2.7"],
    ["a proxy over IPv6", "::1", "2001:db8::5", "2001:db8:0:0::/64"],
  ])("with proxies: %s", (_, peer, forwarded, expected) => expect(networkAddress(peer, forwarded, proxies)).toBe(expected));

  test("ranges are ranges", () => {
    expect(rangesFrom("10.0.0.0/8,192.0.2.1")).toHaveLength(2);
    for (const wrong of ["", "proxy", "10.0.0.0/99", "10.0.0.0/8,"]) expect(rangesFrom(wrong)).toBeUndefined();
  });
});
