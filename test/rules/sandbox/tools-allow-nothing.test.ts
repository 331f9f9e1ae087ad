import { sandboxToolsAllowNothing } from "../../../server/src/core/rules/sandbox/tools-allow-nothing.ts";
import { check } from "../../support/check-rule.ts";

describe("sandbox.tools_allow_nothing", () => {
  it("points at empty lists", () =>
    check(
      sandboxToolsAllowNothing,
      `{
  agents: {
    defaults: { sandbox: { mode: "all" } },
    list: [{ id: "a", tools: { sandbox: { tools: { allow: [" "] } } } }],
    //                                             ^^^^^ sandbox.tools_allow_nothing
  },
  tools: { sandbox: { tools: { allow: [] } } },
  //                           ^^^^^ sandbox.tools_allow_nothing
}`,
    ));
  for (const text of [
    `{ agents: { defaults: { sandbox: { mode: "all" } } }, tools: { sandbox: { tools: { allow: [], deny: ["image"] } } } }`,
    `{ agents: { defaults: { sandbox: { mode: "all" } } }, tools: { sandbox: { tools: { allow: ["exec"] } } } }`,
    `{ agents: { defaults: { sandbox: { mode: "all" } } }, tools: { allow: [] } }`,
    `{ tools: { sandbox: { tools: { allow: [] } } } }`,
  ]) {
    it(`is silent on ${text}`, () => check(sandboxToolsAllowNothing, text));
  }
});
