import assert from "node:assert/strict";
import { securityExposureOpenGroupsWithElevated } from "../../../server/src/core/rules/security/exposure-open-groups-with-elevated.ts";
import { findingsOf } from "../../support/check-rule.ts";

describe("security.exposure.open_groups_with_elevated", () => {
  for (const [profile, text, expected] of [
    [
      "recommended",
      `{ channels: { signal: { account: "+1", groupPolicy: "open" } }, tools: { elevated: { allowFrom: { signal: ["+2"] } } } }`,
      1,
    ],
    [
      "recommended",
      `{ channels: { signal: { account: "+1", groupPolicy: "open" } }, tools: { elevated: {  } } }`,
      0,
    ],
    [
      "upstream",
      `{ channels: { signal: { account: "+1", groupPolicy: "open" } }, tools: { elevated: {  } } }`,
      1,
    ],
    [
      "recommended",
      `{ channels: { signal: { account: "+1", groupPolicy: "open" } }, tools: { elevated: { allowFrom: { telegram: ["+2"] } } } }`,
      0,
    ],
    [
      "recommended",
      `{ channels: { signal: { account: "+1", groupPolicy: "open", enabled: false } }, tools: { elevated: { allowFrom: { signal: ["+2"] } } } }`,
      0,
    ],
    [
      "upstream",
      `{ channels: { signal: { account: "+1", groupPolicy: "open" } }, tools: { elevated: { enabled: false, allowFrom: { signal: ["+2"] } } } }`,
      0,
    ],
    ["upstream", `{ channels: { defaults: { groupPolicy: "open" } } }`, 1],
    [
      "recommended",
      `{ channels: { discord: { token: "x", groupPolicy: "open", dm: { allowFrom: ["1"] } } } }`,
      1,
    ],
  ] as const) {
    it(`${profile}: ${text} gives ${expected}`, () =>
      assert.equal(
        findingsOf(securityExposureOpenGroupsWithElevated, text, { profile })
          .length,
        expected,
      ));
  }
});
