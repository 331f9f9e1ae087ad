import assert from "node:assert/strict";
import { approvalsExecAnsweredByStrangers as rule } from "../../../server/src/core/rules/approvals/exec-answered-by-strangers.ts";
import { check } from "../../support/check-rule.ts";
import { offeredFixes } from "../../support/offered-fixes.ts";

const star = `channels: { telegram: { allowFrom: ["*"] } }`;

describe("approvals.exec_answered_by_strangers", () => {
  it("points at the switch", () =>
    check(
      rule,
      `{ ${star}, approvals: { exec: {
  enabled: true, mode: "both" } } }
  //       ^^^^ approvals.exec_answered_by_strangers`,
    ));
  for (const text of [
    `{ ${star}, approvals: { exec: { enabled: true, mode: "targets" } } }`,
    `{ ${star}, approvals: { exec: { enabled: true, mode: "\${M}" } } }`,
    `{ ${star}, approvals: { exec: { enabled: false } } }`,
    `{ ${star} }`,
    `{ channels: { telegram: { allowFrom: [5] } }, approvals: { exec: { enabled: true } } }`,
    `{ channels: { telegram: { groupPolicy: "open" } }, approvals: { exec: { enabled: true } } }`,
  ])
    it(`is silent on ${text}`, () => check(rule, text));
  it("speaks where access groups are off", () =>
    check(
      rule,
      `{ commands: { useAccessGroups: false }, approvals: { exec: {
  enabled: true } } }
  //       ^^^^ approvals.exec_answered_by_strangers`,
    ));
  it("asks in no chat", () =>
    assert.deepEqual(
      offeredFixes(
        rule,
        `{ gateway: { mode: "local" }, ${star}, approvals: { exec: { enabled: true } } }`,
      ),
      [
        [
          "Ask in no chat",
          `{ gateway: { mode: "local" }, ${star}, approvals: { exec: { enabled: false } } }`,
        ],
      ],
    ));
});
