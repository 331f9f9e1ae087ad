import assert from "node:assert/strict";
import { channelsExecApproversEmpty as rule } from "../../../server/src/core/rules/channels/exec-approvers-empty.ts";
import { check } from "../../support/check-rule.ts";
import { offeredFixes } from "../../support/offered-fixes.ts";

describe("channels.exec_approvers_empty", () => {
  it("points at the switch, of the channel or of an account", () =>
    check(
      rule,
      `{ channels: { discord: {
  execApprovals: { enabled: true, approvers: [] },
  //                        ^^^^ channels.exec_approvers_empty
  accounts: {
    a: {},
    b: { execApprovals: { enabled: true, agentFilter: ["main"] } },
    //                             ^^^^ channels.exec_approvers_empty
    c: { execApprovals: { enabled: true, approvers: ["5"] } },
    d: { enabled: false, execApprovals: { enabled: true } },
  },
} } }`,
    ));
  for (const text of [
    `{ channels: { discord: { execApprovals: { enabled: false } } } }`,
    `{ channels: { discord: { execApprovals: { approvers: [] } } } }`,
    `{ channels: { discord: { execApprovals: { enabled: true, approvers: ["\${ME}"] } } } }`,
    `{ channels: { discord: { enabled: false, execApprovals: { enabled: true } } } }`,
    // The account's block takes the place of the channel's as a whole.
    `{ channels: { discord: { execApprovals: { enabled: true }, accounts: { a: { execApprovals: { approvers: ["5"] } } } } } }`,
  ])
    it(`is silent on ${text}`, () => check(rule, text));
  it("switches off what asks nobody", () =>
    assert.deepEqual(
      offeredFixes(
        rule,
        `{ gateway: { mode: "local" }, channels: { discord: { execApprovals: { enabled: true } } } }`,
      ),
      [
        [
          "Switch it off: nobody is asked anyway",
          `{ gateway: { mode: "local" }, channels: { discord: { execApprovals: { enabled: false } } } }`,
        ],
      ],
    ));
});
