import assert from "node:assert/strict";
import { toolsExecHostLeavesSandbox } from "../../../server/src/core/rules/tools/exec-host-leaves-sandbox.ts";
import { afterFix, offered } from "../../support/after-fix.ts";
import { check } from "../../support/check-rule.ts";

const code = "tools.exec_host_leaves_sandbox";

describe(code, () => {
  it("points at the host", () =>
    check(
      toolsExecHostLeavesSandbox,
      `{
  agents: { list: [{ id: "a" }, { id: "b", sandbox: { mode: "all" } }] },
  tools: { exec: { host: "gateway" } },
  //                     ^^^^^^^^^ ${code}
}`,
    ));
  for (const text of [
    `{ tools: { exec: { host: "gateway" } } }`,
    `{ agents: { defaults: { sandbox: { mode: "all" } } }, tools: { exec: { host: "sandbox" } } }`,
    `{ agents: { defaults: { sandbox: { mode: "all" } } }, tools: { exec: {} } }`,
    `{ agents: { defaults: { sandbox: { mode: "all" } } }, tools: { exec: { host: "\${HOST}" } } }`,
    `{ agents: { defaults: { sandbox: { mode: "all" } } }, tools: { deny: ["exec"], exec: { host: "gateway" } } }`,
  ]) {
    it(`is silent on ${text}`, () => check(toolsExecHostLeavesSandbox, text));
  }
  it("goes back into containers where everybody has one", () =>
    assert.equal(
      afterFix(
        `{ agents: { defaults: { sandbox: { mode: "all" } } }, tools: { exec: { host: "node", ask: "always" } } }`,
        code,
        "Run commands in the sandbox",
      ),
      `{ agents: { defaults: { sandbox: { mode: "all" } } }, tools: { exec: { host: "sandbox", ask: "always" } } }`,
    ));
  it("takes approvals away from nobody", () =>
    assert.deepEqual(
      offered(
        `{ agents: { defaults: { sandbox: { mode: "non-main" } } }, tools: { exec: { host: "gateway" } } }`,
        code,
      ),
      [],
    ));
});
