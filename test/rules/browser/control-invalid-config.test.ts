import assert from "node:assert/strict";
import { browserControlInvalidConfig } from "../../../server/src/core/rules/browser/control-invalid-config.ts";
import { findingsOf } from "../../support/check-rule.ts";

describe("browser.control_invalid_config", () => {
  for (const [profile, text, expected] of [
    ["recommended", `{ browser: { controlUrl: "localhost:18791" } }`, 1],
    ["recommended", `{ browser: { controlUrl: "127.0.0.1" } }`, 1],
    ["recommended", `{ browser: { controlUrl: "" } }`, 1],
    ["recommended", `{ browser: { controlUrl: "ws://127.0.0.1:1" } }`, 1],
    ["recommended", `{ browser: { controlUrl: "http://127.0.0.1:65535" } }`, 1],
    [
      "recommended",
      `{ browser: { controlUrl: "http://127.0.0.1:65535", cdpUrl: "http://127.0.0.1:9" } }`,
      0,
    ],
    ["recommended", `{ browser: { controlUrl: "http://127.0.0.1:65536" } }`, 1],
    ["recommended", `{ browser: { controlUrl: "http://1.2.3.256" } }`, 1],
    ["recommended", `{ browser: { cdpUrl: "9222" } }`, 1],
    ["recommended", `{ browser: { cdpUrl: " " } }`, 0],
    ["recommended", `{ browser: { controlUrl: "\${URL}" } }`, 0],
    [
      "recommended",
      `{ browser: { controlUrl: "https://user:pw@b.example.net/x?y#z" } }`,
      0,
    ],
    ["recommended", `{ browser: { enabled: false, controlUrl: "x" } }`, 0],
    ["upstream", `{ browser: { enabled: false, controlUrl: "x" } }`, 1],
  ] as const) {
    it(`${profile}: ${text} gives ${expected}`, () =>
      assert.equal(
        findingsOf(browserControlInvalidConfig, text, { profile }).length,
        expected,
      ));
  }
});
