import assert from "node:assert/strict";
import { gatewayControlUiBasePath } from "../../../server/src/core/rules/gateway/control-ui-base-path.ts";
import { check, findingsOf } from "../../support/check-rule.ts";
import { fixesByTitle } from "../../support/offered-fixes.ts";

const code = "gateway.control_ui.base_path";
const file = (basePath: string, hooks = ""): string =>
  `{ gateway: { mode: "local", auth: { token: "\${T}" }, trustedProxies: ["127.0.0.1"], controlUi: { basePath: ${JSON.stringify(basePath)} } }${hooks} }`;

describe(code, () => {
  it("points at the path", () =>
    check(
      gatewayControlUiBasePath,
      `{
  gateway: { controlUi: { basePath: "/bot?x=1" } },
  //                                ^^^^^^^^^^ gateway.control_ui.base_path
}`,
    ));
  // What handleControlUiHttpRequest of the release's gateway/control-ui.js answers when a browser asks for the path.
  for (const [path, meant] of [
    ["/bot", undefined],
    ["bot", undefined],
    ["/bot/", undefined],
    ["/apps/clawd.bot_1~x", undefined],
    ["/", undefined],
    ["", undefined],
    ["  ", undefined],
    ["/b%20t", undefined],
    ["${PATH_OF_UI}", undefined],
    ["https://bot.example.net/bot/", "/bot"],
    ["https://bot.example.net", "nothing"],
    ["/bot?x=1", "/bot"],
    ["/bot#top", "/bot"],
    ["./bot", "/bot"],
    ["/bot/../x", "nothing"],
    ["/bot//", "/bot"],
    ["/a//b", "/a/b"],
    ["//", "nothing"],
    ["/böt", "nothing"],
    ["/my bot", "nothing"],
  ] as const)
    it(`${JSON.stringify(path)} means ${meant ?? "itself"}`, () => {
      const found = findingsOf(gatewayControlUiBasePath, file(path)).length;
      assert.equal(found, meant === undefined ? 0 : 1);
      if (meant === undefined) return;
      const offered = fixesByTitle(code, file(path));
      assert.deepEqual(
        Object.keys(offered),
        meant === "nothing"
          ? ["Serve it at the root"]
          : [`Write ${meant}`, "Serve it at the root"],
      );
      if (meant !== "nothing")
        assert.equal(offered[`Write ${meant}`], file(meant));
    });
  for (const [path, hooks, expected] of [
    ["/hooks", `enabled: true`, 1],
    ["/hooks/ui", `enabled: true`, 1],
    ["/hooks-ui", `enabled: true`, 0],
    ["/hooks", `enabled: false`, 0],
    ["/hooks", `enabled: true, path: "/in"`, 0],
    ["/in", `enabled: true, path: "in/"`, 1],
    ["/in", `enabled: true, path: "\${IN}"`, 0],
  ] as const)
    it(`${path} beside hooks { ${hooks} } gives ${expected}`, () =>
      assert.equal(
        findingsOf(
          gatewayControlUiBasePath,
          file(path, `, hooks: { token: "\${H}", ${hooks} }`),
        ).length,
        expected,
      ));
  it("is silent where nothing is served", () => {
    for (const gateway of [
      `mode: "remote", controlUi: { basePath: "//" }`,
      `mode: "local", controlUi: { basePath: "//", enabled: false }`,
    ])
      check(gatewayControlUiBasePath, `{ gateway: { ${gateway} } }`);
  });
});
