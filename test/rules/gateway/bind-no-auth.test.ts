import { environmentModes } from "../../../server/src/core/config/environment.ts";
import { gatewayBindNoAuth } from "../../../server/src/core/rules/gateway/bind-no-auth.ts";
import { check } from "../../support/check-rule.ts";

describe("gateway.bind_no_auth", () => {
  it("points at the value that opens the gateway", () =>
    check(
      gatewayBindNoAuth,
      `{
  gateway: { bind: 'lan' },
  //               ^^^^^ gateway.bind_no_auth
}`,
    ));
  for (const [gateway, why] of [
    [`{ bind: "loopback" }`, "loopback"],
    [`{}`, "loopback is the default"],
    [`{ bind: "\${BIND}" }`, "a variable may be loopback"],
    [`{ bind: "0.0.0.0" }`, "the schema refuses that value and says so"],
    [`{ bind: "lan", auth: { token: "\${T}" } }`, "a variable holds the token"],
    [`{ bind: "lan", auth: { token: "x" } }`, "there is a token"],
    [`{ bind: "lan", auth: { password: "x" } }`, "there is a password"],
    [
      `{ bind: "lan", auth: { mode: "token" } }`,
      "the mode is set, so the gateway does not start without a token",
    ],
    [`{ bind: "lan", auth: { mode: "\${MODE}" } }`, "the mode is unknown"],
  ] as const) {
    it(`is silent: ${why}`, () =>
      check(gatewayBindNoAuth, `{ gateway: ${gateway} }`));
  }
  it("speaks when an empty token hides the environment's", () =>
    check(
      gatewayBindNoAuth,
      `{
  gateway: { auth: { token: "" }, bind: "auto" },
  //                                    ^^^^^^ gateway.bind_no_auth
}`,
      {
        environment: {
          ...environmentModes.unknown,
          known: new Map([["CLAWDBOT_GATEWAY_TOKEN", "set"]]),
        },
      },
    ));
  it("is silent when the token is known to be in the environment", () =>
    check(gatewayBindNoAuth, `{ gateway: { bind: "lan" } }`, {
      environment: {
        ...environmentModes.unknown,
        known: new Map([["CLAWDBOT_GATEWAY_TOKEN", "set"]]),
      },
    }));
  it("speaks in the audit's voice whatever the environment holds", () =>
    check(
      gatewayBindNoAuth,
      `{
  gateway: { bind: "lan" },
  //               ^^^^^ gateway.bind_no_auth
}`,
      {
        profile: "upstream",
        environment: {
          ...environmentModes.unknown,
          known: new Map([["CLAWDBOT_GATEWAY_TOKEN", "set"]]),
        },
      },
    ));
});
