import assert from "node:assert/strict";
import { environmentModes } from "../../../server/src/core/config/environment.ts";
import { gatewayLoopbackNoAuth } from "../../../server/src/core/rules/gateway/loopback-no-auth.ts";
import { check, findingsOf } from "../../support/check-rule.ts";

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
    [`{ gateway: { controlUi: { enabled: false } } }`, "nothing is served"],
    [`{ gateway: { auth: { token: "\${T}" } } }`, "there is a token"],
    [`{ gateway: { mode: "remote" } }`, "the file belongs to a client"],
  ] as const) {
    it(`is silent: ${why}`, () => check(gatewayLoopbackNoAuth, text));
  }
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
