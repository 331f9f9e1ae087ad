import assert from "node:assert/strict";
import { bindingsShadowed } from "../../../server/src/core/rules/bindings/shadowed.ts";
import { afterFix } from "../../support/after-fix.ts";
import { findingsOf } from "../../support/check-rule.ts";

const code = "bindings.shadowed";
const text = (...matches: readonly string[]) =>
  `{ bindings: [${matches.map((match, index) => `{ agentId: "a${index}", match: { ${match} } }`).join(", ")}] }`;
const peer = `peer: { kind: "group", id: "1" }`;

describe(code, () => {
  // Whether resolveAgentRoute of the release's routing/resolve-route.js ever comes to the second of the two.
  for (const [first, second, expected] of [
    [`channel: "signal"`, `channel: "signal"`, 1],
    [`channel: "signal"`, `channel: " Signal "`, 1],
    [`channel: "signal"`, `channel: "signal", accountId: "default"`, 1],
    [`channel: "signal"`, `channel: "telegram"`, 0],
    [`channel: "signal"`, `channel: "signal", accountId: "work"`, 0],
    [`channel: "signal", accountId: "*"`, `channel: "signal"`, 0],
    [`channel: "signal"`, `channel: "signal", accountId: "*"`, 0],
    [
      `channel: "signal", accountId: "*"`,
      `channel: "signal", accountId: "*"`,
      1,
    ],
    [`channel: "signal"`, `channel: "signal", ${peer}`, 0],
    [`channel: "signal", ${peer}`, `channel: "signal", ${peer}`, 1],
    [
      `channel: "signal", accountId: "*", ${peer}`,
      `channel: "signal", accountId: "work", ${peer}`,
      1,
    ],
    [
      `channel: "signal", accountId: "work", ${peer}`,
      `channel: "signal", accountId: "*", ${peer}`,
      0,
    ],
    [
      `channel: "signal", ${peer}`,
      `channel: "signal", peer: { kind: "dm", id: "1" }`,
      0,
    ],
    [`channel: "discord", guildId: "1"`, `channel: "discord", guildId: "1"`, 1],
    [`channel: "discord", guildId: "1"`, `channel: "discord", guildId: "2"`, 0],
    [`channel: "slack", teamId: "T"`, `channel: "slack", teamId: "T"`, 1],
    [`channel: "\${C}"`, `channel: "\${C}"`, 0],
    [
      `channel: "discord", guildId: "1", ${peer}`,
      `channel: "discord", guildId: "1", ${peer}`,
      0,
    ],
  ] as const) {
    it(`${first}; ${second} gives ${expected}`, () =>
      assert.equal(
        findingsOf(bindingsShadowed, text(first, second)).length,
        expected,
      ));
  }
  it("removes the later one", () =>
    assert.equal(
      afterFix(
        text(`channel: "signal"`, `channel: "signal"`),
        code,
        "Remove this binding, which does nothing",
      ),
      text(`channel: "signal"`),
    ));
});
