import assert from "node:assert/strict";
import { isPrivateHost } from "../../../server/src/core/text/private-host.ts";

describe("isPrivateHost", () => {
  // RFC 1918, RFC 3927, RFC 4193, RFC 6598, RFC 6762, RFC 8375.
  const table: readonly (readonly [string, boolean])[] = [
    ["10.0.0.1", true],
    ["172.15.0.1", false],
    ["172.16.0.1", true],
    ["172.31.255.255", true],
    ["172.32.0.1", false],
    ["192.168.0.1", true],
    ["192.169.0.1", false],
    ["169.254.1.1", true],
    ["100.63.0.1", false],
    ["100.64.0.1", true],
    ["100.127.0.1", true],
    ["100.128.0.1", false],
    ["[fc00::1]", true],
    ["[fd12::1]", true],
    ["[fe80::1]", true],
    ["[fec0::1]", false],
    ["[2001:db8::1]", false],
    ["nas", true],
    ["nas.local", true],
    ["nas.home.arpa", true],
    ["nas.tail1.ts.net", true],
    ["local.example.com", false],
    ["example.com", false],
  ];
  for (const [host, expected] of table)
    it(`${host} is ${expected ? "private" : "public"}`, () =>
      assert.equal(isPrivateHost(host), expected));
});
