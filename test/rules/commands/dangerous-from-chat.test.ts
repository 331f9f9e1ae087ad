import assert from "node:assert/strict";
import { commandsDangerousFromChat as rule } from "../../../server/src/core/rules/commands/dangerous-from-chat.ts";
import { check, profilesThatSpeak } from "../../support/check-rule.ts";
import { offeredFixes, severitiesOf } from "../../support/offered-fixes.ts";

const elevated = `tools: { elevated: { allowFrom: { telegram: ["5"] } } },`;
const star = `channels: { telegram: { dmPolicy: "pairing", allowFrom: ["*"] } },`;

describe("commands.dangerous_from_chat", () => {
  it("points at each switch that is thrown", () =>
    check(
      rule,
      `{ ${elevated} commands: {
  bash: true,
  //    ^^^^ commands.dangerous_from_chat
  config: true,
  //      ^^^^ commands.dangerous_from_chat
  debug: true,
  //     ^^^^ commands.dangerous_from_chat
  restart: true, text: true, native: true,
} }`,
    ));
  for (const text of [
    `{ commands: { bash: false, config: false, debug: false, restart: false } }`,
    `{ commands: {} }`,
    `{ commands: { config: "\${X}" } }`,
  ])
    it(`is silent on ${text}`, () => check(rule, text, { profile: "strict" }));
  it("needs somebody with elevated mode for bash", () => {
    assert.deepEqual(profilesThatSpeak(rule, `{ commands: { bash: true } }`), [
      "strict",
    ]);
    assert.deepEqual(
      severitiesOf(rule, `{ ${elevated} commands: { bash: true } }`),
      ["warning"],
    );
  });
  it("tells restart in the strict profile alone, unless strangers may use it", () => {
    const text = `{ commands: { restart: true } }`;
    assert.deepEqual(severitiesOf(rule, text), []);
    assert.deepEqual(severitiesOf(rule, text, { profile: "strict" }), ["info"]);
    assert.deepEqual(
      severitiesOf(rule, `{ ${star} commands: { restart: true } }`),
      ["warning"],
    );
  });
  for (const [what, rest, expected] of [
    ["a star among the senders", star, "error"],
    [
      "a star among a group's senders",
      `channels: { signal: { groupAllowFrom: ["*"] } },`,
      "error",
    ],
    [
      "a star among a server's people",
      `channels: { discord: { guilds: { "1": { users: ["*"] } } } },`,
      "error",
    ],
    [
      "an open policy",
      `channels: { slack: { dm: { policy: "open", allowFrom: ["*"] } } },`,
      "error",
    ],
    // Everybody is answered there, but nobody counts as listed.
    [
      "BlueBubbles while its list is empty",
      `channels: { bluebubbles: { serverUrl: "http://127.0.0.1:1", password: "p" } },`,
      "warning",
    ],
    [
      "LINE, which takes no commands",
      `channels: { line: { channelAccessToken: "t", allowFrom: ["*"] } },`,
      "warning",
    ],
    [
      "a channel that is off",
      `channels: { telegram: { enabled: false, allowFrom: ["*"] } },`,
      "warning",
    ],
    ["nobody", "", "warning"],
  ] as const)
    it(`is ${expected} beside ${what}`, () =>
      assert.deepEqual(
        severitiesOf(rule, `{ ${rest} commands: { config: true } }`),
        [expected],
      ));
  it("is an error without access groups", () =>
    assert.deepEqual(
      severitiesOf(
        rule,
        `{ commands: { debug: true, useAccessGroups: false } }`,
      ),
      ["error"],
    ));
  it("switches the command off", () =>
    assert.deepEqual(
      offeredFixes(
        rule,
        `{ gateway: { mode: "local" }, commands: { debug: true } }`,
      ),
      [
        [
          "Switch /debug off",
          `{ gateway: { mode: "local" }, commands: { debug: false } }`,
        ],
      ],
    ));
});
