import assert from "node:assert/strict";
import { gatewayRemoteWithModeLocal } from "../../../server/src/core/rules/gateway/remote-with-mode-local.ts";
import { check } from "../../support/check-rule.ts";
import { inProfiles, fixesByTitle } from "../../support/offered-fixes.ts";

const code = "gateway.remote_with_mode_local";
const auth = `auth: { token: "\${T}" }`;

describe(code, () => {
  it("points at the settings for elsewhere", () =>
    check(
      gatewayRemoteWithModeLocal,
      `{
  gateway: { mode: "local", auth: { token: "\${T}" }, remote: { url: "wss://a.b" } },
  //                                                 ^^^^^^ gateway.remote_with_mode_local
}`,
    ));
  for (const [gateway, expected] of [
    [`mode: "local", ${auth}, remote: { url: "wss://a.b" }`, ["hint", "info"]],
    [`mode: "local", ${auth}, remote: { token: "\${R}" }`, ["hint", "info"]],
    // The secret is mistaken for a login: another rule says so.
    [`mode: "local", remote: { token: "\${R}" }`, ["silent", "silent"]],
    [`mode: "local", ${auth}, remote: {}`, ["silent", "silent"]],
    [`mode: "remote", remote: { url: "wss://a.b" }`, ["silent", "silent"]],
    // The macOS app takes that for mode remote.
    [`${auth}, remote: { url: "wss://a.b" }`, ["silent", "silent"]],
  ] as const)
    it(gateway, () =>
      assert.deepEqual(
        inProfiles(code, `{ gateway: { ${gateway} } }`),
        expected,
      ),
    );
  it("removes no secret", () => {
    const file = (remote: string): string =>
      `{ gateway: { mode: "local", ${auth}${remote} } }`;
    assert.deepEqual(
      fixesByTitle(code, file(`, remote: { url: "wss://a.b" }`)),
      {
        "Remove it": file(""),
      },
    );
    assert.deepEqual(
      fixesByTitle(
        code,
        file(`, remote: { url: "wss://a.b", token: "\${R}" }`),
      ),
      {},
    );
  });
});
