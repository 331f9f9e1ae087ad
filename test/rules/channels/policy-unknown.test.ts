import assert from "node:assert/strict";
import { channelsPolicyUnknown as rule } from "../../../server/src/core/rules/channels/policy-unknown.ts";
import { check } from "../../support/check-rule.ts";
import { offeredFixes, severitiesOf } from "../../support/offered-fixes.ts";

describe("channels.policy_unknown", () => {
  it("points at words that are none of the program's", () =>
    check(
      rule,
      `{ channels: {
  mattermost: { groupPolicy: "Allowlist", dmPolicy: "paring" },
  //                                                ^^^^^^^^ channels.policy_unknown
  //                         ^^^^^^^^^^^ channels.policy_unknown
  zalouser: { accounts: { a: { groupPolicy: "closed" } } },
  //                                        ^^^^^^^^ channels.policy_unknown
} }`,
    ));
  it("reports a word that several accounts inherit once", () =>
    check(
      rule,
      `{ channels: { mattermost: {
  groupPolicy: "none", accounts: { a: {}, b: {} } } } }
  //           ^^^^^^ channels.policy_unknown`,
    ));
  for (const text of [
    `{ channels: { mattermost: { groupPolicy: "allowlist" } } }`,
    `{ channels: { mattermost: { groupPolicy: "\${P}" } } }`,
    `{ channels: { mattermost: { groupPolicy: null } } }`,
    `{ channels: { mattermost: { groupPolicy: "closed", enabled: false } } }`,
    `{ channels: { telegram: { groupPolicy: "closed" } } }`,
    `{ channels: { unheardof: { groupPolicy: "closed" } } }`,
  ])
    it(`is silent on ${text}`, () => check(rule, text));
  // Read in the monitors: who compares with "allowlist" before letting in, and who with "open".
  for (const [channel, severity] of [
    ["line", "error"],
    ["matrix", "error"],
    ["mattermost", "error"],
    ["zalouser", "error"],
    ["nextcloud-talk", "warning"],
  ] as const)
    it(`is ${severity} on ${channel}`, () => {
      const token = channel === "line" ? `channelAccessToken: "t", ` : "";
      const text = `{ channels: { "${channel}": { ${token}groupPolicy: "closed" } } }`;
      assert.deepEqual(severitiesOf(rule, text), [severity]);
    });
  it("puts the word right", () =>
    assert.deepEqual(
      offeredFixes(
        rule,
        `{ gateway: { mode: "local" }, channels: { matrix: { groupPolicy: "closed" } } }`,
      ),
      [
        [
          "Set to allowlist",
          `{ gateway: { mode: "local" }, channels: { matrix: { groupPolicy: "allowlist" } } }`,
        ],
      ],
    ));
});
