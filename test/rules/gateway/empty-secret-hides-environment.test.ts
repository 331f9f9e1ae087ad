import assert from "node:assert/strict";
import { gatewayEmptySecretHidesEnvironment } from "../../../server/src/core/rules/gateway/empty-secret-hides-environment.ts";
import { fixedSecret } from "../../support/analyse.ts";
import { check } from "../../support/check-rule.ts";
import { inProfiles, fixesByTitle } from "../../support/offered-fixes.ts";

const code = "gateway.empty_secret_hides_environment";

describe(code, () => {
  it("points at each empty secret", () =>
    check(
      gatewayEmptySecretHidesEnvironment,
      `{
  gateway: { auth: { token: "",
  //                        ^^ gateway.empty_secret_hides_environment
                     password: '' } },
  //                           ^^ gateway.empty_secret_hides_environment
}`,
    ));
  for (const [auth, expected] of [
    [`token: ""`, ["error", "error"]],
    [`password: ""`, ["error", "error"]],
    // The other one is asked for.
    [`token: "", password: "\${P}"`, ["silent", "info"]],
    [`mode: "token", token: "\${T}", password: ""`, ["silent", "info"]],
    // The gateway does not start, and that is told.
    [`mode: "token", token: ""`, ["silent", "silent"]],
    [`token: "\${T}"`, ["silent", "silent"]],
    [`token: "  "`, ["silent", "silent"]],
    [``, ["silent", "silent"]],
  ] as const)
    it(`auth { ${auth} }`, () =>
      assert.deepEqual(
        inProfiles(code, `{ gateway: { mode: "local", auth: { ${auth} } } }`),
        expected,
      ));
  it("is silent in a client's file", () =>
    check(
      gatewayEmptySecretHidesEnvironment,
      `{ gateway: { mode: "remote", auth: { token: "" } } }`,
    ));
  it("offers the variable, a new secret, and to let the variable count", () =>
    assert.deepEqual(
      fixesByTitle(code, `{ gateway: { mode: "local", auth: { token: "" } } }`),
      {
        "Read it from CLAWDBOT_GATEWAY_TOKEN": `{ gateway: { mode: "local", auth: { token: "\${CLAWDBOT_GATEWAY_TOKEN}" } } }`,
        "Generate a new one here": `{ gateway: { mode: "local", auth: { token: "${fixedSecret}" } } }`,
        "Remove it, so that CLAWDBOT_GATEWAY_TOKEN counts": `{ gateway: { mode: "local", auth: {} } }`,
      },
    ));
});
