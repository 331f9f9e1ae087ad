import assert from "node:assert/strict";
import { sandboxBrowserTargetsUnrestricted } from "../../../server/src/core/rules/sandbox/browser-targets-unrestricted.ts";
import { afterFix } from "../../support/after-fix.ts";
import { check } from "../../support/check-rule.ts";

const code = "sandbox.browser_targets_unrestricted";

describe(code, () => {
  it("points at the list that lets the tool in, each once", () =>
    check(
      sandboxBrowserTargetsUnrestricted,
      `{
  agents: {
    defaults: { sandbox: { mode: "all" } },
    list: [
      { id: "a" },
      { id: "b" },
      { id: "c", tools: { sandbox: { tools: { deny: ["cron"] } } } },
      //                                      ^^^^ sandbox.browser_targets_unrestricted
      { id: "d", sandbox: { browser: { allowedControlPorts: [9222] } } },
      { id: "e", sandbox: { mode: "off" } },
    ],
  },
  tools: { sandbox: { tools: { allow: ["browser"], deny: [] } } },
  //                                               ^^^^ sandbox.browser_targets_unrestricted
}`,
    ));
  for (const text of [
    `{ agents: { defaults: { sandbox: { mode: "all" } } } }`,
    `{ agents: { defaults: { sandbox: { mode: "all" } } }, tools: { sandbox: { tools: { allow: ["*"] } } } }`,
    `{ agents: { defaults: { sandbox: { mode: "all" } } }, tools: { sandbox: { tools: { deny: [] } } } }`,
    `{ agents: { defaults: { sandbox: { mode: "all", browser: { allowedControlUrls: ["http://10.0.0.2:9222"] } } } }, tools: { sandbox: { tools: { allow: ["browser"], deny: [] } } } }`,
    `{ agents: { defaults: { sandbox: { mode: "all" } } }, tools: { sandbox: { tools: { allow: ["browser"], deny: ["\${DENIED}"] } } } }`,
    `{ tools: { sandbox: { tools: { allow: ["browser"], deny: [] } } } }`,
  ]) {
    it(`is silent on ${text}`, () =>
      check(sandboxBrowserTargetsUnrestricted, text));
  }
  it("an empty list of addresses restricts nothing", () =>
    check(
      sandboxBrowserTargetsUnrestricted,
      `{
  agents: { defaults: { sandbox: { mode: "all", browser: { allowedControlHosts: [] } } } },
  tools: { sandbox: { tools: { allow: ["browser"], deny: [] } } },
  //                                               ^^^^ sandbox.browser_targets_unrestricted
}`,
    ));
  it("denies the tool", () =>
    assert.equal(
      afterFix(
        `{ agents: { defaults: { sandbox: { mode: "all" } } }, tools: { sandbox: { tools: { allow: ["browser"], deny: ["cron"] } } } }`,
        code,
        "Take the browser tool away from the sandbox",
      ),
      `{ agents: { defaults: { sandbox: { mode: "all" } } }, tools: { sandbox: { tools: { allow: ["browser"], deny: ["cron", "browser"] } } } }`,
    ));
});
