import { sandboxBrowserHostControl } from "../../../server/src/core/rules/sandbox/browser-host-control.ts";
import { check } from "../../support/check-rule.ts";

const giveBrowser = `tools: { sandbox: { tools: { allow: ["browser"], deny: [] } } }`;

describe("sandbox.browser_host_control", () => {
  it("points at what reaches the computer's browser", () =>
    check(
      sandboxBrowserHostControl,
      `{
  agents: {
    defaults: { sandbox: { mode: "all", browser: { allowHostControl: true } } },
    //                                                               ^^^^ sandbox.browser_host_control
    list: [{ id: "a" }, { id: "b", sandbox: { browser: { allowHostControl: false } } }],
  },
  ${giveBrowser},
}`,
    ));
  for (const text of [
    // The usual lists keep the tool out of sandboxes.
    `{ agents: { defaults: { sandbox: { mode: "all", browser: { allowHostControl: true } } } } }`,
    `{ agents: { defaults: { sandbox: { mode: "all", browser: { allowHostControl: true } } } }, tools: { sandbox: { tools: { allow: ["browser"] } } } }`,
    `{ agents: { defaults: { sandbox: { mode: "all", browser: { allowHostControl: true } } } }, tools: { deny: ["browser"], sandbox: { tools: { allow: ["browser"], deny: [] } } } }`,
    `{ agents: { defaults: { sandbox: { mode: "all", browser: { allowHostControl: false } } } }, ${giveBrowser} }`,
    `{ agents: { defaults: { sandbox: { browser: { allowHostControl: true } } } }, ${giveBrowser} }`,
  ]) {
    it(`is silent on ${text}`, () => check(sandboxBrowserHostControl, text));
  }
});
