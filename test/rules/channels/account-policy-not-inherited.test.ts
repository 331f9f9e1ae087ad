import assert from "node:assert/strict";
import { channelsAccountPolicyNotInherited as rule } from "../../../server/src/core/rules/channels/account-policy-not-inherited.ts";
import { check, profilesThatSpeak } from "../../support/check-rule.ts";
import { offeredFixes, severitiesOf } from "../../support/offered-fixes.ts";

describe("channels.account_policy_not_inherited", () => {
  // Recorded from the release in test/core/access/recorded-dm-verdicts.json and recorded-group-verdicts.json.
  it("points at the account that has no policy of its own", () =>
    check(
      rule,
      `{ channels: { telegram: { dmPolicy: "disabled", groupPolicy: "allowlist", accounts: {
    work: { botToken: "t" },
  //^^^^ channels.account_policy_not_inherited
    own: { dmPolicy: "disabled" },
} } } }`,
    ));
  it("knows that a dm block of an account takes the place of the channel's", () =>
    check(
      rule,
      `{ channels: { discord: { dm: { policy: "allowlist", allowFrom: [1] }, accounts: {
  a: {},
  b: { dm: { enabled: true } },
  //   ^^ channels.account_policy_not_inherited
} } } }`,
    ));
  it("looks at groups of every channel the program checks", () =>
    check(
      rule,
      `{ channels: { slack: { groupPolicy: "disabled", accounts: {
    a: {},
  //^ channels.account_policy_not_inherited
} }, msteams: { groupPolicy: "disabled" }, mattermost: { groupPolicy: "disabled", accounts: { a: {} } } } }`,
    ));
  for (const text of [
    `{ channels: { telegram: { dmPolicy: "pairing", accounts: { a: {} } } } }`,
    `{ channels: { telegram: { dmPolicy: "disabled", accounts: { a: { enabled: false } } } } }`,
    `{ channels: { telegram: { dmPolicy: "disabled", enabled: false, accounts: { a: {} } } } }`,
    `{ channels: { telegram: { dmPolicy: "\${P}", accounts: { a: {} } } } }`,
    `{ channels: { telegram: { dmPolicy: "disabled", accounts: { a: { dmPolicy: "\${P}" } } } } }`,
    `{ channels: { whatsapp: { dmPolicy: "disabled", accounts: { a: {} } } } }`,
    `{ channels: { zalo: { dmPolicy: "disabled", accounts: { a: {} } } } }`,
    `{ channels: { telegram: { dmPolicy: "disabled" } } }`,
  ])
    it(`is silent on ${text}`, () => check(rule, text));

  it("is milder where the account is the stricter one", () => {
    const text = `{ channels: { telegram: { groupPolicy: "open", accounts: { a: {} } } } }`;
    assert.deepEqual(severitiesOf(rule, text), ["info"]);
    assert.deepEqual(severitiesOf(rule, text.replace("open", "disabled")), [
      "warning",
    ]);
  });
  it("leaves an account that is open by an inherited star to the rule about it", () =>
    check(
      rule,
      `{ channels: { telegram: { dmPolicy: "open", allowFrom: ["*"], accounts: { a: {} } } } }`,
    ));
  it("is ours alone", () =>
    assert.deepEqual(
      profilesThatSpeak(
        rule,
        `{ channels: { telegram: { dmPolicy: "disabled", accounts: { a: { botToken: "t" } } } } }`,
      ),
      ["recommended", "strict"],
    ));
  it("copies the policy, or writes down what counts", () => {
    const text = `{ gateway: { mode: "local" }, channels: { telegram: { dmPolicy: "disabled", accounts: { a: { botToken: "t" } } } } }`;
    assert.deepEqual(offeredFixes(rule, text), [
      [
        "Say disabled for the account too",
        text.replace('"t" }', '"t", dmPolicy: "disabled" }'),
      ],
      [
        "Write down what counts: pairing",
        text.replace('"t" }', '"t", dmPolicy: "pairing" }'),
      ],
    ]);
  });
  it("does not offer to open an account", () =>
    assert.deepEqual(
      offeredFixes(
        rule,
        `{ gateway: { mode: "local" }, channels: { signal: { groupPolicy: "open", accounts: { a: { account: "+15550100" } } } } }`,
      ).map(([title]) => title),
      ["Write down what counts: allowlist"],
    ));
});
