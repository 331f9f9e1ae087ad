import assert from "node:assert/strict";
import { channelsDmScopeMainMultiuser } from "../../../server/src/core/rules/channels/dm-scope-main-multiuser.ts";
import { findingsOf } from "../../support/check-rule.ts";

describe("channels.dm.scope_main_multiuser", () => {
  for (const [profile, text, expected] of [
    [
      "recommended",
      `{ channels: { telegram: { botToken: "x", allowFrom: [1, 2] } } }`,
      1,
    ],
    [
      "recommended",
      `{ channels: { telegram: { botToken: "x", allowFrom: [1, "1", " tg:1"] } } }`,
      0,
    ],
    [
      "recommended",
      `{ channels: { telegram: { botToken: "x", allowFrom: [1] } } }`,
      0,
    ],
    [
      "recommended",
      `{ channels: { telegram: { botToken: "x", allowFrom: ["*"] } } }`,
      1,
    ],
    [
      "recommended",
      `{ channels: { telegram: { botToken: "x", allowFrom: ["\${A}", "\${B}"] } } }`,
      1,
    ],
    [
      "recommended",
      `{ channels: { telegram: { botToken: "x", allowFrom: ["\${A}", "\${A}"] } } }`,
      0,
    ],
    [
      "recommended",
      `{ channels: { telegram: { botToken: "x", dmPolicy: "disabled", allowFrom: [1, 2] } } }`,
      0,
    ],
    [
      "recommended",
      `{ channels: { telegram: { botToken: "x", allowFrom: [1, 2], accounts: { a: {}, b: {} } } } }`,
      1,
    ],
    [
      "recommended",
      `{ session: { dmScope: "per-peer" }, channels: { telegram: { botToken: "x", allowFrom: [1, 2] } } }`,
      0,
    ],
    [
      "recommended",
      `{ session: { dmScope: "main" }, channels: { telegram: { botToken: "x", allowFrom: [1, 2] } } }`,
      1,
    ],
    [
      "recommended",
      `{ channels: { telegram: { botToken: "x", enabled: false, allowFrom: [1, 2] } } }`,
      0,
    ],
    [
      "upstream",
      `{ channels: { telegram: { botToken: "x", enabled: false, allowFrom: [1, 2] } } }`,
      1,
    ],
    // Every conversation of Zalo Personal is one of its own, and Nostr's messages do not arrive.
    ["recommended", `{ channels: { zalouser: { allowFrom: ["*"] } } }`, 0],
    ["recommended", `{ channels: { nostr: { allowFrom: ["*"] } } }`, 0],
    [
      "upstream",
      `{ channels: { nostr: { privateKey: "k", allowFrom: ["*"] } } }`,
      1,
    ],
    // No account takes the channel's list.
    [
      "recommended",
      `{ channels: { mattermost: { allowFrom: ["a", "b"], accounts: { a: { allowFrom: ["c"] } } } } }`,
      0,
    ],
  ] as const) {
    it(`${profile}: ${text} gives ${expected}`, () =>
      assert.equal(
        findingsOf(channelsDmScopeMainMultiuser, text, { profile }).length,
        expected,
      ));
  }
});
