import assert from "node:assert/strict";
import { environmentModes } from "../../../server/src/core/config/environment.ts";
import { gatewayLoopbackNoAuth } from "../../../server/src/core/rules/gateway/loopback-no-auth.ts";
import type { Profile } from "../../../server/src/core/rules/rule.ts";
import { check, findingsOf } from "../../support/check-rule.ts";
import { inProfiles, severitiesOf } from "../../support/offered-fixes.ts";

describe("gateway.loopback_no_auth", () => {
  it("points at the gateway that has no auth", () =>
    check(
      gatewayLoopbackNoAuth,
      `{
  gateway: { mode: "local" },
//^^^^^^^ gateway.loopback_no_auth
}`
        .replace("//^", "//  ^")
        .replace("  gateway", "    gateway"),
    ));
  it("points at the root's brace when there is no gateway", () =>
    check(
      gatewayLoopbackNoAuth,
      `{
  // ^file gateway.loopback_no_auth
}`,
    ));
  for (const [text, why] of [
    [`{ gateway: { bind: "lan" } }`, "another rule speaks about other binds"],
    [`{ gateway: { auth: { token: "\${T}" } } }`, "there is a token"],
    [`{ gateway: { mode: "remote" } }`, "the file belongs to a client"],
  ] as const) {
    it(`is silent: ${why}`, () => check(gatewayLoopbackNoAuth, text));
  }
  it("goes beyond the audit where the Control UI is off: the port still answers programs", () => {
    const text = `{ gateway: { mode: "local", controlUi: { enabled: false } } }`;
    const at = (profile: Profile): number =>
      findingsOf(gatewayLoopbackNoAuth, text, { profile }).length;
    assert.deepEqual([at("upstream"), at("recommended")], [0, 1]);
  });
  for (const [text, expected] of [
    [`{ gateway: { mode: "local" } }`, ["info", "warning"]],
    [
      `{ gateway: { mode: "local", tailscale: { mode: "serve" } } }`,
      ["warning", "error"],
    ],
    [
      `{ gateway: { mode: "local", controlUi: { basePath: "/bot" } } }`,
      ["warning", "error"],
    ],
    [
      `{ gateway: { mode: "local" }, channels: { slack: { mode: "http", signingSecret: "\${S}" } } }`,
      ["error", "error"],
    ],
    // The rule about trusted proxies says the worse of it.
    [
      `{ gateway: { mode: "local", trustedProxies: ["::1"], controlUi: { basePath: "/bot" } } }`,
      ["info", "warning"],
    ],
  ] as const)
    it(`is as bad as the way in: ${text}`, () =>
      assert.deepEqual(inProfiles("gateway.loopback_no_auth", text), expected));
  it("is an error in the audit's voice whatever the way in", () =>
    assert.deepEqual(
      severitiesOf(
        "gateway.loopback_no_auth",
        `{ gateway: { mode: "local", tailscale: { mode: "serve" } } }`,
        { profile: "upstream" },
      ),
      ["error"],
    ));
  it("repeats the audit on a client's file", () =>
    assert.equal(
      findingsOf(gatewayLoopbackNoAuth, `{ gateway: { mode: "remote" } }`, {
        profile: "upstream",
      }).length,
      1,
    ));
  it("says under which condition it is wrong", () => {
    const [unknown] = findingsOf(gatewayLoopbackNoAuth, "{}");
    const [empty] = findingsOf(gatewayLoopbackNoAuth, "{}", {
      environment: environmentModes.empty,
    });
    assert.match(
      unknown?.message ?? "",
      /unless CLAWDBOT_GATEWAY_TOKEN or CLAWDBOT_GATEWAY_PASSWORD is set where the gateway runs$/,
    );
    assert.doesNotMatch(empty?.message ?? "unless", /unless/);
  });
});
