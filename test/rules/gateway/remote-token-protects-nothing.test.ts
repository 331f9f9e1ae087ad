import assert from "node:assert/strict";
import { gatewayRemoteTokenProtectsNothing } from "../../../server/src/core/rules/gateway/remote-token-protects-nothing.ts";
import { check } from "../../support/check-rule.ts";
import { fixesByTitle, severitiesOf } from "../../support/offered-fixes.ts";
import { onlySet } from "../../support/own-variables.ts";

const code = "gateway.remote_token_protects_nothing";

describe(code, () => {
  it("points at the secret for elsewhere", () =>
    check(
      gatewayRemoteTokenProtectsNothing,
      `{
  gateway: { mode: "local", remote: { token: "\${R}" } },
  //                                         ^^^^^^ gateway.remote_token_protects_nothing
}`,
    ));
  for (const [gateway, environment, expected] of [
    [`mode: "local", remote: { password: "\${R}" }`, undefined, "warning"],
    [`remote: { token: "\${R}" }`, onlySet(), "warning"],
    [
      `mode: "local", remote: { token: "\${R}" }`,
      onlySet("CLAWDBOT_GATEWAY_TOKEN"),
      undefined,
    ],
    [
      `mode: "local", remote: { token: "\${R}" }, auth: { token: "\${T}" }`,
      onlySet(),
      undefined,
    ],
    // Without a token the gateway does not start: that is told.
    [
      `mode: "local", remote: { token: "\${R}" }, auth: { mode: "token" }`,
      onlySet(),
      undefined,
    ],
    [`mode: "remote", remote: { token: "\${R}" }`, onlySet(), undefined],
    [`mode: "local", remote: { token: " " }`, onlySet(), undefined],
    [`mode: "local", remote: { url: "wss://a.b" }`, onlySet(), undefined],
    // Who refers to the variable runs where it is set, so the gateway asks for it.
    [
      `mode: "local", remote: { token: "\${CLAWDBOT_GATEWAY_TOKEN}" }`,
      undefined,
      undefined,
    ],
  ] as const)
    it(gateway, () =>
      assert.equal(
        severitiesOf(
          code,
          `{ gateway: { ${gateway} } }`,
          environment && { environment },
        )[0],
        expected,
      ),
    );
  it("moves the secret, so that none is lost", () =>
    assert.equal(
      fixesByTitle(
        code,
        `{ gateway: { mode: "local", remote: { url: "wss://a.b", password: "\${R}" } } }`,
      )["Make it the password of this gateway"],
      `{ gateway: { mode: "local", auth: { mode: "password", password: "\${R}" }, remote: { url: "wss://a.b" } } }`,
    ));
});
