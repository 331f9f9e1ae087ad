import assert from "node:assert/strict";
import { sandboxToolsListReplacesDefault } from "../../../server/src/core/rules/sandbox/tools-list-replaces-default.ts";
import { afterFix } from "../../support/after-fix.ts";
import { check, findingsOf } from "../../support/check-rule.ts";

const code = "sandbox.tools_list_replaces_default";
const all = (tools: string, more = "") =>
  `{ agents: { defaults: { sandbox: { mode: "all" } } }, tools: { ${more}sandbox: { tools: { ${tools} } } } }`;

describe(code, () => {
  it("points at the list that counts for an agent", () =>
    check(
      sandboxToolsListReplacesDefault,
      `{
  agents: {
    defaults: { sandbox: { mode: "all" } },
    list: [
      { id: "a" },
      { id: "b", tools: { sandbox: { tools: { deny: ["exec"] } } } },
      //                                      ^^^^ sandbox.tools_list_replaces_default
      { id: "c", sandbox: { mode: "off" }, tools: { sandbox: { tools: { deny: [] } } } },
    ],
  },
  tools: { sandbox: { tools: { allow: ["group:clawdbot"], deny: ["browser"] } } },
  //                                                      ^^^^ sandbox.tools_list_replaces_default
}`,
    ));
  for (const [text, tools] of [
    [all(`allow: ["*"], deny: ["exec"]`), "gateway nodes cron browser canvas"],
    [all(`allow: ["*"], deny: ["group:automation"]`), "nodes browser canvas"],
    [
      all(`allow: ["*", "browser"], deny: ["group:automation"]`),
      "nodes canvas",
    ],
    // The usual list of allowed tools still holds.
    [all(`deny: []`), ""],
    // With images denied an empty list allows everything.
    [all(`allow: [], deny: ["image"]`), "gateway nodes cron browser canvas"],
    [all(`allow: [], deny: []`), ""],
    [all(`allow: ["browser"], deny: []`), ""],
    [all(`allow: ["*"], deny: ["\${DENIED}"]`), ""],
    [all(`allow: ["*"]`), ""],
    [
      all(`allow: ["*"], deny: ["exec"]`, `deny: ["gateway", "nodes"], `),
      "cron browser canvas",
    ],
    [all(`allow: ["*"], deny: ["exec"]`, `profile: "coding", `), ""],
    [`{ tools: { sandbox: { tools: { allow: ["*"], deny: [] } } } }`, ""],
  ] as const) {
    it(`${text}: ${tools || "silent"}`, () => {
      const [found] = findingsOf(sandboxToolsListReplacesDefault, text);
      const named = [...(found?.message.matchAll(/(\w+) \(/g) ?? [])];
      assert.equal(named.map(([, tool]) => tool).join(" "), tools);
    });
  }
  it("denies what the usual list denies", () =>
    assert.equal(
      afterFix(
        all(`allow: ["*"], deny: ["exec", "browser"]`),
        code,
        "Deny gateway, nodes, cron, canvas as usual",
      ),
      all(
        `allow: ["*"], deny: ["exec", "browser", "gateway", "nodes", "cron", "canvas"]`,
      ),
    ));
});
