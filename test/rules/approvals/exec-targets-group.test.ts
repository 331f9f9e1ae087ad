import assert from "node:assert/strict";
import { approvalsExecTargetsGroup as rule } from "../../../server/src/core/rules/approvals/exec-targets-group.ts";
import { check, findingsOf } from "../../support/check-rule.ts";
import { offeredFixes } from "../../support/offered-fixes.ts";

const config = (target: object, more: object = {}): string =>
  JSON.stringify({
    gateway: { mode: "local" },
    approvals: {
      exec: { enabled: true, mode: "targets", targets: [target], ...more },
    },
  });

describe("approvals.exec_targets_group", () => {
  it("points at the target", () =>
    check(
      rule,
      `{ approvals: { exec: { enabled: true, mode: "both", targets: [
  { channel: "telegram", to: "123" },
  { channel: "telegram", to: "-100123" },
  //                         ^^^^^^^^^ approvals.exec_targets_group
] } } }`,
    ));
  for (const [channel, to, expected] of [
    ["telegram", "telegram:group:-100:topic:5", 1],
    ["Telegram", "-5", 1],
    ["telegram", "@anna", 0],
    ["whatsapp", "120363@g.us", 1],
    ["whatsapp", "+4915112345678", 0],
    ["slack", "C0123456789", 1],
    ["slack", "#general", 1],
    ["slack", "user:U0123456", 0],
    ["discord", "channel:5", 1],
    ["discord", "user:5", 0],
    ["signal", "group:abc=", 1],
    ["teams", "conversation:19:x@thread.tacv2", 1],
    ["line", "C0123456789abcdef0123456789abcdef", 1],
    ["mattermost", "channel:abc", 1],
    ["matrix", "#ops:example.org", 1],
    // It may be a conversation of two.
    ["matrix", "!r:example.org", 0],
    ["imessage", "chat_id:5", 0],
    ["unheardof", "-5", 0],
    ["telegram", "${GROUP}", 0],
  ] as const)
    it(`${to} on ${channel} is ${expected === 0 ? "no group for certain" : "a group"}`, () =>
      assert.equal(findingsOf(rule, config({ channel, to })).length, expected));
  for (const more of [
    { enabled: false },
    { mode: "session" },
    { mode: undefined },
  ])
    it(`is silent with ${JSON.stringify(more)}`, () =>
      check(rule, config({ channel: "telegram", to: "-5" }, more)));
  it("takes the group out", () =>
    assert.deepEqual(
      offeredFixes(rule, config({ channel: "telegram", to: "-5" })),
      [["Do not ask this group", config({}).replace("[{}]", "[]")]],
    ));
});
