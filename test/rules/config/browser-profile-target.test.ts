import assert from "node:assert/strict";
import { provenFixes } from "../../../server/src/core/features/quick-fixes.ts";
import { configBrowserProfileTarget } from "../../../server/src/core/rules/config/browser-profile-target.ts";
import { analyse } from "../../support/analyse.ts";
import { check, findingsOf } from "../../support/check-rule.ts";

describe("config.browser_profile_target", () => {
  it("points at the profile", () =>
    check(
      configBrowserProfileTarget,
      `{
  browser: { profiles: { work: { color: "#0066CC" } } },
  //                     ^^^^ config.browser_profile_target
}`,
    ));
  for (const [target, expected] of [
    [{ cdpPort: 18801 }, 0],
    [{ cdpPort: "18801" }, 0],
    [{ cdpUrl: "http://127.0.0.1:9222" }, 0],
    [{ cdpUrl: "${CDP}" }, 0],
    [{ cdpUrl: "" }, 1],
    [{ driver: "extension" }, 1],
  ] as const) {
    it(`${JSON.stringify(target)} gives ${expected}`, () =>
      assert.equal(
        findingsOf(
          configBrowserProfileTarget,
          JSON.stringify({
            browser: { profiles: { p: { color: "#0066CC", ...target } } },
          }),
        ).length,
        expected,
      ));
  }
  it("offers a port that no other profile has", () => {
    const analysis = analyse(`{ browser: { profiles: {
  a: { cdpPort: 18801, color: "#0066CC" },
  b: { color: "#0066CC" },
} } }`);
    const problem = analysis.diagnosis.problems.find(
      ({ code }) => code === configBrowserProfileTarget.code,
    );
    assert.ok(problem);
    assert.deepEqual(
      provenFixes(analysis, problem).map(({ title }) => title),
      ["Give it port 18802 on this computer"],
    );
  });
});
