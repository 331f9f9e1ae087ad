import assert from "node:assert/strict";
import { toolsExecWithoutApprovals } from "../../../server/src/core/rules/tools/exec-without-approvals.ts";
import { afterFix, offered } from "../../support/after-fix.ts";
import { check } from "../../support/check-rule.ts";
import { severities } from "../../support/severities.ts";

const code = "tools.exec_without_approvals";

describe(code, () => {
  it("points at what is written and not obeyed", () =>
    check(
      toolsExecWithoutApprovals,
      `{
  tools: { exec: { ask: "always" } },
  //                    ^^^^^^^^ ${code}
}`,
    ));
  it("points at the place of the host where strangers come in", () =>
    check(
      toolsExecWithoutApprovals,
      `{
  channels: { telegram: { botToken: "\${BOT}", dmPolicy: "open", allowFrom: ["*"] } },
  tools: { exec: {} },
  //       ^^^^ ${code}
}`,
    ));
  for (const [text, expected] of [
    [`{}`, "strict warning"],
    // Nostr hands no message on, so nobody comes in there.
    [
      `{ channels: { nostr: { privateKey: "\${N}", dmPolicy: "open", allowFrom: ["*"] } } }`,
      "strict warning",
    ],
    [`{ tools: { exec: { host: "sandbox" } } }`, "strict warning"],
    [`{ tools: { exec: { host: "gateway" } } }`, ""],
    [`{ tools: { exec: { host: "node" } } }`, ""],
    [`{ tools: { exec: { host: "\${HOST}" } } }`, ""],
    [
      `{ tools: { exec: { security: "deny" } } }`,
      "recommended warning, strict warning",
    ],
    [
      `{ tools: { exec: { ask: "\${ASK}" } } }`,
      "recommended warning, strict warning",
    ],
    [
      `{ tools: { exec: { security: "deny" } }, agents: { defaults: { sandbox: { mode: "all" } } } }`,
      "",
    ],
    // The main session is in no container then.
    [
      `{ tools: { exec: { security: "deny" } }, agents: { defaults: { sandbox: { mode: "non-main" } } } }`,
      "recommended warning, strict warning",
    ],
    [`{ tools: { deny: ["exec"], exec: { security: "deny" } } }`, ""],
    [`{ tools: { profile: "messaging", exec: { security: "deny" } } }`, ""],
    // The list is dropped, so exec is there after all.
    [
      `{ tools: { allow: ["messag"], exec: { security: "deny" } } }`,
      "recommended warning, strict warning",
    ],
    [
      `{ channels: { signal: { account: "+15550100", groupPolicy: "open" } } }`,
      "recommended warning, strict error",
    ],
    [
      `{ channels: { signal: { enabled: false, account: "+15550100", groupPolicy: "open" } } }`,
      "strict warning",
    ],
    [
      `{ channels: { signal: { account: "+15550100", groupPolicy: "open" } }, agents: { defaults: { sandbox: { mode: "all" } } } }`,
      "",
    ],
  ] as const) {
    it(`${text}: ${expected || "silent"}`, () =>
      assert.equal(severities(toolsExecWithoutApprovals, text), expected));
  }
  it("offers approvals before the sandbox", () =>
    assert.deepEqual(
      offered(`{ gateway: { mode: "local" } }`, code, { profile: "strict" }),
      [
        "Ask before commands that are not on the list of approved ones",
        "Put all agents in the sandbox",
      ],
    ));
  it("adds the host and keeps what is written", () =>
    assert.equal(
      afterFix(
        `{ tools: { exec: { security: "allowlist", ask: "always" } } }`,
        code,
        "Let commands obey tools.exec",
      ),
      `{ tools: { exec: { security: "allowlist", ask: "always", host: "gateway" } } }`,
    ));
  it("lets nobody out of a container for it", () =>
    assert.deepEqual(
      offered(
        `{ tools: { exec: { ask: "always" } }, agents: { list: [{ id: "a" }, { id: "b", sandbox: { mode: "all" } }] } }`,
        code,
      ),
      ["Put all agents in the sandbox"],
    ));
  it("does not make full what was not obeyed", () =>
    assert.deepEqual(
      offered(`{ tools: { exec: { security: "full", ask: "off" } } }`, code),
      ["Put all agents in the sandbox"],
    ));
});
