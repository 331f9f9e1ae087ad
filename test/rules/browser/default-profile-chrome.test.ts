import assert from "node:assert/strict";
import { browserDefaultProfileChrome } from "../../../server/src/core/rules/browser/default-profile-chrome.ts";
import { severities } from "../../support/severities.ts";

describe("browser.default_profile_chrome", () => {
  for (const [browser, expected] of [
    [`defaultProfile: "chrome"`, "recommended info, strict warning"],
    [`defaultProfile: " chrome "`, "recommended info, strict warning"],
    [
      `defaultProfile: "mine", profiles: { mine: { driver: "extension", cdpUrl: "http://127.0.0.1:18792", color: "00AA00" } }`,
      "recommended info, strict warning",
    ],
    [
      `defaultProfile: "chrome", profiles: { chrome: { cdpPort: 18801, color: "00AA00" } }`,
      "",
    ],
    [`defaultProfile: "clawd"`, ""],
    [`defaultProfile: "chrome", enabled: false`, ""],
    [`defaultProfile: "\${PROFILE}"`, ""],
    [`enabled: true`, ""],
    [``, ""],
  ] as const) {
    it(`{ ${browser} }: ${expected || "silent"}`, () =>
      assert.equal(
        severities(browserDefaultProfileChrome, `{ browser: { ${browser} } }`),
        expected,
      ));
  }
});
