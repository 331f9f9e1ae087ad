import assert from "node:assert/strict";
import { browserControlRemoteNoToken } from "../../../server/src/core/rules/browser/control-remote-no-token.ts";
import { findingsOf } from "../../support/check-rule.ts";

describe("browser.control_remote_no_token", () => {
  for (const [profile, text, expected] of [
    ["recommended", `{ browser: { controlUrl: "https://b.example.net" } }`, 1],
    [
      "recommended",
      `{ browser: { controlUrl: "https://b.example.net", controlToken: "\${T}" } }`,
      0,
    ],
    [
      "recommended",
      `{ browser: { controlUrl: "https://b.example.net", controlToken: " " } }`,
      1,
    ],
    ["recommended", `{ browser: { controlUrl: "http://127.0.0.1:1" } }`, 0],
    ["recommended", `{ browser: { controlUrl: "http://LOCALHOST:1" } }`, 0],
    ["upstream", `{ browser: { controlUrl: "http://[::1]:1" } }`, 1],
    ["recommended", `{ browser: { controlUrl: "http://[::1]:1" } }`, 0],
    ["upstream", `{ browser: { controlUrl: "http://0.0.0.0:1" } }`, 1],
    ["recommended", `{ browser: { controlUrl: "http://127.1:1" } }`, 0],
    ["upstream", `{ browser: { controlUrl: "http://127.1:1" } }`, 0],
    [
      "recommended",
      `{ browser: { controlUrl: "https://b.example.net", enabled: false } }`,
      0,
    ],
    ["recommended", `{ browser: { controlUrl: "\${URL}" } }`, 0],
    ["upstream", `{ browser: {} }`, 0],
    [
      "recommended",
      `{ env: { CLAWDBOT_BROWSER_CONTROL_TOKEN: "x" }, browser: { controlUrl: "https://b.example.net" } }`,
      0,
    ],
  ] as const) {
    it(`${profile}: ${text} gives ${expected}`, () =>
      assert.equal(
        findingsOf(browserControlRemoteNoToken, text, { profile }).length,
        expected,
      ));
  }
});
