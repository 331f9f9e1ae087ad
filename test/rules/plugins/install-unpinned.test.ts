import assert from "node:assert/strict";
import { pluginsInstallUnpinned } from "../../../server/src/core/rules/plugins/install-unpinned.ts";
import { afterFix } from "../../support/after-fix.ts";
import { check, findingsOf } from "../../support/check-rule.ts";

const code = "plugins.install_unpinned";
const install = (spec: string, version = "1.2.0") =>
  `{ plugins: { installs: { weather: { source: "npm", spec: "${spec}", version: "${version}" } } } }`;

describe(code, () => {
  it("looks at plugins and at hooks", () =>
    check(
      pluginsInstallUnpinned,
      `{
  plugins: { installs: { a: { source: "npm", spec: "a" }, b: { source: "path", spec: "b" } } },
  //                                               ^^^ ${code}
  hooks: { internal: { installs: { c: { source: "npm", spec: "@me/c@next" } } } },
  //                                                         ^^^^^^^^^^^^ ${code}
}`,
    ));
  for (const [spec, expected] of [
    ["weather", 1],
    ["@me/weather", 1],
    ["weather@latest", 1],
    ["weather@^1.2.0", 1],
    ["weather@1", 1],
    ["weather@1.2.0", 0],
    ["@me/weather@1.2.0-beta.1", 0],
    ["${SPEC}", 0],
    ["", 0],
  ] as const) {
    it(`${spec || "nothing"} gives ${expected}`, () =>
      assert.equal(
        findingsOf(pluginsInstallUnpinned, install(spec)).length,
        expected,
      ));
  }
  for (const [spec, exact] of [
    ["weather", "weather@1.2.0"],
    ["@me/weather@latest", "@me/weather@1.2.0"],
  ] as const) {
    it(`stays at ${exact}`, () =>
      assert.equal(
        afterFix(
          install(spec),
          code,
          `Stay at the installed version: ${exact}`,
        ),
        install(exact),
      ));
  }
});
