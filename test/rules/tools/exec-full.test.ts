import assert from "node:assert/strict";
import { toolsExecFull } from "../../../server/src/core/rules/tools/exec-full.ts";
import { afterFix, offered } from "../../support/after-fix.ts";
import { check } from "../../support/check-rule.ts";
import { severities } from "../../support/severities.ts";

const exec = (text: string, more = "") =>
  `{ tools: { exec: { ${text} }${more} } }`;
const error = "recommended error, strict error";

describe("tools.exec_full", () => {
  it("points at the word", () =>
    check(
      toolsExecFull,
      `{
  tools: { exec: { host: "gateway", security: "full" } },
  //                                          ^^^^^^ tools.exec_full
}`,
    ));
  for (const [text, expected] of [
    [exec(`host: "gateway", security: "full", ask: "off"`), error],
    // Nobody is asked on a miss where no list says what would be one.
    [exec(`host: "gateway", security: "full", ask: "on-miss"`), error],
    [exec(`host: "node", security: "full"`), error],
    [exec(`host: "gateway", security: "full", ask: "always"`), ""],
    [exec(`host: "gateway", security: "full", ask: "\${ASK}"`), ""],
    [exec(`host: "gateway", security: "allowlist", ask: "off"`), ""],
    [exec(`host: "gateway", security: "\${SECURITY}"`), ""],
    [exec(`security: "full"`), ""],
    [
      exec(
        `security: "full"`,
        `, elevated: { allowFrom: { telegram: ["123"] } }`,
      ),
      "recommended warning, strict error",
    ],
    [
      exec(
        `security: "full"`,
        `, elevated: { enabled: false, allowFrom: { telegram: ["123"] } }`,
      ),
      "",
    ],
    [
      exec(`security: "full"`, `, elevated: { allowFrom: { telegram: [] } }`),
      "",
    ],
  ] as const) {
    it(`${text}: ${expected || "silent"}`, () =>
      assert.equal(severities(toolsExecFull, text), expected));
  }
  it("offers a list, or to ask each time", () =>
    assert.deepEqual(
      offered(exec(`host: "gateway", security: "full"`), "tools.exec_full"),
      ["Run only approved commands", "Ask before every command"],
    ));
  it("asks each time", () =>
    assert.equal(
      afterFix(
        exec(`host: "gateway", security: "full", ask: "off"`),
        "tools.exec_full",
        "Ask before every command",
      ),
      exec(`host: "gateway", security: "full", ask: "always"`),
    ));
});
