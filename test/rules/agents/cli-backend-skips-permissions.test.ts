import assert from "node:assert/strict";
import { agentsCliBackendSkipsPermissions } from "../../../server/src/core/rules/agents/cli-backend-skips-permissions.ts";
import { afterFix } from "../../support/after-fix.ts";
import { check } from "../../support/check-rule.ts";

const code = "agents.cli_backend_skips_permissions";

describe(code, () => {
  it("points at the argument", () =>
    check(
      agentsCliBackendSkipsPermissions,
      `{ agents: { defaults: { cliBackends: {
  "claude-cli": { command: "claude", args: ["-p", "--dangerously-skip-permissions"] },
  //                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${code}
  "codex-cli": {
    command: "codex",
    args: ["exec", "--sandbox", "danger-full-access"],
    //                          ^^^^^^^^^^^^^^^^^^^^ ${code}
    resumeArgs: ["exec", "--yolo"],
    //                   ^^^^^^^^ ${code}
  },
  mine: { command: "mine", args: ["--json"] },
} } } }`,
    ));
  it("points at the model whose backend asks nobody by itself", () =>
    check(
      agentsCliBackendSkipsPermissions,
      `{ agents: { defaults: { model: { primary: "anthropic/claude-opus-4-5", fallbacks: [
  "claude-cli/opus-4.5",
//^^^^^^^^^^^^^^^^^^^^^ ${code}
  "claude-cli/sonnet-4.5",
  "codex-cli/gpt-5.2",
] } } } }`,
    ));
  for (const text of [
    `{ agents: { defaults: { model: { primary: "claude-cli/opus" }, cliBackends: { "Claude-CLI": { command: "claude", args: ["-p"] } } } } }`,
    `{ agents: { defaults: { model: { primary: "codex-cli/gpt-5.2" } } } }`,
    `{ agents: { defaults: { model: { primary: "\${MODEL}" } } } }`,
    `{ agents: { defaults: { cliBackends: { mine: { command: "mine", args: ["\${FLAG}"] } } } } }`,
  ]) {
    it(`is silent on ${text}`, () =>
      check(agentsCliBackendSkipsPermissions, text));
  }
  it("writes the usual arguments without the one, and keeps a command", () =>
    assert.equal(
      afterFix(
        `{ agents: { defaults: { model: { primary: "claude-cli/opus" }, cliBackends: { "claude-cli": { command: "/opt/claude" } } } } }`,
        code,
        "Run claude-cli without --dangerously-skip-permissions",
      ),
      `{ agents: { defaults: { model: { primary: "claude-cli/opus" }, cliBackends: { "claude-cli": { command: "/opt/claude", args: ["-p", "--output-format", "json"] } } } } }`,
    ));
});
