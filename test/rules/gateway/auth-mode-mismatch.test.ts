import assert from "node:assert/strict";
import { gatewayAuthModeMismatch } from "../../../server/src/core/rules/gateway/auth-mode-mismatch.ts";
import { check } from "../../support/check-rule.ts";
import { fixesByTitle, severitiesOf } from "../../support/offered-fixes.ts";
import { onlySet } from "../../support/own-variables.ts";

describe("gateway.auth_mode_mismatch", () => {
  it("points at the mode whose secret is missing", () =>
    check(
      gatewayAuthModeMismatch,
      `{
  gateway: { auth: { mode: "token", password: "\${P}" } },
  //                       ^^^^^^^ gateway.auth_mode_mismatch
}`,
    ));
  it("points at the token that a password beats", () =>
    check(
      gatewayAuthModeMismatch,
      `{
  gateway: { auth: { token: "\${T}", password: "\${P}" } },
  //                        ^^^^^^ gateway.auth_mode_mismatch
}`,
    ));
  const token = "CLAWDBOT_GATEWAY_TOKEN";
  const password = "CLAWDBOT_GATEWAY_PASSWORD";
  for (const [auth, environment, expected] of [
    [`mode: "token", password: "\${P}"`, onlySet(), "error"],
    [`mode: "token", token: "", password: "\${P}"`, onlySet(token), "error"],
    [`mode: "token", password: "\${P}"`, onlySet(token), undefined],
    [`mode: "password", token: "\${T}"`, onlySet(), "error"],
    [`mode: "password", token: "\${T}"`, onlySet(password), undefined],
    [`mode: "token", token: "\${T}", password: "\${P}"`, onlySet(), undefined],
    [`mode: "\${M}", token: "\${T}", password: "\${P}"`, onlySet(), undefined],
    [`token: "\${T}", password: "\${P}"`, onlySet(), "warning"],
    [`token: "\${T}"`, onlySet(password), "warning"],
    [`token: "\${T}"`, undefined, undefined],
    [`token: "\${T}", password: ""`, onlySet(password), undefined],
    [`token: "", password: "\${P}"`, onlySet(), undefined],
    [`password: "\${P}"`, onlySet(token), undefined],
    [`mode: "token"`, onlySet(), undefined],
  ] as const)
    it(`${auth} with ${environment === undefined ? "unknown variables" : [...environment.known.keys()].join() || "none set"}`, () =>
      assert.equal(
        severitiesOf(
          "gateway.auth_mode_mismatch",
          `{ gateway: { mode: "local", auth: { ${auth} } } }`,
          environment && { environment },
        )[0],
        expected,
      ));
  it("is silent in a client's file", () =>
    check(
      gatewayAuthModeMismatch,
      `{ gateway: { mode: "remote", auth: { mode: "token", password: "x" } } }`,
    ));
  it("writes the mode that is meant", () => {
    assert.deepEqual(
      fixesByTitle(
        "gateway.auth_mode_mismatch",
        `{ gateway: { mode: "local", auth: { mode: "token", password: "\${P}" } } }`,
      ),
      {
        "Ask for the password": `{ gateway: { mode: "local", auth: { mode: "password", password: "\${P}" } } }`,
      },
    );
    assert.deepEqual(
      Object.keys(
        fixesByTitle(
          "gateway.auth_mode_mismatch",
          `{ gateway: { mode: "local", auth: { token: "\${T}", password: "\${P}" } } }`,
        ),
      ),
      ["Ask for the password", "Ask for the token"],
    );
  });
});
