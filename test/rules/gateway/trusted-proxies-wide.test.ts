import assert from "node:assert/strict";
import { gatewayTrustedProxiesWide } from "../../../server/src/core/rules/gateway/trusted-proxies-wide.ts";
import { check, findingsOf } from "../../support/check-rule.ts";
import { severitiesOf } from "../../support/offered-fixes.ts";

const many = Array.from({ length: 6 }, (_, index) => `10.0.0.${index + 1}`);
const file = (bind: string, entries: readonly string[]): string =>
  `{ gateway: { mode: "local", bind: "${bind}", auth: { token: "\${T}" }, trustedProxies: ${JSON.stringify(entries)} } }`;

describe("gateway.trusted_proxies_wide", () => {
  it("points at a public address", () =>
    check(
      gatewayTrustedProxiesWide,
      `{
  gateway: { bind: "lan", trustedProxies: ["10.0.0.1", "203.0.113.9"] },
  //                                                   ^^^^^^^^^^^^^ gateway.trusted_proxies_wide
}`,
    ));
  for (const [bind, entries, expected] of [
    ["lan", ["203.0.113.9"], ["warning"]],
    ["tailnet", ["203.0.113.9"], ["warning"]],
    // Nothing but this computer connects there.
    ["loopback", ["203.0.113.9"], []],
    ["lan", ["192.168.1.1", "100.64.0.1", "127.0.0.1", "${P}"], []],
    ["lan", ["203.0.113.0/24"], []],
    ["lan", many, ["info"]],
    ["lan", many.slice(1), []],
    ["lan", [...many.slice(1), "*"], []],
    ["lan", [...many, "203.0.113.9"], ["info", "warning"]],
  ] as const)
    it(`${bind}: ${entries.join()}`, () =>
      assert.deepEqual(
        severitiesOf("gateway.trusted_proxies_wide", file(bind, entries)),
        expected,
      ));
  it("is silent in a client's file", () =>
    assert.equal(
      findingsOf(
        gatewayTrustedProxiesWide,
        file("lan", many).replace(`"local"`, `"remote"`),
      ).length,
      0,
    ));
});
