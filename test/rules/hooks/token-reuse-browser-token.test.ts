import assert from "node:assert/strict";
import { hooksTokenReuseBrowserToken } from "../../../server/src/core/rules/hooks/token-reuse-browser-token.ts";
import { findingsOf } from "../../support/check-rule.ts";

describe("hooks.token_reuse_browser_token", () => {
  for (const [profile, text, expected] of [
    [
      "recommended",
      `{ browser: { controlToken: "same-words" }, hooks: { enabled: true, token: " same-words " } }`,
      1,
    ],
    [
      "recommended",
      `{ browser: { controlToken: "one" }, hooks: { enabled: true, token: "two" } }`,
      0,
    ],
    [
      "recommended",
      `{ browser: { controlToken: "\${A}" }, hooks: { enabled: true, token: "\${A}" } }`,
      1,
    ],
    [
      "recommended",
      `{ browser: { controlToken: "\${A}" }, hooks: { enabled: true, token: "\${B}" } }`,
      0,
    ],
    [
      "recommended",
      `{ browser: { controlToken: "same" }, hooks: { enabled: false, token: "same" } }`,
      0,
    ],
    [
      "recommended",
      `{ browser: { controlToken: "" }, hooks: { enabled: true, token: "\${CLAWDBOT_BROWSER_CONTROL_TOKEN}" } }`,
      1,
    ],
  ] as const) {
    it(`${profile}: ${text} gives ${expected}`, () =>
      assert.equal(
        findingsOf(hooksTokenReuseBrowserToken, text, { profile }).length,
        expected,
      ));
  }
});
