import assert from "node:assert/strict";
import { browserControlRemoteHttp } from "../../../server/src/core/rules/browser/control-remote-http.ts";
import { findingsOf } from "../../support/check-rule.ts";
import { inProfiles } from "../../support/offered-fixes.ts";

describe("browser.control_remote_http", () => {
  for (const [profile, text, expected] of [
    [
      "recommended",
      `{ browser: { controlUrl: "http://b.example.net", controlToken: "\${T}" } }`,
      1,
    ],
    [
      "recommended",
      `{ browser: { controlUrl: "https://b.example.net", controlToken: "\${T}" } }`,
      0,
    ],
    [
      "recommended",
      `{ browser: { controlUrl: "http://localhost:1", controlToken: "\${T}" } }`,
      0,
    ],
    [
      "upstream",
      `{ browser: { controlUrl: "http://127.0.0.2:1", controlToken: "\${T}" } }`,
      1,
    ],
    [
      "recommended",
      `{ browser: { controlUrl: "http://127.0.0.2:1", controlToken: "\${T}" } }`,
      0,
    ],
    [
      "recommended",
      `{ browser: { controlUrl: "http://\${HOST}", controlToken: "\${T}" } }`,
      0,
    ],
  ] as const) {
    it(`${profile}: ${text} gives ${expected}`, () =>
      assert.equal(
        findingsOf(browserControlRemoteHttp, text, { profile }).length,
        expected,
      ));
  }
  for (const [host, expected] of [
    ["b.example.net", ["warning", "warning"]],
    ["192.168.1.5", ["warning", "warning"]],
    // A tailnet encrypts by itself.
    ["b.tail1234.ts.net", ["info", "info"]],
    ["100.100.1.2", ["info", "info"]],
  ] as const)
    it(`${host} is as bad as the way there`, () =>
      assert.deepEqual(
        inProfiles(
          "browser.control_remote_http",
          `{ gateway: { mode: "local" }, browser: { controlUrl: "http://${host}:18791", controlToken: "\${T}" } }`,
        ),
        expected,
      ));
});
