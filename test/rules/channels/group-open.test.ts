import assert from "node:assert/strict";
import { channelsGroupOpen } from "../../../server/src/core/rules/channels/group-open.ts";
import { findingsOf } from "../../support/check-rule.ts";

describe("channels.group_open", () => {
  for (const [profile, text, expected] of [
    [
      "recommended",
      `{ channels: { signal: { account: "+15550100", groupPolicy: "open" } } }`,
      1,
    ],
    [
      "recommended",
      `{ channels: { signal: { account: "+15550100", groupPolicy: "allowlist" } } }`,
      0,
    ],
    [
      "recommended",
      `{ channels: { signal: { account: "+15550100", groupPolicy: "open", enabled: false } } }`,
      0,
    ],
    [
      "upstream",
      `{ channels: { signal: { account: "+15550100", groupPolicy: "open", enabled: false } } }`,
      1,
    ],
    ["upstream", `{ channels: { signal: { groupPolicy: "open" } } }`, 0],
    ["recommended", `{ channels: { signal: { groupPolicy: "open" } } }`, 1],
    [
      "recommended",
      `{ channels: { telegram: { botToken: "x", accounts: { a: { groupPolicy: "open" }, b: { groupPolicy: "open" } } } } }`,
      2,
    ],
    [
      "recommended",
      `{ channels: { defaults: { groupPolicy: "open" }, mattermost: { botToken: "x", baseUrl: "https://m.example.net" } } }`,
      1,
    ],
    [
      "recommended",
      `{ channels: { defaults: { groupPolicy: "open" }, signal: { account: "+1" } } }`,
      0,
    ],
    // Its default is open; accounts that inherit it are told for the channel.
    ["recommended", `{ channels: { zalouser: {} } }`, 1],
    [
      "recommended",
      `{ channels: { zalouser: { accounts: { a: {}, b: { groupPolicy: "disabled" } } } } }`,
      1,
    ],
    [
      "recommended",
      `{ channels: { zalouser: { accounts: { a: { groupPolicy: "disabled" } } } } }`,
      0,
    ],
    [
      "recommended",
      `{ channels: { defaults: { groupPolicy: "allowlist" }, zalouser: {} } }`,
      0,
    ],
    [
      "upstream",
      `{ channels: { googlechat: { serviceAccountFile: "/x", dm: { policy: "open", allowFrom: ["*"] } } } }`,
      1,
    ],
    [
      "recommended",
      `{ channels: { googlechat: { serviceAccountFile: "/x", dm: { policy: "open", allowFrom: ["*"] } } } }`,
      0,
    ],
  ] as const) {
    it(`${profile}: ${text} gives ${expected}`, () =>
      assert.equal(
        findingsOf(channelsGroupOpen, text, { profile }).length,
        expected,
      ));
  }
});
