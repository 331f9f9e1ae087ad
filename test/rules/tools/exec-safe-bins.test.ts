import assert from "node:assert/strict";
import { toolsExecSafeBins } from "../../../server/src/core/rules/tools/exec-safe-bins.ts";
import { afterFix } from "../../support/after-fix.ts";
import { check, findingsOf } from "../../support/check-rule.ts";

describe("tools.exec_safe_bins", () => {
  it("points at programs in everybody's list and an agent's own", () =>
    check(
      toolsExecSafeBins,
      `{
  agents: { list: [{ id: "a", tools: { exec: { safeBins: ["cut", "git"] } } }] },
  //                                                             ^^^^^ tools.exec_safe_bins
  tools: { exec: { safeBins: ["jq", " Python3 "] } },
  //                                ^^^^^^^^^^^ tools.exec_safe_bins
}`,
    ));
  // What evaluateShellAllowlist of the release's infra/exec-approvals.js lets through as safe: python3 -c "…", env FOO=1 id,
  // tee newfile, sed s/a/b/e, xargs id; cat of any file it does not.
  for (const [name, expected] of [
    ["bash", 1],
    ["env", 1],
    ["tee", 1],
    ["sed", 1],
    ["xargs", 1],
    ["curl", 1],
    ["pwsh.exe", 1],
    ["cat", 0],
    ["jq", 0],
    ["sort", 0],
    ["my-tool", 0],
    ["${TOOL}", 0],
  ] as const) {
    it(`${name} gives ${expected}`, () =>
      assert.equal(
        findingsOf(
          toolsExecSafeBins,
          `{ tools: { exec: { safeBins: ["${name}"] } } }`,
        ).length,
        expected,
      ));
  }
  it("takes the program off", () =>
    assert.equal(
      afterFix(
        `{ tools: { exec: { safeBins: ["jq", "node", "wc"] } } }`,
        "tools.exec_safe_bins",
        "Take node off tools.exec.safeBins",
      ),
      `{ tools: { exec: { safeBins: ["jq", "wc"] } } }`,
    ));
});
