import assert from "node:assert/strict";
import { gatewayHttpEndpointsWithoutAuth } from "../../../server/src/core/rules/gateway/http-endpoints-without-auth.ts";
import { check } from "../../support/check-rule.ts";
import { fixesByTitle, severitiesOf } from "../../support/offered-fixes.ts";
import { onlySet } from "../../support/own-variables.ts";

const code = "gateway.http_endpoints_without_auth";
const chat = `http: { endpoints: { responses: { enabled: true } } }`;

describe(code, () => {
  it("points at the endpoint", () =>
    check(
      gatewayHttpEndpointsWithoutAuth,
      `{
  gateway: { http: { endpoints: { responses: { enabled: true } } } },
  //                                                    ^^^^ gateway.http_endpoints_without_auth
}`,
    ));
  for (const [gateway, environment, expected] of [
    [chat, undefined, "error"],
    [
      `${chat}, auth: { token: "" }`,
      onlySet("CLAWDBOT_GATEWAY_TOKEN"),
      "error",
    ],
    [chat, onlySet("CLAWDBOT_GATEWAY_TOKEN"), undefined],
    [`${chat}, auth: { token: "\${T}" }`, onlySet(), undefined],
    [`${chat}, auth: { mode: "\${M}" }`, onlySet(), undefined],
    [chat.replace("true", "false"), onlySet(), undefined],
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
      gatewayHttpEndpointsWithoutAuth,
      `{ gateway: { mode: "remote", ${chat} } }`,
    ));
  it("offers a login, or to switch it off", () =>
    assert.deepEqual(
      Object.keys(
        fixesByTitle(code, `{ gateway: { mode: "local", ${chat} } }`),
      ),
      [
        "Require a token from CLAWDBOT_GATEWAY_TOKEN",
        "Generate a token here",
        "Switch /v1/responses off",
      ],
    ));
});
