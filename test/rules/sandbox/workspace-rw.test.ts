import assert from "node:assert/strict";
import { sandboxWorkspaceRw } from "../../../server/src/core/rules/sandbox/workspace-rw.ts";
import { offered } from "../../support/after-fix.ts";
import { check } from "../../support/check-rule.ts";
import { severities } from "../../support/severities.ts";

const all = (sandbox: string, rest = "") =>
  `{ agents: { defaults: { sandbox: { mode: "all", ${sandbox} }${rest} } } }`;

describe("sandbox.workspace_rw", () => {
  it("points at the word, once for all agents that take it", () =>
    check(
      sandboxWorkspaceRw,
      `{
  agents: {
    defaults: { sandbox: { mode: "all", workspaceAccess: "rw" } },
    //                                                   ^^^^ sandbox.workspace_rw
    list: [{ id: "a" }, { id: "b" }, { id: "c", sandbox: { workspaceAccess: "ro" } }],
  },
}`,
    ));
  for (const [text, expected] of [
    [all(`workspaceAccess: "rw"`), "recommended info, strict warning"],
    [all(`workspaceAccess: "ro"`), ""],
    [all(`workspaceAccess: "\${ACCESS}"`), ""],
    [
      all(`workspaceAccess: "rw"`, `, workspace: "~/clawd"`),
      "recommended info, strict warning",
    ],
    [
      all(`workspaceAccess: "rw"`, `, workspace: "~"`),
      "recommended error, strict error",
    ],
    [
      all(`workspaceAccess: "rw"`, `, workspace: "/home/me/"`),
      "recommended error, strict error",
    ],
    [
      all(`workspaceAccess: "rw"`, `, workspace: "~/.clawdbot"`),
      "recommended error, strict error",
    ],
    [`{ agents: { defaults: { sandbox: { workspaceAccess: "rw" } } } }`, ""],
  ] as const) {
    it(`${text}: ${expected || "silent"}`, () =>
      assert.equal(severities(sandboxWorkspaceRw, text), expected));
  }
  it("offers a copy first", () =>
    assert.deepEqual(
      offered(all(`workspaceAccess: "rw"`), "sandbox.workspace_rw"),
      [
        "Let the sandbox work on a copy of its own",
        "Let the sandbox only read the workspace",
      ],
    ));
});
