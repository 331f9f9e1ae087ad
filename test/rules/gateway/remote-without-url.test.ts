import assert from "node:assert/strict";
import { gatewayRemoteWithoutUrl } from "../../../server/src/core/rules/gateway/remote-without-url.ts";
import { check } from "../../support/check-rule.ts";
import { inProfiles, fixesByTitle } from "../../support/offered-fixes.ts";

const code = "gateway.remote_without_url";

describe(code, () => {
  it("points at the mode", () =>
    check(
      gatewayRemoteWithoutUrl,
      `{
  gateway: { mode: "remote" },
  //               ^^^^^^^^ gateway.remote_without_url
}`,
    ));
  it("points at an address that is blank", () =>
    check(
      gatewayRemoteWithoutUrl,
      `{
  gateway: { mode: "remote", remote: { url: "  " } },
  //                                        ^^^^ gateway.remote_without_url
}`,
    ));
  for (const [gateway, expected] of [
    [`mode: "remote", remote: { token: "\${R}" }`, ["warning", "warning"]],
    [`mode: "remote", remote: { url: "\${URL}" }`, ["silent", "silent"]],
    [`mode: "remote", remote: { url: "wss://a.b" }`, ["silent", "silent"]],
    [`mode: "local"`, ["silent", "silent"]],
    [`remote: {}`, ["silent", "silent"]],
  ] as const)
    it(gateway, () =>
      assert.deepEqual(
        inProfiles(code, `{ gateway: { ${gateway} } }`),
        expected,
      ),
    );
  it("offers a gateway on this computer, which then lacks a login and no more", () =>
    assert.deepEqual(fixesByTitle(code, `{ gateway: { mode: "remote" } }`), {
      "Run the gateway on this computer": `{ gateway: { mode: "local" } }`,
    }));
});
