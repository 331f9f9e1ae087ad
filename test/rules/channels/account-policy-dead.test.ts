import assert from "node:assert/strict";
import { channelsAccountPolicyDead as rule } from "../../../server/src/core/rules/channels/account-policy-dead.ts";
import { check } from "../../support/check-rule.ts";
import { offeredFixes, severitiesOf } from "../../support/offered-fixes.ts";

describe("channels.account_policy_dead", () => {
  it("points at WhatsApp's account policies and groups that nobody asks for", () =>
    check(
      rule,
      `{ channels: { whatsapp: { accounts: {
  a: { dmPolicy: "disabled" },
  //             ^^^^^^^^^^ channels.account_policy_dead
  b: { dmPolicy: "pairing" },
  c: { groups: { "123@g.us": {} } },
  //   ^^^^^^ channels.account_policy_dead
  default: { groups: { "123@g.us": {} } },
} } } }`,
    ));
  for (const text of [
    `{ channels: { whatsapp: { dmPolicy: "disabled", accounts: { a: { dmPolicy: "disabled" } } } } }`,
    `{ channels: { whatsapp: { dmPolicy: "\${P}", accounts: { a: { dmPolicy: "disabled" } } } } }`,
    `{ channels: { whatsapp: { accounts: { a: { dmPolicy: "\${P}" } } } } }`,
    `{ channels: { whatsapp: { accounts: { a: { enabled: false, dmPolicy: "disabled", groups: {} } } } } }`,
    `{ channels: { telegram: { accounts: { a: { dmPolicy: "disabled", groups: { "-1": {} } } } } } }`,
  ])
    it(`is silent on ${text}`, () => check(rule, text));
  it("is milder about a policy that would be the looser one", () => {
    const text = `{ channels: { whatsapp: { dmPolicy: "allowlist", accounts: { a: { dmPolicy: "pairing" } } } } }`;
    assert.deepEqual(severitiesOf(rule, text), ["info"]);
    assert.deepEqual(
      severitiesOf(rule, text.replace('"pairing"', '"disabled"')),
      ["warning"],
    );
  });
  it("says it for the channel, or takes it away", () =>
    assert.deepEqual(
      offeredFixes(
        rule,
        `{ gateway: { mode: "local" }, channels: { whatsapp: { dmPolicy: "allowlist", accounts: { a: { dmPolicy: "disabled" } } } } }`,
      ),
      [
        [
          "Say disabled for the whole channel",
          `{ gateway: { mode: "local" }, channels: { whatsapp: { dmPolicy: "disabled", accounts: { a: {} } } } }`,
        ],
        [
          "Remove it: it has no effect",
          `{ gateway: { mode: "local" }, channels: { whatsapp: { dmPolicy: "allowlist", accounts: { a: {} } } } }`,
        ],
      ],
    ));
  it("moves groups to the channel", () =>
    assert.deepEqual(
      offeredFixes(
        rule,
        `{ gateway: { mode: "local" }, channels: { whatsapp: { accounts: { a: { groups: { "1@g.us": {} } } } } } }`,
      ).map(([title]) => title),
      ["Move them to the channel", "Remove them: they have no effect"],
    ));
});
