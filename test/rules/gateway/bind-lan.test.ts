import assert from "node:assert/strict";
import { gatewayBindLan } from "../../../server/src/core/rules/gateway/bind-lan.ts";
import { check, findingsOf } from "../../support/check-rule.ts";
import { inProfiles, fixesByTitle } from "../../support/offered-fixes.ts";

const auth = `auth: { token: "\${T}" }`;

describe("gateway.bind_lan", () => {
  it("points at the bind, even behind a login", () =>
    check(
      gatewayBindLan,
      `{
  gateway: { bind: "lan", auth: { token: "\${T}" } },
  //               ^^^^^ gateway.bind_lan
}`,
    ));
  for (const [gateway, expected] of [
    [`bind: "lan", ${auth}`, ["warning", "error"]],
    [`bind: "custom", ${auth}`, ["warning", "error"]],
    // What is worse about the same word is told by gateway.bind_no_auth and startup.tailscale_bind.
    [`bind: "lan"`, ["silent", "error"]],
    [`bind: "lan", ${auth}, tailscale: { mode: "serve" }`, ["silent", "error"]],
    [`bind: "lan", ${auth}, tailscale: { mode: "off" }`, ["warning", "error"]],
    [
      `bind: "lan", ${auth}, tailscale: { mode: "\${MODE}" }`,
      ["warning", "error"],
    ],
    [`bind: "tailnet", ${auth}`, ["silent", "silent"]],
    [`bind: "auto", ${auth}`, ["silent", "silent"]],
    [`bind: "loopback", ${auth}`, ["silent", "silent"]],
    [`bind: "\${BIND}", ${auth}`, ["silent", "silent"]],
    [auth, ["silent", "silent"]],
  ] as const)
    it(gateway, () =>
      assert.deepEqual(
        inProfiles(
          "gateway.bind_lan",
          `{ gateway: { mode: "local", ${gateway} } }`,
        ),
        expected,
      ),
    );
  it("is silent in a client's file", () =>
    check(gatewayBindLan, `{ gateway: { mode: "remote", bind: "lan" } }`));
  it("speaks of plain text only without TLS", () => {
    const [plain] = findingsOf(
      gatewayBindLan,
      `{ gateway: { bind: "lan", ${auth} } }`,
    );
    const [tls] = findingsOf(
      gatewayBindLan,
      `{ gateway: { bind: "lan", ${auth}, tls: { enabled: true } } }`,
    );
    assert.match(plain?.message ?? "", /nothing is encrypted/);
    assert.doesNotMatch(tls?.message ?? "encrypted", /encrypted/);
  });
  it("offers three ways out, loopback first", () =>
    assert.deepEqual(
      fixesByTitle(
        "gateway.bind_lan",
        `{ gateway: { mode: "local", bind: "lan", ${auth} } }`,
      ),
      {
        "Bind to loopback": `{ gateway: { mode: "local", bind: "loopback", ${auth} } }`,
        "Bind to loopback and serve through Tailscale": `{ gateway: { mode: "local", bind: "loopback", ${auth}, tailscale: { mode: "serve" } } }`,
        "Bind to the tailnet's address": `{ gateway: { mode: "local", bind: "tailnet", ${auth} } }`,
      },
    ));
  it("trades no hole for another: a trusted proxy on loopback without a login", () =>
    assert.deepEqual(
      Object.keys(
        fixesByTitle(
          "gateway.bind_lan",
          `{ gateway: { mode: "local", bind: "lan", trustedProxies: ["127.0.0.1"] } }`,
          { profile: "strict" },
        ),
      ),
      ["Bind to the tailnet's address"],
    ));
});
