import assert from "node:assert/strict";
import { gatewayLocalWithModeRemote } from "../../../server/src/core/rules/gateway/local-with-mode-remote.ts";
import { check, findingsOf } from "../../support/check-rule.ts";
import { fixesByTitle, severitiesOf } from "../../support/offered-fixes.ts";

const code = "gateway.local_with_mode_remote";

describe(code, () => {
  it("points at the first setting without effect, and names the others", () => {
    const text = `{
  gateway: { mode: "remote", remote: { url: "wss://a.b" }, port: 1234, bind: "lan" },
  //                                                                         ^^^^^ gateway.local_with_mode_remote
}`;
    check(gatewayLocalWithModeRemote, text);
    assert.match(
      findingsOf(gatewayLocalWithModeRemote, text)[0]?.message ?? "",
      /^gateway\.bind, gateway\.port have no effect/,
    );
  });
  it("points at the secret that is not sent", () =>
    check(
      gatewayLocalWithModeRemote,
      `{
  gateway: { mode: "remote", remote: { url: "wss://a.b" }, auth: { token: "\${R}" } },
  //                                                                      ^^^^^^ gateway.local_with_mode_remote
}`,
    ));
  for (const [gateway, expected] of [
    [`mode: "remote", bind: "lan"`, ["hint"]],
    [`mode: "remote", auth: { token: "\${R}" }`, ["info"]],
    [
      `mode: "remote", auth: { token: "\${R}" }, tls: { enabled: true }`,
      ["info", "hint"],
    ],
    [
      `mode: "remote", auth: { token: "\${R}" }, remote: { token: "\${S}" }`,
      [],
    ],
    [`mode: "remote", remote: { url: "wss://a.b" }`, []],
    [`mode: "local", bind: "lan"`, []],
    [`bind: "lan"`, []],
  ] as const)
    it(gateway, () =>
      assert.deepEqual(
        severitiesOf(code, `{ gateway: { ${gateway} } }`),
        expected,
      ),
    );
  it("moves the secret to where it is sent from", () =>
    assert.deepEqual(
      fixesByTitle(
        code,
        `{ gateway: { mode: "remote", remote: { url: "wss://a.b" }, auth: { password: "\${R}" } } }`,
      ),
      {
        "Send it as gateway.remote.password": `{ gateway: { mode: "remote", remote: { url: "wss://a.b", password: "\${R}" }, auth: {} } }`,
      },
    ));
});
