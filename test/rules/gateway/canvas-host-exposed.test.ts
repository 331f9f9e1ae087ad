import assert from "node:assert/strict";
import { gatewayCanvasHostExposed } from "../../../server/src/core/rules/gateway/canvas-host-exposed.ts";
import { check } from "../../support/check-rule.ts";
import { inProfiles, fixesByTitle } from "../../support/offered-fixes.ts";

const code = "gateway.canvas_host_exposed";

describe(code, () => {
  it("points at the canvas", () =>
    check(
      gatewayCanvasHostExposed,
      `{
  gateway: { bind: "lan" },
  canvasHost: { enabled: true },
  //                     ^^^^ gateway.canvas_host_exposed
}`,
    ));
  it("points at the root where nothing is written", () =>
    check(
      gatewayCanvasHostExposed,
      `{
  // ^file gateway.canvas_host_exposed
  gateway: { bind: "lan" },
}`,
    ));
  for (const [gateway, canvas, expected] of [
    [`bind: "lan"`, ``, ["warning", "warning"]],
    [`bind: "custom"`, `root: "~/clawd/canvas"`, ["warning", "warning"]],
    [`tailscale: { mode: "funnel" }`, ``, ["warning", "warning"]],
    [`tailscale: { mode: "serve" }`, ``, ["info", "info"]],
    [`bind: "tailnet"`, ``, ["info", "info"]],
    [`bind: "loopback"`, ``, ["silent", "silent"]],
    [`bind: "auto"`, ``, ["silent", "silent"]],
    [`bind: "\${BIND}"`, ``, ["silent", "silent"]],
    [`bind: "lan"`, `enabled: false`, ["silent", "silent"]],
    [`bind: "lan"`, `enabled: "\${ON}"`, ["silent", "silent"]],
  ] as const)
    it(`${gateway} with canvasHost { ${canvas} }`, () =>
      assert.deepEqual(
        inProfiles(
          code,
          `{ gateway: { mode: "local", auth: { password: "\${P}" }, ${gateway} }, canvasHost: { ${canvas} } }`,
        ),
        expected,
      ));
  it("switches the canvas off", () =>
    assert.deepEqual(
      fixesByTitle(code, `{ gateway: { mode: "local", bind: "lan" } }`),
      {
        "Switch the canvas off": `{ gateway: { mode: "local", bind: "lan" }, canvasHost: { enabled: false } }`,
      },
    ));
});
