import assert from "node:assert/strict";
import { channels } from "../../../server/src/core/dialects/clawdbot/channels.ts";
import { channelsPairingBypassedByWildcard as rule } from "../../../server/src/core/rules/channels/pairing-bypassed-by-wildcard.ts";
import {
  check,
  findingsOf,
  profilesThatSpeak,
} from "../../support/check-rule.ts";
import { messagesOf, offeredFixes } from "../../support/offered-fixes.ts";

describe("channels.pairing_bypassed_by_wildcard", () => {
  it("points at the star, under pairing, an allowlist and no policy at all", () =>
    check(
      rule,
      `{ channels: {
  telegram: { dmPolicy: "pairing", allowFrom: [123, "*"] },
  //                                                ^^^ channels.pairing_bypassed_by_wildcard
  slack: { dm: { policy: "allowlist", allowFrom: ["*"] } },
  //                                              ^^^ channels.pairing_bypassed_by_wildcard
  signal: { allowFrom: ['*'] },
  //                    ^^^ channels.pairing_bypassed_by_wildcard
  matrix: { dm: { allowFrom: ["*"] } },
  //                          ^^^ channels.pairing_bypassed_by_wildcard
} }`,
    ));

  // Read in the monitor of each; Nostr's plugin hands no message on, and Tlon has no such list.
  const silent = new Set(["nostr", "tlon"]);
  for (const { id, directMessages, accounts } of channels) {
    const list =
      directMessages?.style === "nested"
        ? `dm: { allowFrom: ["*"] }`
        : `allowFrom: ["*"]`;
    it(`${silent.has(id) ? "is silent on" : "knows"} ${id}, at the channel and at an account`, () => {
      const expected = silent.has(id) ? 0 : 1;
      const ofChannel = `{ channels: { "${id}": { enabled: true, ${list}, channelAccessToken: "t" } } }`;
      assert.equal(
        findingsOf(
          rule,
          ofChannel.replace("enabled: true, ", id === "line" ? "" : ""),
        ).length,
        expected,
      );
      if (accounts === undefined) return;
      const ofAccount = `{ channels: { "${id}": { accounts: { work: { enabled: true, ${list} } } } } }`;
      assert.equal(findingsOf(rule, ofAccount).length, expected);
    });
  }

  it("finds a star that an account inherits from an open channel, once", () =>
    check(
      rule,
      `{ channels: { telegram: {
  dmPolicy: "open", allowFrom: ["*"],
  //                            ^^^ channels.pairing_bypassed_by_wildcard
  accounts: { a: { dmPolicy: "pairing" }, b: {}, c: { allowFrom: [1] } },
} } }`,
    ));
  it("is silent about a star that no account inherits", () =>
    check(
      rule,
      `{ channels: {
  telegram: { allowFrom: ["*"], accounts: { a: { allowFrom: [1] } } },
  mattermost: { allowFrom: ["*"], accounts: { a: { allowFrom: ["x"] } } },
  discord: { dm: { allowFrom: ["*"] }, accounts: { a: { dm: {} } } },
} }`,
    ));
  it("knows that Matrix's allowlistOnly lists everybody when a star is listed", () =>
    check(
      rule,
      `{ channels: { matrix: {
  allowlistOnly: true, dm: { policy: "open", allowFrom: ["*"] } } } }
  //                                                     ^^^ channels.pairing_bypassed_by_wildcard`,
    ));
  for (const text of [
    `{ channels: { telegram: { dmPolicy: "open", allowFrom: ["*"] } } }`,
    `{ channels: { telegram: { dmPolicy: "disabled", allowFrom: ["*"] } } }`,
    `{ channels: { telegram: { enabled: false, allowFrom: ["*"] } } }`,
    `{ channels: { telegram: { accounts: { a: { enabled: false, allowFrom: ["*"] } } } } }`,
    `{ channels: { discord: { dm: { enabled: false, allowFrom: ["*"] } } } }`,
    `{ channels: { telegram: { allowFrom: ["\${OWNER}", 123] } } }`,
    `{ channels: { telegram: { dmPolicy: "\${POLICY}", allowFrom: ["*"] } } }`,
    `{ channels: { telegram: { groupAllowFrom: ["*"] } } }`,
  ])
    it(`is silent on ${text}`, () => check(rule, text));

  it("is ours alone", () =>
    assert.deepEqual(
      profilesThatSpeak(
        rule,
        `{ channels: { signal: { account: "+1", allowFrom: ["*"] } } }`,
      ),
      ["recommended", "strict"],
    ));

  it("says when the same list lets groups in", () => {
    const lists = (text: string): readonly string[] => messagesOf(rule, text);
    assert.match(
      lists(`{ channels: { signal: { allowFrom: ["*"] } } }`)[0] ?? "",
      /in groups as well/,
    );
    assert.doesNotMatch(
      lists(
        `{ channels: { signal: { allowFrom: ["*"], groupAllowFrom: ["+4915112345678"] } } }`,
      )[0] ?? "",
      /in groups as well/,
    );
  });

  it("takes every star out and keeps the people", () =>
    assert.deepEqual(
      offeredFixes(
        rule,
        `{ gateway: { mode: "local" }, channels: { telegram: { dmPolicy: "pairing", allowFrom: ["*", 42, "*"] } } }`,
      ),
      [
        [
          'Remove "*" from channels.telegram.allowFrom',
          `{ gateway: { mode: "local" }, channels: { telegram: { dmPolicy: "pairing", allowFrom: [42] } } }`,
        ],
      ],
    ));
  it("closes the channel with it, or gives the account a list of its own", () => {
    const offered = offeredFixes(
      rule,
      `{ gateway: { mode: "local" }, channels: { telegram: { dmPolicy: "open", allowFrom: ["*", 42], accounts: { default: {}, a: {} } } } }`,
    );
    assert.deepEqual(
      offered.map(([title]) => title),
      [
        'Remove "*" from channels.telegram.allowFrom',
        "Use lists of their own for the accounts default, a",
      ],
    );
  });
});
