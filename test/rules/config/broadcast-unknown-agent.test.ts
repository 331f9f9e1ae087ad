import assert from "node:assert/strict";
import { configBroadcastUnknownAgent } from "../../../server/src/core/rules/config/broadcast-unknown-agent.ts";
import { check, findingsOf } from "../../support/check-rule.ts";

describe("config.broadcast_unknown_agent", () => {
  it("points at the id", () =>
    check(
      configBroadcastUnknownAgent,
      `{
  agents: { list: [{ id: "main" }, { id: "work" }] },
  broadcast: { strategy: "parallel", "1203@g.us": ["main", "Work"] },
  //                                                       ^^^^^^ config.broadcast_unknown_agent
}`,
    ));
  it("names the agent that was probably meant", () =>
    assert.match(
      findingsOf(
        configBroadcastUnknownAgent,
        `{ agents: { list: [{ id: "research" }] }, broadcast: { p: ["reserach"] } }`,
      )[0]?.message ?? "",
      /did you mean "research"/,
    ));
  // config/zod-schema.js
  for (const [ids, peer, expected] of [
    [["a"], "b", 1],
    [["a"], "a", 0],
    [["a"], "${X}", 0],
    [["a"], "q${X}", 1],
    [["${A}"], "b", 0],
    [["a-${A}"], "b", 1],
    [["a-${A}"], "b-${B}", 1],
    [["a-${A}"], "a-${B}", 0],
    [[], "b", 0],
    [["a", undefined], "b", 0],
  ] as const) {
    it(`agents ${JSON.stringify(ids)} and "${peer}" give ${expected}`, () =>
      assert.equal(
        findingsOf(
          configBroadcastUnknownAgent,
          JSON.stringify({
            agents: { list: ids.map((id) => ({ id })) },
            broadcast: { p: [peer] },
          }),
        ).length,
        expected,
      ));
  }
});
