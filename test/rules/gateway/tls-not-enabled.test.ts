import assert from "node:assert/strict";
import { gatewayTlsNotEnabled } from "../../../server/src/core/rules/gateway/tls-not-enabled.ts";
import { check } from "../../support/check-rule.ts";
import { fixesByTitle } from "../../support/offered-fixes.ts";

describe("gateway.tls_not_enabled", () => {
  it("points at the first path", () =>
    check(
      gatewayTlsNotEnabled,
      `{
  gateway: { tls: { keyPath: "/k", certPath: "/c" } },
  //                                         ^^^^ gateway.tls_not_enabled
}`,
    ));
  for (const tls of [
    `{ enabled: true, certPath: "/c" }`,
    `{ enabled: false, certPath: "/c" }`,
    `{ autoGenerate: false }`,
    `{}`,
  ])
    it(`is silent on ${tls}`, () =>
      check(gatewayTlsNotEnabled, `{ gateway: { tls: ${tls} } }`));
  it("is silent in a client's file", () =>
    check(
      gatewayTlsNotEnabled,
      `{ gateway: { mode: "remote", tls: { certPath: "/c" } } }`,
    ));
  it("switches TLS on, unless the gateway could not start then", () => {
    const withBoth = `{ gateway: { mode: "local", auth: { token: "\${T}" }, tls: { certPath: "/c", keyPath: "/k" } } }`;
    assert.deepEqual(
      Object.keys(fixesByTitle("gateway.tls_not_enabled", withBoth)),
      ["Switch TLS on"],
    );
    assert.deepEqual(
      fixesByTitle(
        "gateway.tls_not_enabled",
        withBoth.replace(`, keyPath: "/k"`, ""),
      ),
      {},
    );
  });
});
