import assert from "node:assert/strict";
import { gatewayPortClash } from "../../../server/src/core/rules/gateway/port-clash.ts";
import { check, findingsOf } from "../../support/check-rule.ts";
import { fixesByTitle } from "../../support/offered-fixes.ts";
import { onlySet } from "../../support/own-variables.ts";

const profile = (port: number): string =>
  `{ cdpPort: ${port}, color: "#aabbcc" }`;

describe("gateway.port_clash", () => {
  it("points at the second that wants the port", () =>
    check(
      gatewayPortClash,
      `{
  gateway: { port: 20000 },
  browser: { controlUrl: "http://localhost:20000" },
  //                     ^^^^^^^^^^^^^^^^^^^^^^^^ gateway.port_clash
}`,
    ));
  it("points at the one that is written, when the other is counted from the gateway's port", () =>
    check(
      gatewayPortClash,
      `{
  browser: { profiles: { work: { cdpPort: 18791, color: "#aabbcc" } } },
  //                                      ^^^^^ gateway.port_clash
}`,
    ));
  for (const [text, expected] of [
    [
      `{ gateway: { port: 20000 }, browser: { profiles: { a: ${profile(20002)} } } }`,
      1,
    ],
    [
      `{ gateway: { port: 20000 }, browser: { profiles: { a: ${profile(20011)} } } }`,
      0,
    ],
    // Above the last port the usual one is taken (config/port-defaults.js).
    [
      `{ gateway: { port: 65534 }, browser: { profiles: { a: ${profile(18791)} } } }`,
      1,
    ],
    [
      `{ gateway: { port: 65534 }, browser: { profiles: { a: ${profile(65536 - 1)} } } }`,
      0,
    ],
    [
      `{ browser: { enabled: false, controlUrl: "http://localhost:18789" } }`,
      0,
    ],
    [`{ browser: { controlUrl: "http://10.0.0.5:18789" } }`, 0],
    [`{ browser: { controlUrl: "http://\${H}:18789" } }`, 0],
    [
      `{ gateway: { port: 3978 }, channels: { msteams: { webhook: { port: 3978 } } } }`,
      1,
    ],
    [
      `{ gateway: { port: 3978 }, channels: { msteams: { enabled: false, webhook: { port: 3978 } } } }`,
      0,
    ],
    [`{ hooks: { gmail: { serve: { port: 18789 } } } }`, 1],
    // Two profiles may share a browser.
    [
      `{ browser: { profiles: { a: ${profile(18800)}, b: ${profile(18800)} } } }`,
      0,
    ],
    [
      `{ gateway: { mode: "remote", port: 3978 }, channels: { msteams: { webhook: { port: 3978 } } } }`,
      0,
    ],
    [`{}`, 0],
  ] as const)
    it(`${text} gives ${expected}`, () =>
      assert.equal(findingsOf(gatewayPortClash, text).length, expected));
  it("is silent where a variable moves the gateway", () =>
    check(
      gatewayPortClash,
      `{ gateway: { port: 20000 }, browser: { controlUrl: "http://localhost:20000" } }`,
      { environment: onlySet("CLAWDBOT_GATEWAY_PORT") },
    ));
  it("gives a browser the next port that is free", () =>
    assert.deepEqual(
      fixesByTitle(
        "gateway.port_clash",
        `{ gateway: { mode: "local", auth: { token: "\${T}" } }, browser: { profiles: { a: ${profile(18789)}, b: ${profile(18800)} } } }`,
      ),
      {
        "Use port 18801": `{ gateway: { mode: "local", auth: { token: "\${T}" } }, browser: { profiles: { a: ${profile(18801)}, b: ${profile(18800)} } } }`,
      },
    ));
});
