import assert from "node:assert/strict";
import { agentsVerboseDefault } from "../../../server/src/core/rules/agents/verbose-default.ts";
import { analyse } from "../../support/analyse.ts";
import { check } from "../../support/check-rule.ts";

const gateway = `gateway: { mode: "local", auth: { token: "\${T}" } }`;

describe("agents.verbose_default", () => {
  it("points at the value", () =>
    check(
      agentsVerboseDefault,
      `{
  agents: { defaults: { verboseDefault: 'on' } },
  //                                    ^^^^ agents.verbose_default
}`,
    ));
  for (const value of ['"off"', '"${V}"', "true"])
    it(`is silent on ${value}`, () =>
      check(
        agentsVerboseDefault,
        `{ agents: { defaults: { verboseDefault: ${value} } } }`,
      ));
  for (const [value, channels, severity] of [
    ["full", "", "info"],
    ["full", "telegram: { botToken: '${B}' }", "info"],
    [
      "full",
      "telegram: { botToken: '${B}', groups: { '-100123': {} } }",
      "warning",
    ],
    [
      "full",
      "telegram: { enabled: false, botToken: '${B}', groups: { '-100123': {} } }",
      "info",
    ],
    [
      "full",
      "telegram: { botToken: '${B}', groupPolicy: 'disabled', groups: { '-100123': {} } }",
      "info",
    ],
    ["on", "telegram: { botToken: '${B}', groups: { '-100123': {} } }", "info"],
  ] as const)
    it(`is ${severity} for "${value}" with channels {${channels}}`, () =>
      assert.deepEqual(
        analyse(
          `{ ${gateway}, agents: { defaults: { verboseDefault: "${value}" } }, channels: {${channels}} }`,
        )
          .diagnosis.problems.filter(
            ({ code }) => code === agentsVerboseDefault.code,
          )
          .map((problem) => problem.severity),
        [severity],
      ));
});
