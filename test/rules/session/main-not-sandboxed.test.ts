import assert from "node:assert/strict";
import { sessionMainNotSandboxed as rule } from "../../../server/src/core/rules/session/main-not-sandboxed.ts";
import { check } from "../../support/check-rule.ts";
import { offeredFixes, severitiesOf } from "../../support/offered-fixes.ts";

const nonMain = `agents: { defaults: { sandbox: { mode: "non-main" } } },`;
const two = `channels: { telegram: { allowFrom: [1, 2] } }`;

describe("session.main_not_sandboxed", () => {
  it("points at every mode that spares the main conversation", () =>
    check(
      rule,
      `{ ${two}, agents: {
  defaults: { sandbox: { mode: "non-main" } },
  //                           ^^^^^^^^^^ session.main_not_sandboxed
  list: [{ id: "a", sandbox: { mode: "all" } }, { id: "b", sandbox: { mode: "non-main" } }],
  //                                                                        ^^^^^^^^^^ session.main_not_sandboxed
} }`,
    ));
  for (const text of [
    `{ ${two} }`,
    `{ agents: { defaults: { sandbox: { mode: "all" } } }, ${two} }`,
    `{ agents: { defaults: { sandbox: { mode: "\${M}" } } }, ${two} }`,
    `{ session: { dmScope: "per-peer" }, ${nonMain} ${two} }`,
    `{ session: { dmScope: "\${S}" }, ${nonMain} ${two} }`,
    `{ ${nonMain} channels: { telegram: { allowFrom: [1] }, discord: { dm: { allowFrom: [2] } } } }`,
    `{ ${nonMain} channels: { telegram: { enabled: false, allowFrom: [1, 2] } } }`,
    `{ ${nonMain} channels: { telegram: { dmPolicy: "disabled", allowFrom: [1, 2] } } }`,
    // Its plugin gives everybody a conversation of their own.
    `{ ${nonMain} channels: { zalouser: { groupPolicy: "disabled", allowFrom: ["*"] } } }`,
    `{ ${nonMain} channels: { nostr: { allowFrom: ["*"] } } }`,
    `{ ${nonMain} channels: { telegram: { groupPolicy: "open" } } }`,
  ])
    it(`is silent on ${text}`, () => check(rule, text));
  it("is an error where anybody may write", () => {
    assert.deepEqual(severitiesOf(rule, `{ ${nonMain} ${two} }`), ["warning"]);
    for (const channels of [
      `telegram: { allowFrom: ["*"] }`,
      `telegram: { dmPolicy: "open", allowFrom: ["*"] }`,
      `bluebubbles: { serverUrl: "http://127.0.0.1:1", password: "p" }`,
    ])
      assert.deepEqual(
        severitiesOf(rule, `{ ${nonMain} channels: { ${channels} } }`),
        ["error"],
        channels,
      );
  });
  it("gives each person a conversation, or the main one a sandbox", () => {
    const text = `{ gateway: { mode: "local" }, session: { dmScope: "main" }, ${nonMain} ${two} }`;
    assert.deepEqual(offeredFixes(rule, text), [
      [
        "Give each person a conversation",
        text.replace('"main"', '"per-channel-peer"'),
      ],
      [
        "Put the main conversation into the sandbox too",
        text.replace('"non-main"', '"all"'),
      ],
    ]);
  });
});
