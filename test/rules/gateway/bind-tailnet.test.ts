import assert from "node:assert/strict";
import { gatewayBindTailnet } from "../../../server/src/core/rules/gateway/bind-tailnet.ts";
import { check } from "../../support/check-rule.ts";
import { inProfiles, fixesByTitle } from "../../support/offered-fixes.ts";

describe("gateway.bind_tailnet", () => {
  it("points at the bind", () =>
    check(
      gatewayBindTailnet,
      `{
  gateway: { bind: "tailnet" },
  //               ^^^^^^^^^ gateway.bind_tailnet
}`,
    ));
  for (const [gateway, expected] of [
    [`mode: "local", bind: "tailnet"`, ["info", "info"]],
    [`mode: "local", bind: "lan"`, ["silent", "silent"]],
    [`mode: "local", bind: "\${BIND}"`, ["silent", "silent"]],
    [`mode: "remote", bind: "tailnet"`, ["silent", "silent"]],
  ] as const)
    it(gateway, () =>
      assert.deepEqual(
        inProfiles("gateway.bind_tailnet", `{ gateway: { ${gateway} } }`),
        expected,
      ),
    );
  it("offers Tailscale Serve, which encrypts", () =>
    assert.ok(
      "Bind to loopback and serve through Tailscale" in
        fixesByTitle(
          "gateway.bind_tailnet",
          `{ gateway: { mode: "local", bind: "tailnet", auth: { token: "\${T}" } } }`,
        ),
    ));
});
