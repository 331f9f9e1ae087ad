import assert from "node:assert/strict";
import { whereabouts } from "../../../server/src/core/access/whereabouts.ts";

describe("whereabouts", () => {
  for (const [host, where] of [
    ["localhost", "computer"],
    ["bot.localhost", "computer"],
    ["127.0.0.1", "computer"],
    ["127.9.9.9", "computer"],
    ["0.0.0.0", "computer"],
    ["[::1]", "computer"],
    ["[::]", "computer"],
    ["bot.tail1234.ts.net", "tailnet"],
    ["100.64.0.1", "tailnet"],
    ["100.127.255.255", "tailnet"],
    ["[fd7a:115c:a1e0::1]", "tailnet"],
    ["100.128.0.1", "network"],
    ["192.168.1.1", "network"],
    ["[fd00::1]", "network"],
    // Names that only begin like an address of this computer.
    ["127.0.0.1.nip.io", "network"],
    ["localhost.example.net", "network"],
    ["bot.example.net", "network"],
  ] as const)
    it(`${host}: ${where}`, () =>
      assert.equal(whereabouts({ secure: false, host, port: 80 }), where));
});
