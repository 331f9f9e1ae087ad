import assert from "node:assert/strict";
import { gatewayTrustedProxiesWithoutAuth } from "../../../server/src/core/rules/gateway/trusted-proxies-without-auth.ts";
import { analyse } from "../../support/analyse.ts";
import { check } from "../../support/check-rule.ts";
import { fixesByTitle, severitiesOf } from "../../support/offered-fixes.ts";
import { onlySet } from "../../support/own-variables.ts";

const code = "gateway.trusted_proxies_without_auth";

describe(code, () => {
  it("points at the list", () =>
    check(
      gatewayTrustedProxiesWithoutAuth,
      `{
  gateway: { trustedProxies: ["127.0.0.1"] },
  //         ^^^^^^^^^^^^^^ gateway.trusted_proxies_without_auth
}`,
    ));
  it("shows both ends", () => {
    const { problems } = analyse(
      `{ gateway: { mode: "local", bind: "loopback", trustedProxies: ["::1"], auth: {} } }`,
    ).diagnosis;
    assert.deepEqual(
      problems
        .find((problem) => problem.code === code)
        ?.related.map(({ message }) => message),
      ["No login is required here", "The proxy reaches the gateway here"],
    );
  });
  for (const [gateway, environment, expected] of [
    [`trustedProxies: ["::1"]`, onlySet(), "error"],
    [`trustedProxies: ["\${PROXY}"]`, onlySet(), "error"],
    [`trustedProxies: ["::1"], auth: { token: "" }`, undefined, "error"],
    [`trustedProxies: ["::1"]`, onlySet("CLAWDBOT_GATEWAY_TOKEN"), undefined],
    [`trustedProxies: ["::1"], auth: { token: "\${T}" }`, onlySet(), undefined],
    [`trustedProxies: ["::1"], auth: { mode: "token" }`, onlySet(), undefined],
    // None of these is equal to the address of a connection.
    [`trustedProxies: ["*", "localhost", "10.0.0.0/8"]`, onlySet(), undefined],
    [`trustedProxies: ["10.0.0.5"]`, onlySet(), undefined],
    [`trustedProxies: []`, onlySet(), undefined],
    // The gateway does not start.
    [`bind: "lan", trustedProxies: ["127.0.0.1"]`, onlySet(), undefined],
    [`bind: "\${BIND}", trustedProxies: ["127.0.0.1"]`, onlySet(), "error"],
  ] as const)
    it(gateway, () =>
      assert.equal(
        severitiesOf(
          code,
          `{ gateway: { mode: "local", ${gateway} } }`,
          environment && { environment },
        )[0],
        expected,
      ),
    );
  it("is silent in a client's file", () =>
    check(
      gatewayTrustedProxiesWithoutAuth,
      `{ gateway: { mode: "remote", trustedProxies: ["::1"] } }`,
    ));
  it("offers a login, or to trust nobody", () =>
    assert.deepEqual(
      Object.keys(
        fixesByTitle(
          code,
          `{ gateway: { mode: "local", trustedProxies: ["127.0.0.1"] } }`,
        ),
      ),
      [
        "Require a token from CLAWDBOT_GATEWAY_TOKEN",
        "Generate a token here",
        "Trust no proxy",
      ],
    ));
});
