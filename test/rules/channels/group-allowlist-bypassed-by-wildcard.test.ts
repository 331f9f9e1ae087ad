import assert from "node:assert/strict";
import { channelsGroupAllowlistBypassedByWildcard as rule } from "../../../server/src/core/rules/channels/group-allowlist-bypassed-by-wildcard.ts";
import { check, profilesThatSpeak } from "../../support/check-rule.ts";
import { offeredFixes, severitiesOf } from "../../support/offered-fixes.ts";

describe("channels.group_allowlist_bypassed_by_wildcard", () => {
  it("points at the star among the senders", () =>
    check(
      rule,
      `{ channels: {
  signal: { groupAllowFrom: ["*"] },
  //                         ^^^ channels.group_allowlist_bypassed_by_wildcard
  telegram: { groupPolicy: "allowlist", groupAllowFrom: [5, "*"] },
  //                                                        ^^^ channels.group_allowlist_bypassed_by_wildcard
  mattermost: { accounts: { a: { groupAllowFrom: ["*"] } } },
  //                                              ^^^ channels.group_allowlist_bypassed_by_wildcard
} }`,
    ));
  it("points at the star among the places, where nobody is named", () =>
    check(
      rule,
      `{ channels: {
  discord: { guilds: {
    "*": { requireMention: true },
  //^^^ channels.group_allowlist_bypassed_by_wildcard
  } },
  matrix: { groups: {
    "*": {},
  //^^^ channels.group_allowlist_bypassed_by_wildcard
  } },
  slack: { channels: { "*": { users: ["U0123456"] } } },
  msteams: { teams: { "*": {} }, groupAllowFrom: ["anna@example.com"] },
} }`,
    ));
  it("knows that direct messages lend their list to groups, even when they are disabled", () =>
    check(
      rule,
      `{ channels: { imessage: { dmPolicy: "disabled",
  allowFrom: ["*"] } } }
  //          ^^^ channels.group_allowlist_bypassed_by_wildcard`,
    ));
  for (const text of [
    // The rules about direct messages speak about the same star.
    `{ channels: { signal: { allowFrom: ["*"] } } }`,
    `{ channels: { signal: { dmPolicy: "open", allowFrom: ["*"] } } }`,
    // The audit's rule for Telegram does.
    `{ channels: { telegram: { groupAllowFrom: ["*"], groups: { "*": {} } } } }`,
    `{ channels: { telegram: { groupAllowFrom: [5], groups: { "*": {} } } } }`,
    `{ channels: { whatsapp: { groupAllowFrom: ["+4915112345678"], groups: { "*": {} } } } }`,
    `{ channels: { signal: { groupPolicy: "open", groupAllowFrom: ["*"] } } }`,
    `{ channels: { signal: { groupPolicy: "disabled", groupAllowFrom: ["*"] } } }`,
    `{ channels: { signal: { enabled: false, groupAllowFrom: ["*"] } } }`,
    `{ channels: { signal: { groupAllowFrom: ["\${A}"] } } }`,
    `{ channels: { discord: { guilds: { "1": {} } } } }`,
    `{ channels: { discord: { guilds: { "*": { channels: { a: { allow: false } } } } } } }`,
    `{ channels: { telegram: { groups: { "-1": {} }, groupAllowFrom: ["*"] } } }`,
  ])
    it(`is silent on ${text}`, () => check(rule, text));
  it("speaks about Telegram where the audit does not, as commands as text are off", () =>
    check(
      rule,
      `{ commands: { text: false }, channels: { telegram: { groups: { "*": {} },
  groupAllowFrom: ["*"] } } }
  //               ^^^ channels.group_allowlist_bypassed_by_wildcard`,
    ));
  it("is milder where only one organisation can bring the assistant in", () => {
    const text = `{ channels: { slack: { channels: { "*": {} } } } }`;
    assert.deepEqual(severitiesOf(rule, text), ["warning"]);
    assert.deepEqual(severitiesOf(rule, text, { profile: "strict" }), [
      "error",
    ]);
    assert.deepEqual(
      severitiesOf(rule, `{ channels: { discord: { guilds: { "*": {} } } } }`),
      ["error"],
    );
  });
  it("is ours alone", () =>
    assert.deepEqual(
      profilesThatSpeak(
        rule,
        `{ channels: { signal: { account: "+1", groupAllowFrom: ["*"] } } }`,
      ),
      ["recommended", "strict"],
    ));
  const local = `gateway: { mode: "local" }`;
  it("takes the star out, or answers no group", () =>
    assert.deepEqual(
      offeredFixes(
        rule,
        `{ ${local}, channels: { signal: { account: "+15550100", groupAllowFrom: ["*", "+4915112345678"] } } }`,
      ),
      [
        [
          'Remove "*" from channels.signal.groupAllowFrom',
          `{ ${local}, channels: { signal: { account: "+15550100", groupAllowFrom: ["+4915112345678"] } } }`,
        ],
        [
          "Answer no group at all",
          `{ ${local}, channels: { signal: { account: "+15550100", groupPolicy: "disabled", groupAllowFrom: ["*", "+4915112345678"] } } }`,
        ],
      ],
    ));
  it("gives groups an empty list of their own instead of the borrowed one", () =>
    assert.deepEqual(
      offeredFixes(
        rule,
        `{ ${local}, channels: { imessage: { dmPolicy: "disabled", allowFrom: ["*"] } } }`,
      )[0],
      [
        "Answer nobody in groups who is not listed for them",
        `{ ${local}, channels: { imessage: { dmPolicy: "disabled", allowFrom: ["*"], groupAllowFrom: [] } } }`,
      ],
    ));
  // BlueBubbles goes on borrowing when the list is empty, so only the policy helps.
  it("does not offer an empty list where it would be borrowed again", () =>
    assert.deepEqual(
      offeredFixes(
        rule,
        `{ ${local}, channels: { bluebubbles: { dmPolicy: "disabled", allowFrom: ["*"] } } }`,
      ).map(([title]) => title),
      ["Answer no group at all"],
    ));
});
