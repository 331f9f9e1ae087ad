import assert from "node:assert/strict";
import { gatewayCanvasRootWide } from "../../../server/src/core/rules/gateway/canvas-root-wide.ts";
import { wideRoot } from "../../../server/src/core/rules/gateway/canvas-root.ts";
import { check } from "../../support/check-rule.ts";
import { inProfiles, fixesByTitle } from "../../support/offered-fixes.ts";

const code = "gateway.canvas_root_wide";

describe(code, () => {
  it("points at the root", () =>
    check(
      gatewayCanvasRootWide,
      `{
  canvasHost: { root: "~" },
  //                  ^^^ gateway.canvas_root_wide
}`,
    ));
  it("knows the workspaces of the file", () =>
    check(
      gatewayCanvasRootWide,
      `{
  agents: { list: [{ id: "a", workspace: "~/bots/a" }] },
  canvasHost: { root: "~/bots" },
  //                  ^^^^^^^^ gateway.canvas_root_wide
}`,
    ));
  for (const [gateway, canvas, expected] of [
    [`bind: "loopback"`, `root: "~"`, ["warning", "error"]],
    [`bind: "lan"`, `root: "~"`, ["error", "error"]],
    [`tailscale: { mode: "serve" }`, `root: "~"`, ["error", "error"]],
    [`bind: "lan"`, `root: "~", enabled: false`, ["silent", "silent"]],
    [`bind: "lan"`, `root: "\${ROOT}"`, ["silent", "silent"]],
    [`bind: "lan"`, `root: "~/clawd/canvas"`, ["silent", "silent"]],
  ] as const)
    it(`${gateway} with canvasHost { ${canvas} }`, () =>
      assert.deepEqual(
        inProfiles(
          code,
          `{ gateway: { mode: "local", auth: { token: "\${T}" }, ${gateway} }, canvasHost: { ${canvas} } }`,
        ),
        expected,
      ));
  it("offers the default folder, or none", () =>
    assert.deepEqual(
      fixesByTitle(
        code,
        `{ gateway: { mode: "local", auth: { token: "\${T}" } }, canvasHost: { root: "/", liveReload: false } }`,
      ),
      {
        "Serve the default canvas folder": `{ gateway: { mode: "local", auth: { token: "\${T}" } }, canvasHost: { liveReload: false } }`,
        "Switch the canvas off": `{ gateway: { mode: "local", auth: { token: "\${T}" } }, canvasHost: { root: "/", liveReload: false, enabled: false } }`,
      },
    ));
});

describe("wideRoot", () => {
  for (const [path, kind] of [
    ["/", "everything"],
    ["//", "everything"],
    ["/home", "everything"],
    ["/Users/", "everything"],
    ["C:\\", "everything"],
    ["c:\\Users", "everything"],
    ["~", "home"],
    ["~/", "home"],
    ["~/clawd/..", "home"],
    ["/root", "home"],
    ["/home/ana", "home"],
    ["/Users/ana/.", "home"],
    ["C:\\Users\\ana", "home"],
    ["~/.ssh", "hidden"],
    ["/home/ana/.config/x", "hidden"],
    ["~/.clawdbot", "state"],
    ["~/.clawdbot-work/credentials", "state"],
    ["/etc/nginx", "system"],
    ["/var", "system"],
    ["~/clawd", "workspace"],
    ["/home/ana/clawd", "workspace"],
    ["~/bots", "workspace"],
    ["~/bots/a", "workspace"],
    ["~/clawd/canvas", undefined],
    ["~/.clawdbot/canvas", undefined],
    ["~/bots/a/canvas", undefined],
    ["/var/www/canvas", undefined],
    ["/srv/canvas", undefined],
    ["canvas", undefined],
    ["", undefined],
    [" ", undefined],
    ["~other/clawd", undefined],
  ] as const)
    it(`${JSON.stringify(path)}: ${kind ?? "a canvas"}`, () =>
      assert.equal(
        wideRoot(path, () => ["~/bots/a", "/opt/work"]),
        kind,
      ));
});
